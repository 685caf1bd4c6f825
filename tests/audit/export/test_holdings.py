"""The sheets of the workbook."""

from pathlib import Path
from typing import Any

import openpyxl

from tests.command_line import CommandLine


def opened(path: Path) -> Any:
    return openpyxl.load_workbook(path)


def test_a_workbook_of_everything(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    (form.parent / "odd.bin").write_bytes(b"\x00\x01\x02")
    database = tmp_path / "x.db"
    jixiao("import", form.parent, "--db", database)
    assert jixiao("export", "--db", database, "--xlsx", tmp_path / "before.xlsx").code == 0
    before = opened(tmp_path / "before.xlsx")
    assert before.sheetnames == ["indicators", "tables", "files", "diagnostics"]
    jixiao("audit", "--db", database)
    ran = jixiao("export", "--db", database, "--xlsx", tmp_path / "after.xlsx", language="zh")
    assert (ran.code, ran.out) == (0, "")
    book = opened(tmp_path / "after.xlsx")
    assert book.sheetnames == ["疑点", "指标", "绩效表", "文件", "提示"]
    indicators = list(book["指标"].iter_rows(values_only=True))
    titles = indicators[0]
    rows = [dict(zip(titles, row, strict=True)) for row in indicators[1:]]
    cost = next(row for row in rows if row["三级指标"] == "项目总经费")
    assert (cost["上限"], cost["标准单位"], cost["指标值（原文）"], cost["位置"], cost["行"]) == (
        500_000, "元", "≤50万元", "table 1", 6,
    )  # fmt: skip
    links = {
        cell.hyperlink.target.replace("\\", "/") for row in book["文件"].iter_rows(min_row=2, max_col=1) for cell in row
    }
    assert links == {"files/road.txt", "files/odd.bin"}
    assert book["文件"].max_row == 3
    assert all(str(row[3].value) for row in book["疑点"].iter_rows(min_row=2))
