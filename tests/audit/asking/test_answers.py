"""Answers for a person."""

from pathlib import Path

import pytest

from audit.asking.answers import show
from audit.asking.find import Hit
from ingest.terminal import Terminal
from schema.target import Blank

HIT = Hit(
    url=None,
    published=None,
    root="files", source="a.txt", title="绩效目标表", project_name="修路", department="交通局", agency=None, region=None, fiscal_year=2024,
    level1="产出指标", level2=None, name="里程", stated_value="", place="table 1", row=4, column=5, table_key="t",
    indicator_key="i", table_id=1, target=Blank(text="", reason="missing"),
)  # fmt: skip


def test_hits_are_grouped_by_table_and_counted(capsys: pytest.CaptureFixture[str]) -> None:
    show([HIT, HIT], Terminal("en"))
    captured = capsys.readouterr()
    assert captured.out.count("修路 · 交通局 · 2024 · a.txt") == 1
    assert "blank (not filled" in captured.out
    assert captured.err == "Indicators: 1, targets: 2, tables: 1\n"


def test_sources_of_several_roots_are_told_apart(capsys: pytest.CaptureFixture[str]) -> None:
    other = Hit(**{name: getattr(HIT, name) for name in Hit.__slots__} | {"root": "2025", "table_id": 2})
    show([HIT, other], Terminal("zh"))
    captured = capsys.readouterr()
    assert str(Path("files") / "a.txt") in captured.out
    assert "2025/a.txt" in captured.out
    assert captured.err == "指标 2，目标值 2，表 2\n"


def test_nothing_found_shows_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    show([], Terminal())
    assert capsys.readouterr() == ("", "")
