"""`jixiao parse --explain`."""

import re
from pathlib import Path

from ingest.commands.accounting import REASONS
from parsers import layouts
from parsers.layouts.registry import WORDS
from tests.command_line import CommandLine

FORM = """项目绩效目标表
项目名称\t甲
监督等级\t三级
一级指标\t二级指标\t三级指标\t指标值
产出指标\t数量指标\t报告\t2份
"""
OTHER = "\n收支总表\n项目\t金额\n拨款\t5\n"
SOURCES = [path.read_text(encoding="utf-8") for path in Path(next(iter(layouts.__path__))).glob("*.py")]


def test_every_table_is_told_in_both_languages(jixiao: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FORM + OTHER, encoding="utf-8")
    en = jixiao("parse", "--explain", tmp_path / "a.txt").out
    assert "16 cells = 6 used + 8 left out by name + 2 not understood" in en
    assert "read as a form; 1 table, coverage 83.3%" in en
    assert "left out by name: header 4" in en
    assert "! table 1 › row 3: cell '三级' was not understood" in en
    assert "no performance table was read" in en
    zh = jixiao("parse", "--explain", tmp_path / "a.txt", language="zh").out
    assert "单元格 16 个 = 读取 6 + 按名略去 8 + 未识别 2" in zh
    assert "按“一项目一表”读取，1 张表，覆盖率 83.3%" in zh
    assert "按名略去：其他表格 4" in zh


def test_what_was_taken_together_is_told_and_long_lists_are_cut(jixiao: CommandLine, tmp_path: Path) -> None:
    odd = FORM + "".join(f"怪{number}\t怪\n" for number in range(30))
    (tmp_path / "a.txt").write_text(f"{FORM}\n{FORM}\n附录绩效目标表\n{odd}", encoding="utf-8")
    out = jixiao("parse", "--explain", tmp_path / "a.txt").out
    assert "says the same; it was counted once" in " ".join(out.split())
    assert re.search(r"… and \d+ more", out)


def test_a_file_that_cannot_be_read_is_told_by_its_failure(jixiao: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    ran = jixiao("parse", "--explain", tmp_path / "a.txt")
    assert (ran.code, "cells" in ran.out) == (3, False)


def test_every_layout_and_every_reason_has_its_words() -> None:
    reasons = {reason for source in SOURCES for reason in re.findall(r'ignore\("([a-z0-9-]+)"', source)}
    named = {
        reason for source in SOURCES for reason in re.findall(r'(?:return|dict\.fromkeys\(.*,) "([a-z-]+)"', source)
    }
    assert reasons - REASONS.keys() == set()
    assert {"hidden", "total", "note", *(name for name in named if "-" in name)} - REASONS.keys() == set()
    assert {
        re.findall(r'^NAME, WORDS = "(\w+)"', source, re.MULTILINE)[0] for source in SOURCES if "\nNAME, " in source
    } == set(WORDS)
