"""A question out of what a person says: bounds as text, everything else by name."""

from typing import Any

from audit.asking.bounds import asked, bound
from audit.asking.question import Question


def question(
    *words: str,
    project: str | None = None,
    year: int | None = None,
    target: str | None = None,
    below: str | None = None,
    above: str | None = None,
    **rest: Any,
) -> Question:
    """A question; `rest` are fields of `Question`. Raises `CommandError` where a bound is none.

    >>> asked_for = question("满意度", below="90%", year=2024, level="满意度指标")
    >>> asked_for.words, asked_for.fiscal_year, asked_for.below.low
    (('满意度',), 2024, '90')
    """
    unit = rest.get("unit")
    return Question(
        words=words,
        project_name=project,
        fiscal_year=year,
        target=None if target is None else asked(target, unit),
        below=None if below is None else bound(below, "below", unit),
        above=None if above is None else bound(above, "above", unit),
        **rest,
    )
