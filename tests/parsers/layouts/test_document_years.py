"""The year of a whole document, by its headings."""

import pytest

from parsers.layouts import Hints, interpret, interpretation
from parsers.layouts.document_years import document_year
from schema.catalogue import Code
from schema.document import Cell, Document, Grid, Text
from tests.drawing import document

FORM = "项目支出绩效目标表\n项目名称 | 修路 |\n一级指标 | 三级指标 | 指标值\n产出指标 | 里程 | ≥3公里"


@pytest.mark.parametrize(
    ("heading", "year"),
    [
        ("2024年部门预算绩效目标公开", 2024),
        ("某市档案馆2023年部门决算", 2023),
        ("2024年工作总结", None),
        (
            "2024年度预算已经人大批准，其中绩效目标随同公开，2023年完成情况见附件，请各单位按照要求在规定时间内公开并做好解读工作。",
            None,
        ),
    ],
)
def test_a_heading_tells_the_year_of_tables_that_state_none(heading: str, year: int | None) -> None:
    drawn = document(f"{heading}\n\n目录 | 页码\n职责 | 3\n机构 | 4\n\n{FORM}")
    found = interpret(drawn, Hints(file_name="a.txt", fiscal_year=1999))
    assert found.tables[0].fiscal_year == (year or 1999)
    assert [odd.args["year"] for odd in found.diagnostics if odd.code is Code.YEAR_FROM_HEADING] == [str(year)] * bool(
        year
    )


def test_headings_of_several_years_tell_none() -> None:
    texts = (Text(place="line 1", text="2024年预算"), Text(place="line 2", text="2023年决算"))
    assert document_year(Document(source="text", blocks=texts), None) is None
    assert document_year(Document(source="text", blocks=texts[:1]), None) == (2024, "2024年预算", texts[0].span)


def test_the_cover_of_a_workbook_counts_and_another_file_of_an_archive_does_not() -> None:
    cover = Grid(place="sheet 封面", cells=(Cell(row=3, column=2, text="2024年绩效目标公开"),))
    other = cover.model_copy(update={"member": "b.xlsx"})
    assert document_year(Document(source="xlsx", blocks=(cover,)), None) == (
        2024,
        "2024年绩效目标公开",
        cover.span(cover.cells[0]),
    )
    assert document_year(Document(source="zip", blocks=(other,)), "a.xlsx") is None


def test_the_headings_of_a_file_are_looked_at_once_however_many_tables_it_holds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked: list[str | None] = []

    def counted(_document: Document, member: str | None) -> None:
        looked.append(member)

    monkeypatch.setattr(interpretation, "document_year", counted)
    forms = (FORM.replace("修路", name) for name in ("修路", "架桥", "植树"))
    found = interpret(document("\n\n".join(forms)), Hints(file_name="a.txt"))
    assert ([table.fiscal_year for table in found.tables], looked) == ([None] * 3, [None])
