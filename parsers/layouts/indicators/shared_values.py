"""Values of several indicators in one cell, merged down over their rows: a line each is the value of each."""

from collections import defaultdict
from collections.abc import Sequence

from normalize import reads_as_value
from normalize.models import changed
from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.span import Span
from schema.table import Indicator

_ROLES = ("value", "actual")
_SEVERAL = 3
"""So many values for as many indicators and more are no statement about all of them."""


def with_own_values(indicators: Sequence[Indicator]) -> tuple[list[Indicator], list[Diagnostic]]:
    """Indicators with the line that is theirs of a cell that holds values for several, and what is to be said of it.

    Where the lines are not as many as the indicators, nothing tells which is whose: none of them carries them all.
    """
    known = list(indicators)
    said: list[Diagnostic] = []
    for role in _ROLES:
        for span, numbers in _sharing(known, role).items():
            text = _text(known[numbers[0]], role)
            lines = [line for line in text.split("\n") if line.strip()]
            if len(lines) < 2 or not all(map(reads_as_value, lines)):
                continue
            own: Sequence[str | None] = [text] * len(numbers)
            if len(lines) == len(numbers):
                own = lines
            elif min(len(lines), len(numbers)) >= _SEVERAL:
                own = [None] * len(numbers)
            for number, line in zip(numbers, own, strict=True):
                known[number] = _with(known[number], role, line)
            args = {"field": role, "text": "；".join(lines), "count": str(len(numbers))}
            said.append(Diagnostic(code=Code.VALUES_SHARED, args=args, span=span))
    return known, said


def _sharing(indicators: Sequence[Indicator], role: str) -> dict[Span, list[int]]:
    """The indicators, by number, that hold a value in one cell and have names in rows of their own."""
    found: defaultdict[Span, dict[Span, int]] = defaultdict(dict)
    for number, indicator in enumerate(indicators):
        held, named = indicator.spans.get(role), indicator.spans.get("name")
        if held and named and "\n" in _text(indicator, role):
            found[held[0]].setdefault(named[0], number)
    return {span: list(numbers.values()) for span, numbers in found.items() if len(numbers) > 1}


def _text(indicator: Indicator, role: str) -> str:
    return (indicator.stated.value if role == "value" else indicator.actual) or ""


def _with(indicator: Indicator, role: str, text: str | None) -> Indicator:
    if role == "actual":
        return changed(indicator, {"actual": text})
    return changed(indicator, {"stated": changed(indicator.stated, {"value": text})})
