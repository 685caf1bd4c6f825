"""What every model of jixiao is: frozen, closed, and made of exact values."""

from inspect import getdoc
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints
from pydantic_core import CoreSchema, core_schema


class Model(BaseModel):
    """A value: it cannot change after it was made, and knows no field it does not name."""

    # Validators are built when a model is first used: a program that only imports the words need not wait for them.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


def taken_as_made(kind: type, stated: CoreSchema) -> core_schema.JsonOrPythonSchema:
    """The schema of a named tuple: one that was made is held as it is, anything else is read by its fields."""
    made = core_schema.union_schema([core_schema.is_instance_schema(kind), stated])
    said = {"pydantic_js_updates": {"title": kind.__name__, "description": getdoc(kind)}}
    return core_schema.json_or_python_schema(stated, made, metadata=said)


Exact = Annotated[str, StringConstraints(pattern=r"^-?[0-9]+(\.[0-9]+)?(/[1-9][0-9]*)?$")]
"""An exact number as text: a plain decimal ("0.05", "231.5") or a fraction where no decimal ends ("2000/3").

Text, because neither `Decimal` nor `float` can hold 2000/3, and because every reader of the JSON can hold text.
`normalize.numbers` turns it into a `Fraction` and back.
"""

IsoDate = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
"""A calendar day, 2024-12-31."""
