"""Which layout reads which drawing, and how much of its cells: `python -m bench.layouts` writes docs/layouts.md, twice.

The drawings are those the tests hold; what is read badly there is read badly here.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import peers
from parsers.layouts import Hints, Interpretation, interpret
from schema.diagnostic import Language
from schema.table import Indicator
from tests.drawing import document

DOCS = peers.ROOT / "docs"
DRAWN = peers.ROOT / "tests" / "parsers" / "layouts"
UGLY = "ugliest.toml"
MOST_SHOWN = 8
WORDS: dict[Language, list[str]] = tomllib.loads((peers.ROOT / "bench" / "layouts.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Fixture:
    """A drawing with its name and the file that holds it."""

    name: str
    file: str
    drawn: str
    told: tuple[str, str] = ("", "")
    """Its name and what is ugly about it, in Chinese."""
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
        yield Fixture(name, UGLY, case["drawn"], (case["zh"], case["comment_zh"]), case["comment"])


def page(language: Language) -> str:
    """The page: the ugliest cases and how each is read, then the table of all."""
    title, written, five, seen, grid, share, heads = WORDS[language]
    cases = "\n".join(_case(fixture, language) for fixture in ugliest())
    rows = "\n".join(_row(fixture) for fixture in fixtures())
    head = f"# {title}\n\n{written}\n\n## {five}\n\n{seen}\n\n{cases}\n"
    return f"{head}## {grid}\n\n{share}\n\n{heads}\n|---|---|---|---|---|---|---|\n{rows}\n"


def path(language: Language) -> Path:
    """Where the page stands."""
    return DOCS / ("layouts.zh.md" if language == "zh" else "layouts.md")


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


def _case(fixture: Fixture, language: Language) -> str:
    name, comment = fixture.told if language == "zh" else (fixture.name, fixture.comment)
    found = read(fixture)
    told = [line for table in found.tables for line in map(_line, table.indicators)]
    more = [f"… +{len(told) - MOST_SHOWN}"] if len(told) > MOST_SHOWN else []
    said = sorted({diagnostic.code.value for diagnostic in found.diagnostics})
    return "\n".join(
        [
            f"### {name}",
            "",
            comment.strip(),
            "",
            "```",
            fixture.drawn.strip("\n"),
            "```",
            "",
            "读作" if language == "zh" else "is read as",
            "",
            "```",
            *told[:MOST_SHOWN],
            *more,
            f"{'诊断' if language == 'zh' else 'said'}: {', '.join(said) or '–'}",
            "```",
            "",
        ]
    )


def _line(indicator: Indicator) -> str:
    levels = indicator.level1 or "–", indicator.level2 or "–"
    value = "".join(filter(None, (indicator.stated.operator, indicator.stated.value, indicator.stated.unit)))
    return f"{levels[0]} / {levels[1]} / {indicator.name} = {value}"


if __name__ == "__main__":
    for spoken in WORDS:
        path(spoken).write_text(page(spoken), encoding="utf-8")
