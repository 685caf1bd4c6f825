"""Every layout: what it looks like, drawn with each cell in the colour of what it was read as, and what was read."""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from handbook.drawing import Place, svg
from handbook.page import Page, code, page, table
from ingest.language import pick
from parsers.layouts import Hints, Interpretation, interpret
from schema.diagnostic import Language
from schema.span import Span
from schema.table import Indicator, PerformanceTable
from tests.drawing import document

_DATA = Path(__file__).with_name("data") / "layouts.toml"
COLOURS = {
    "head": ("#d7e8f7", "表头：谁的、哪个项目、目标", "head: whose it is, which project, the goal"),
    "money": ("#fbe3c8", "金额", "money"),
    "level": ("#e6dff3", "级别", "levels"),
    "name": ("#d5efdc", "指标名称", "names of indicators"),
    "value": ("#fdf1a8", "指标值、符号、单位", "values, signs, units"),
    "result": ("#f6d3d8", "完成值、分值、得分等", "results, weights, scores"),
}
_SORTS = {
    "level1": "level",
    "level2": "level",
    "name": "name",
    "description": "name",
    "value": "value",
    "operator": "value",
    "unit": "value",
    "grades": "value",
    "area": "value",
}
_MONEY = ("budget", "fund", "amount")


@cache
def said() -> list[dict[str, Any]]:
    """The layouts of handbook/data/layouts.toml."""
    found: list[dict[str, Any]] = tomllib.loads(_DATA.read_text(encoding="utf-8"))["layout"]
    return found


def read(entry: dict[str, Any]) -> Interpretation:
    """What is read from the drawing of a layout."""
    return interpret(document(entry["drawn"]), Hints(file_name="a.txt"))


def written(language: Language) -> Page:
    """The page of layouts, each with its picture."""
    legend = [
        (f'<span style="background:{colour}">　　</span>', pick(language, zh=zh, en=en))
        for colour, zh, en in COLOURS.values()
    ]
    grey = pick(language, zh="标签，以及按名称略去的内容", en="labels, and what was left out under a name")
    headings = pick(language, zh="颜色|读作", en="colour|read as").split("|")
    parts = [table(headings, [*legend, ('<span style="background:#f1f1f1">　　</span>', grey)])]
    for entry in said():
        parts.extend(_section(entry, language))
    return page("layouts", language, parts)


def pictures() -> Iterator[Page]:
    """The pictures of all layouts."""
    for entry in said():
        yield Page(_picture(entry), svg(document(entry["drawn"]), _colours(read(entry))))


def _picture(entry: dict[str, Any]) -> str:
    return f"layout-{entry['letter'].lower()}.svg"


def _section(entry: dict[str, Any], language: Language) -> Iterator[str]:
    number = 0 if language == "zh" else 1
    name = pick(language, zh=entry["zh"], en=entry["en"])
    yield f"## {entry['letter']} · {name}"
    by = pick(language, zh=f"由 {code(entry['read'])} 读取。", en=f"Read by {code(entry['read'])}.")
    yield f"{entry['told'][number]} {by}"
    yield f"![{name}]({_picture(entry)})"
    lines = [line for found in read(entry).tables for line in map(_line, found.indicators)]
    if lines:
        yield "\n".join(["```", *lines, "```"])


def _line(indicator: Indicator) -> str:
    levels = " / ".join(filter(None, (indicator.level1, indicator.level2)))
    value = "".join(filter(None, (indicator.stated.operator, indicator.stated.value, indicator.stated.unit)))
    apart = "".join(f"（{text}）" for text in (indicator.area, _period(indicator)) if text)
    achieved = f" → {indicator.actual}" if indicator.actual else ""
    return f"{levels or '–'} / {indicator.name}{apart} = {value}{achieved}"


def _period(indicator: Indicator) -> str | None:
    return "中期" if indicator.period == "mid_term" else None


def _colours(found: Interpretation) -> dict[Place, str]:
    colours: dict[Place, str] = {}
    for performance_table in found.tables:
        for field, span in _spans(performance_table):
            if span.row is not None and span.column is not None:
                colours[span.place, span.row, span.column] = COLOURS[_sort(field)][0]
    return colours


def _spans(found: PerformanceTable) -> Iterator[tuple[str, Span]]:
    """The fields of a table with their places, those of its indicators last: they are the finer ones."""
    for field, spans in found.spans.items():
        for span in spans:
            yield f"head.{field}", span
    for indicator in found.indicators:
        for field, spans in indicator.spans.items():
            for span in spans:
                yield field, span


def _sort(field: str) -> str:
    """What a field is one of."""
    if field.startswith("head."):
        return "money" if any(word in field for word in _MONEY) else "head"
    return _SORTS.get(field.split(".", maxsplit=1)[0], "result")
