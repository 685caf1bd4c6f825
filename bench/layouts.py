"""Which layout reads which drawing, and how much of its cells: `python -m bench.layouts` writes docs/layouts.md.

The drawings are those the tests hold; what is read badly there is read badly here.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bench import peers
from parsers.layouts import Hints, Interpretation, interpret
from schema.table import Indicator
from tests.drawing import document

PAGE = peers.ROOT / "docs" / "layouts.md"
DRAWN = peers.ROOT / "tests" / "parsers" / "layouts"
UGLY = "ugliest.toml"
MOST_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Fixture:
    """A drawing with its name and the file that holds it."""

    name: str
    file: str
    drawn: str
    comment: str = ""


def fixtures() -> Iterator[Fixture]:
    """Every drawing the tests keep as data: forms, lists, and the ugliest real cases."""
    for name, form in _data("provinces.toml").items():
        yield Fixture(name, "provinces.toml", form["drawn"])
    for name, printed in _data("bureaus.toml").items():
        yield Fixture(name, "bureaus.toml", printed["drawn"])
    for listed in _data("lists.toml")["list"]:
        yield Fixture(listed["name"], "lists.toml", listed["drawing"])
    yield from ugliest()


def ugliest() -> Iterator[Fixture]:
    """The ugliest cases seen in published tables."""
    for name, case in _data(UGLY).items():
        yield Fixture(name, UGLY, case["drawn"], case["comment"])


def page() -> str:
    """The page: the ugliest cases and how each is read, then the table of all."""
    cases = "\n".join(_case(fixture) for fixture in ugliest())
    rows = "\n".join(_row(fixture) for fixture in fixtures())
    return (
        "# What each layout reads\n\n"
        "Written by `python -m bench.layouts`; do not edit. A test compares this page with what is read today.\n\n"
        "## The five ugliest cases\n\n"
        "Seen in published tables, drawn anew; `<` and `^` are merged cells, `⏎` is a line break in a cell.\n\n"
        f"{cases}\n"
        "## Layout × fixture × coverage\n\n"
        "Coverage is the share of non-blank cells that stand in a named field or were left out under a name.\n\n"
        "| layout | fixture | drawn in | tables | indicators | cells | coverage |\n|---|---|---|---|---|---|---|\n"
        f"{rows}\n"
    )


def read(fixture: Fixture) -> Interpretation:
    """What the layouts make of a drawing."""
    return interpret(document(fixture.drawn), Hints(file_name="a.txt"))


def coverage(found: Interpretation) -> float:
    """The share of cells that are used or ignored by name."""
    return 1 - found.cells.reported / found.cells.stated


def _data(name: str) -> dict[str, Any]:
    return tomllib.loads((DRAWN / name).read_text(encoding="utf-8"))


def _row(fixture: Fixture) -> str:
    found = read(fixture)
    layouts = ", ".join(sorted({table.layout for table in found.tables})) or "–"
    counted = sum(len(table.indicators) for table in found.tables)
    name = fixture.name.replace("|", "\\|")
    share = f"{100 * coverage(found):.4g} %"
    return f"| {layouts} | {name} | {fixture.file} | {len(found.tables)} | {counted} | {found.cells.stated} | {share} |"


def _case(fixture: Fixture) -> str:
    found = read(fixture)
    told = [line for table in found.tables for line in map(_line, table.indicators)]
    more = [f"… {len(told) - MOST_SHOWN} more"] if len(told) > MOST_SHOWN else []
    said = sorted({diagnostic.code.value for diagnostic in found.diagnostics})
    return "\n".join(
        [
            f"### {fixture.name}",
            "",
            fixture.comment.strip(),
            "",
            "```",
            fixture.drawn.strip("\n"),
            "```",
            "",
            "is read as",
            "",
            "```",
            *told[:MOST_SHOWN],
            *more,
            f"said: {', '.join(said) or '–'}",
            "```",
            "",
        ]
    )


def _line(indicator: Indicator) -> str:
    levels = indicator.level1 or "–", indicator.level2 or "–"
    value = "".join(filter(None, (indicator.stated.operator, indicator.stated.value, indicator.stated.unit)))
    return f"{levels[0]} / {levels[1]} / {indicator.name} = {value}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
