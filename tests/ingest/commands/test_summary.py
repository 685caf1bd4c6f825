"""The end of an import, in words and as JSON."""

from collections import Counter

import pytest

from ingest.commands.summary import report_object, tell_report
from ingest.failure import Failure
from ingest.report import Change, Frequent, Remark, Report, Totals
from ingest.terminal import Terminal
from schema.source import Conservation, Status

REPORT = Report(
    changes=Counter({Change.NEW: 2, Change.GONE: 1}),
    statuses=Counter({Status.IMPORTED: 1, Status.CORRUPT: 1, Status.VANISHED: 1}),
    failures=[Failure("b.txt", Status.CORRUPT, "文件为空", "the file is empty")],
    defects=[("c.txt", "Traceback …")],
    ignored=Counter({"hidden": 3}),
    rows_written=12,
    totals=Totals(1, 2, 30, 31, 0, Conservation(stated=9, used=6, ignored={"page-furniture": 2}, reported=1)),
)


def test_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    tell_report(REPORT, Terminal("en"))
    assert capsys.readouterr().err.splitlines() == [
        "b.txt: the file is empty (corrupt)",
        "3 files: new 2, gone 1",
        "Status: imported 1, corrupt 1, vanished 1",
        "Passed over by name: hidden 3",
        "Database: 1 file, 2 tables, 30 indicators, 31 targets, of them 0 not understood",
        "Cells 9 = used 6 + ignored 2 + reported 1 (every one accounted for)",
    ]


def test_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    tell_report(REPORT, Terminal("zh"))
    assert capsys.readouterr().err.splitlines() == [
        "b.txt：文件为空（corrupt）",
        "文件 3：新增 2，已删除 1",
        "状态：已导入（imported）1；文件损坏或为空（corrupt）1；文件已不在原处（vanished）1",
        "按名称略过：隐藏文件 3",
        "数据库：文件 1，绩效表 2，指标 30，目标值 31，其中未能识别 0",
        "单元格 9 = 采用 6 + 忽略 2 + 报告 1（全部有着落）",
    ]


def test_equal_files_are_pointed_to_and_what_was_not_read_is_said_once(capsys: pytest.CaptureFixture[str]) -> None:
    odd = [Frequent(code, "warning", 2, "如此", "so") for code in ("not-read", "unknown-level")]
    tell_report(Report(statuses=Counter({Status.DUPLICATE: 2}), diagnostics=odd), Terminal("en"))
    said = capsys.readouterr().err
    assert "Equal files 2: jixiao failures --status duplicate names" in said
    assert ("unknown-level" in said, "not-read" in said) == (True, False)


def test_cells_that_do_not_add_up_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    tell_report(Report(totals=Totals(cells=Conservation(stated=2, used=1))), Terminal("en"))
    assert "this does not add up" in capsys.readouterr().err


def test_debug_shows_tracebacks(capsys: pytest.CaptureFixture[str]) -> None:
    tell_report(REPORT, Terminal("en", debug=True))
    assert "c.txt:\nTraceback …" in capsys.readouterr().err


def test_as_json() -> None:
    plain = report_object(REPORT, "zh")
    assert plain["files"]["changes"] == {"new": 2, "gone": 1}
    assert plain["failures"] == [{"path": "b.txt", "status": "corrupt", "message": "文件为空"}]
    assert (plain["rows_written"], plain["database"]["indicators"]) == (12, 30)


def test_what_is_said_of_the_run_is_told_and_counted(capsys: pytest.CaptureFixture[str]) -> None:
    report = Report(remarks=[Remark("d：原有文件 3 个", "d: it held 3 files", failed=True)])
    tell_report(report, Terminal("zh"))
    assert "d：原有文件 3 个" in capsys.readouterr().err
    assert report_object(report, "en")["remarks"] == ["d: it held 3 files"]
