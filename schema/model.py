"""What every model of jixiao is: frozen, closed, and made of exact values."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints


class Model(BaseModel):
    """A value: it cannot change after it was made, and knows no field it does not name."""

    # Validators are built when a model is first used: a program that only imports the words need not wait for them.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


Exact = Annotated[str, StringConstraints(pattern=r"^-?[0-9]+(\.[0-9]+)?(/[1-9][0-9]*)?$")]
"""An exact number as text: a plain decimal ("0.05", "231.5") or a fraction where no decimal ends ("2000/3").

Text, because neither `Decimal` nor `float` can hold 2000/3, and because every reader of the JSON can hold text.
`normalize.numbers` turns it into a `Fraction` and back.
"""

IsoDate = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
"""A calendar day, 2024-12-31."""
