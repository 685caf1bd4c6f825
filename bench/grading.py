"""One file compared with its truth: tables and indicators found or not, and each of their fields right or not."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from schema.source import SourceReading, Status
from schema.table import Indicator, PerformanceTable
from schema.target import Comparison, Deadline, Target

_BLANK = re.compile(r"\s+")
_REST = ("remark", "weight", "actual", "score", "deviation", "previous", "forecast")
Truth = dict[str, Any]


@dataclass(slots=True)
class Grade:
    """What was asked of a reading, what it found, what of that is right, and the differences in words."""

    unread: str | None = None
    asked: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    differences: list[str] = field(default_factory=list)

    def compare(self, column: str, wanted: object, given: object, where: str) -> None:
        """One field that is there in both."""
        self.asked[column] += 1
        self.found[column] += 1
        if _same(wanted, given):
            self.right[column] += 1
        else:
            self.differences.append(f"{where}: {wanted!r} was read as {given!r}")


def _same(wanted: object, given: object) -> bool:
    """Texts are the same whatever spaces and line breaks they hold; nothing is the same as an empty text."""
    if isinstance(wanted, str | None) and isinstance(given, str | None):
        return _BLANK.sub("", wanted or "") == _BLANK.sub("", given or "")
    return wanted == given


def grade_file(truth: Truth, reading: SourceReading) -> Grade:
    """A file's grade; one without tables is right where nothing was found in it."""
    grade = Grade()
    tables = list(reading.tables)
    if not reading.status.well and not (reading.status is Status.NO_TABLES and not truth["tables"]):
        grade.unread = reading.status.value
    grade.asked["tables"] = len(truth["tables"])
    grade.found["tables"] = len(tables)
    grade.found["indicators"] = sum(len(table.indicators) for table in tables)
    grade.asked["indicators"] = sum(len(table["indicators"]) for table in truth["tables"])
    for wanted in truth["tables"]:
        given = _match(wanted, tables)
        if given is None:
            grade.differences.append(f"no table of {_name(wanted)!r}")
            continue
        tables.remove(given)
        grade.right["tables"] += 1
        _grade_table(wanted, given, grade)
    grade.differences.extend(f"a table too many: {table.project_name!r}" for table in tables)
    return grade


def _match(wanted: Truth, tables: list[PerformanceTable]) -> PerformanceTable | None:
    """The table of the same project (department) that shares most of its indicators."""
    named = [table for table in tables if _same(_name(wanted), table.project_name or table.agency)]
    names = {_BLANK.sub("", indicator["name"]) for indicator in wanted["indicators"]}

    def shared(table: PerformanceTable) -> int:
        return len(names & {_BLANK.sub("", indicator.name) for indicator in table.indicators})

    return max(named, key=shared, default=None)


def _name(wanted: Truth) -> str | None:
    return wanted["head"].get("project_name") or wanted["head"].get("agency")


def _grade_table(wanted: Truth, given: PerformanceTable, grade: Grade) -> None:
    where = _name(wanted) or ""
    grade.compare("head", wanted["kind"], given.kind, f"{where} kind")
    for name, text in wanted["head"].items():
        grade.compare("head", text, getattr(given, name), f"{where} {name}")
    for part, amount in wanted["budget"].items():
        grade.compare("budget", amount, getattr(given.budget, part), f"{where} budget.{part}")
    left = list(given.indicators)
    for indicator in wanted["indicators"]:
        found = next((each for each in left if _is_same(indicator, each)), None)
        if found is None:
            grade.differences.append(
                f"{where}: no indicator {indicator['name']!r} {indicator['period']} {indicator['area'] or ''}"
            )
            continue
        left.remove(found)
        grade.right["indicators"] += 1
        _grade_indicator(indicator, found, f"{where} › {indicator['name']}", grade)
    grade.differences.extend(f"{where}: an indicator too many: {each.name!r} = {each.stated.value!r}" for each in left)


def _is_same(wanted: Truth, given: Indicator) -> bool:
    return _same(wanted["name"], given.name) and wanted["period"] == given.period and _same(wanted["area"], given.area)


def _grade_indicator(wanted: Truth, given: Indicator, where: str, grade: Grade) -> None:
    grade.compare("levels", wanted["level1"], given.level1, f"{where} level1")
    grade.compare("levels", wanted["level2"], given.level2, f"{where} level2")
    said, target = wanted["said"], wanted["target"]
    for name in ("value", "operator", "unit"):
        # A column of operators that says 定性 states no operator.
        if name in said and (name != "operator" or target["kind"] == "comparison"):
            grade.compare("value", said[name], getattr(given.stated, name), f"{where} {name}")
    grade.compare("meaning", _meant(target), _understood(given.targets), f"{where} {said.get('value', '')}")
    for name in _REST:
        if name in said:
            grade.compare("rest", said[name], getattr(given, name), f"{where} {name}")
    for name, text in said.items():
        if name.startswith("grade:"):
            grade.compare("rest", text, given.grades.get(name.removeprefix("grade:")), f"{where} {name}")


def _meant(target: Truth) -> list[tuple[object, ...]]:
    if target["kind"] == "comparison":
        return [("comparison", target["comparator"], target["low"], target["high"], target["unit"])]
    return [(target["kind"], target["not_after"])]


def _understood(targets: tuple[Target, ...]) -> list[tuple[object, ...]]:
    return list(_told(targets))


def _told(targets: tuple[Target, ...]) -> Iterator[tuple[object, ...]]:
    for target in targets:
        match target:
            case Comparison():
                unit = target.unit_canonical or target.unit_inferred
                yield ("comparison", target.comparator, target.low, target.high, unit)
            case Deadline():
                yield ("deadline", str(target.not_after) if target.not_after is not None else None)
            case _:
                yield (target.kind, None)
