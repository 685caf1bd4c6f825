"""Columns for years and quarters: the fiscal year's values are the values, all others are told beside them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from parsers.layouts.grids.rows import Slot
from parsers.layouts.indicators.headings import Heading

_TOLD = frozenset({"value", "actual"})
_QUARTER = re.compile(r"第?[一二三四1-4]季度?")


@dataclass(frozen=True, slots=True)
class Dated:
    """The headings of a grid, those of other years turned, and the label of the year taken for the fiscal year."""

    headings: Sequence[Heading]
    assumed: Slot | None = None


def of_years(headings: Sequence[Heading], year: int | None) -> Dated:
    """The headings, where values (or results) stand in a column for each of several years.

    The fiscal year's stay values and results. Those of earlier years are history, targets of later years remarks, each
    under its label. Where no fiscal year is stated it is that of the only values, else the first one.
    """
    valued = [heading for heading in headings if heading.role == "value" and heading.year is not None]
    dated = [heading for heading in headings if heading.role in _TOLD and heading.year is not None]
    if len({heading.year for heading in dated}) < 2:
        return Dated([replace(h, role="history") if _is_past(h, headings, year) else h for h in headings])
    years = sorted({heading.year for heading in valued or dated if heading.year is not None})
    fiscal = year if year in years else years[0] if valued else years[-1]
    assumed = next((h.slot for h in valued if h.year == fiscal), None) if len(years) > 1 and fiscal != year else None
    known = set(map(id, dated))
    return Dated([_at(heading, fiscal) if id(heading) in known else heading for heading in headings], assumed)


def _is_past(heading: Heading, headings: Sequence[Heading], year: int | None) -> bool:
    """Whether results of one earlier year stand left of the targets, which were set by them: 2023年实际值 | 指标值."""
    if heading.role != "actual" or heading.year is None or year is None or heading.year >= year:
        return False
    return any(other.role == "value" and other.slot.column > heading.slot.column for other in headings)


def _at(heading: Heading, fiscal: int) -> Heading:
    if heading.year is None or heading.year == fiscal:
        return replace(heading, year=None)
    later = heading.role == "value" and heading.year > fiscal
    return replace(heading, role="remark" if later else "history", period=None)


def of_quarters(headings: Sequence[Heading]) -> Sequence[Heading]:
    """The headings, where targets of quarters stand beside those of the year, or results of several: as remarks."""
    told = [h for h in headings if h.role in _TOLD and _QUARTER.match(h.label) is not None]
    of_year = {heading.role for heading in headings if heading.role in _TOLD and heading not in told}
    several = {role for role in _TOLD if sum(heading.role == role for heading in told) > 1}
    remarks = [h for h in told if h.role in several and (h.role == "actual" or h.role in of_year)]
    return [replace(heading, role="remark") if heading in remarks else heading for heading in headings]
