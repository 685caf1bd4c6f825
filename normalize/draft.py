"""A comparison in the making."""

from dataclasses import dataclass, field
from fractions import Fraction

from normalize.contexts import Change
from normalize.models import made
from normalize.numbers import ONE
from normalize.units import Unit
from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.target import Comparator


@dataclass(slots=True, repr=False, eq=False)
class Draft:
    """A comparison in the making: bounds in the canonical unit, and what was odd on the way."""

    text: str
    sign: Comparator = "="
    explicit: bool = False
    low: str | None = None
    high: str | None = None
    low_open: bool = False
    high_open: bool = False
    unit: str = ""
    measure: Unit | None = None
    inferred: str | None = None
    factor: Fraction = ONE
    per: str | None = None
    change: Change | None = None
    basis: str | None = None
    rule: str = "number"
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def odd(self, code: Code, **args: str) -> None:
        """Note something odd."""
        self.diagnostics.append(made(Diagnostic, {"code": code, "args": {"text": self.text, **args}}))
