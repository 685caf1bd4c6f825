"""The generated pages say what the code says now, and leave nothing out."""

import json

import pytest

from audit.cli import COMMANDS
from audit.rules.registry import built_in
from handbook import commands, formats, layouts, limits, rules, statuses
from handbook.page import LANGUAGES, Page
from handbook.pages import FOLDER, pages
from ingest.exits import Exit
from parsers.formats import READERS
from parsers.layouts.registry import LAYOUTS
from schema.diagnostic import Language
from schema.limits import Limits
from schema.source import Status

PAGES = {page.path: page for page in pages()}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_a_page_is_as_the_code_has_it_now(page: Page) -> None:
    written = (FOLDER / page.path).read_text(encoding="utf-8")
    assert written == page.text, "run: python -m handbook"


def test_no_page_is_left_over() -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted(PAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_exit_status_and_format_has_its_place(language: Language) -> None:
    told = commands.written(language).text
    assert [entry.name for entry in COMMANDS if f"## jixiao {entry.name}\n" not in told] == []
    assert [code for code in Exit if f"| {int(code)} |" not in told] == []
    assert [status for status in Status if f"`{status.value}`" not in statuses.written(language).text] == []
    assert [reader.name for reader in READERS if f"| {reader.name} |" not in formats.written(language).text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_layout_is_drawn_and_read_by_itself(language: Language) -> None:
    told = layouts.written(language).text
    assert {entry["read"] for entry in layouts.said()} == {read.__module__.split(".")[-1] for read in LAYOUTS}
    for entry in layouts.said():
        found = layouts.read(entry)
        assert {table.layout for table in found.tables} == {entry["read"]}
        assert found.cells.reported == 0
        assert f"## {entry['letter']} · " in told


def test_help_on_a_chinese_page_is_chinese() -> None:
    told = commands.written("zh").text
    assert "[required]" not in told
    assert "[default: " not in told


def test_a_schema_is_one() -> None:
    schema = json.loads(PAGES["parse.schema.json"].text)
    assert schema["properties"]["tables"]["type"] == "array"


def test_every_limit_is_explained() -> None:
    assert list(limits.said()) == list(Limits.model_fields)
    assert {entry["status"] for entry in limits.said().values()} <= {status.value for status in Status}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_its_place_and_they_are_sixty_one(language: Language) -> None:
    told = rules.written(language).text
    codes = [ask.rule.code for ask in built_in()]
    assert [code for code in codes if f"## {code}\n" not in told] == []
    assert len(codes) == 61
