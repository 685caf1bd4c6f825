"""Indicators in columns."""

from pathlib import Path

import pytest

from ingest.commands.tables import Line, show_groups, show_reading
from ingest.help import cells
from ingest.reading import read_source
from ingest.terminal import WIDTH, Terminal
from schema.limits import Limits


def test_a_table_fits_its_width_and_loses_nothing(capsys: pytest.CaptureFixture[str], form: Path) -> None:
    show_reading(read_source(form, "road.txt", Limits()).reading, Terminal("en"))
    shown = capsys.readouterr().out
    assert max(cells(line) for line in shown.splitlines()) <= WIDTH
    for word in ("修路 · 公路处 · 2024 · road.txt", "修路里程", "≥12公里", "≥ 12,000 米", "› row 5", "≤ 500,000 元"):
        assert word in shown


def test_brackets_and_control_codes_are_only_text(capsys: pytest.CaptureFixture[str]) -> None:
    odd = Line(level=None, name="[bold]名[/bold]", stated="\x1b[31m红", understood="", where="")
    show_groups(Terminal().console(), [("[red]x", [odd])], Terminal())
    shown = capsys.readouterr().out
    assert "[bold]名[/bold]" in shown
    assert "\x1b" not in shown


def test_the_columns_are_named_once(capsys: pytest.CaptureFixture[str]) -> None:
    line = Line("数量指标", "名", "1", "= 1", "table 1")
    show_groups(Terminal("zh").console(), [("一", [line]), ("二", [line])], Terminal("zh"))
    assert capsys.readouterr().out.count("理解为") == 1
