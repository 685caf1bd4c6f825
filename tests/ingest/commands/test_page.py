"""The report as a page: everything in it, in both languages, and nothing that could run."""

import re
from collections import Counter
from pathlib import Path

from ingest.commands.page import page_of
from ingest.failure import Failure
from ingest.report import Change, Frequent, Remark, Report, Totals
from schema.limits import Limits
from schema.source import Conservation, Status
from tests.command_line import CommandLine

REPORT = Report(
    changes=Counter({Change.NEW: 2}),
    statuses=Counter({Status.IMPORTED: 1, Status.CORRUPT: 1}),
    failures=[Failure("<script>alert(1)</script>.txt", Status.CORRUPT, "文件为空", "the file is empty")],
    ignored=Counter({"partial": 3}),
    totals=Totals(1, 2, 3000, 31, 1, Conservation(stated=10, used=6, ignored={"page-furniture": 3}, reported=1)),
    diagnostics=[Frequent("unused-cell", "warning", 7, "未识别 <b>", "not understood <b>")],
)


def test_everything_is_said_in_both_languages() -> None:
    for page in (page_of(REPORT, "zh"), page_of(REPORT, "en")):
        for said in ("文件为空", "the file is empty", "重新下载", "download it again", "3,000", "90.00%", "200 MiB",
                     "wall_seconds", "unused-cell", "partial downloads", "未下载完的文件"):  # fmt: skip
            assert said in page, said
        assert all(name in page for name in Limits.model_fields)


def test_it_needs_nothing_and_runs_nothing() -> None:
    page = page_of(REPORT, "en")
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "not understood <b>" not in page
    assert not re.search(r"(?:src|href)=|https?:|url\(|@import", page)
    assert "$" not in page


def test_it_is_written_where_it_was_asked_for(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    jixiao("import", form, "--db", tmp_path / "demo.db", "--report", tmp_path / "report.html", language="zh")
    assert "<title>导入报告</title>" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_what_is_said_of_the_run_stands_in_it() -> None:
    page = page_of(Report(remarks=[Remark("d：原有文件 3 个", "d: it held 3 files <b>", failed=True)]), "zh")
    assert "d：原有文件 3 个" in page
    assert "it held 3 files &lt;b&gt;" in page
