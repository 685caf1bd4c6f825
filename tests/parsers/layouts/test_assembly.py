"""Head and indicators put together."""

import pytest

from parsers.layouts.assembly import assemble
from parsers.layouts.heads.head import Head, Stated
from parsers.layouts.words.funds import StatedAmount
from schema.catalogue import Code
from schema.span import Span
from schema.table import Indicator, PerformanceTable
from schema.table import Stated as Words
from tests.parsers.layouts.reading_drawings import one

SPAN = Span(place="table 1", row=1, column=2)


def _table(head: Head, *indicators: Indicator) -> tuple[PerformanceTable, list[Code]]:
    table, odd = assemble(head, indicators, "form")
    return table, [diagnostic.code for diagnostic in odd]


def _head(**texts: str) -> Head:
    return Head(
        title=Stated(texts.pop("title", "项目绩效目标表"), SPAN),
        texts={name: [Stated(text, SPAN)] for name, text in texts.items()},
    )


def test_codes_are_split_off_and_a_code_of_its_own_wins() -> None:
    table, _ = _table(
        _head(agency="324001-甘孜州财政局", project_name="[51001]绿化", project_code="T9", department="[155]某局")
    )
    assert (table.agency_code, table.agency) == ("324001", "甘孜州财政局")
    assert (table.project_code, table.project_name, table.department) == ("T9", "绿化", "某局")


@pytest.mark.parametrize(
    ("texts", "year", "codes"),
    [
        ({"fiscal_year": "2020年", "title": "2021年绩效目标表", "project_name": "2022年绿化"}, 2020, []),
        ({"title": "2021年绩效目标表", "project_name": "2022年绿化"}, 2021, []),
        ({"title": "2022年绿化绩效目标表", "project_name": "2022年绿化"}, 2022, [Code.YEAR_FROM_NAME]),
        ({"fiscal_year": "2019-2021年", "project_name": "绿化"}, None, []),
    ],
)
def test_the_fiscal_year(texts: dict[str, str], year: int | None, codes: list[Code]) -> None:
    table, odd = _table(_head(**texts))
    assert (table.fiscal_year, odd) == (year, codes)


@pytest.mark.parametrize(
    ("stated", "label_unit", "unit_line", "yuan", "codes"),
    [
        ("460万元", "元", "元", "4600000", []),
        ("460", "元", "万元", "460", []),
        ("460", None, "千元", "460000", []),
        ("1,234.56", None, None, "12345600", [Code.MONEY_UNIT_ASSUMED]),
        ("0", None, None, "0", []),
        ("123456789012.34", "亿元", None, "12345678901234000000", []),
        ("见附件", "元", None, None, [Code.AMOUNT_UNREADABLE]),
    ],
)
def test_amounts(
    stated: str, label_unit: str | None, unit_line: str | None, yuan: str | None, codes: list[Code]
) -> None:
    head = _head(project_name="绿化")
    head.unit_of_money = unit_line
    head.amounts.append(StatedAmount("budget", "total", "预算数", label_unit, stated, SPAN))
    table, odd = _table(head)
    assert (table.budget.total, table.funds[0].amount, table.funds[0].stated, odd) == (yuan, yuan, stated, codes)
    assert table.spans["budget.total"] == (SPAN,)


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("2024年项目支出绩效目标表", [Code.PROJECT_MISSING]),
        ("2024年平安建设项目绩效目标表", [Code.PROJECT_FROM_HEADING]),
        ("部门整体支出绩效目标表", []),
        ("专项转移支付区域绩效目标表", []),
    ],
)
def test_a_projects_table_without_a_project_is_said_to_be_one(title: str, codes: list[Code]) -> None:
    assert _table(_head(title=title))[1] == codes
    assert _table(_head(title=title, project_name="绿化"))[1] == []


def test_an_untitled_table_with_results_is_a_self_evaluation() -> None:
    head = Head(texts={"project_name": [Stated("绿化", SPAN)]})
    table, odd = _table(head, Indicator(name="面积", stated=Words(value="9亩"), actual="9亩"))
    assert (table.kind, table.title, odd) == ("project_selfeval", None, [Code.TITLE_MISSING])


@pytest.mark.parametrize(
    ("offices", "department", "agency"),
    [
        ("主管部门 | 龙井市公安局 | 实施单位 | 同主管部门", "龙井市公安局", "龙井市公安局"),
        ("主管部门 | 龙井市公安局 | 实施单位 | 同上", "龙井市公安局", "龙井市公安局"),
        ("主管部门 | 同单位 | 实施单位 | 龙井市公安局", "龙井市公安局", "龙井市公安局"),
        ("项目单位 | 龙井市公安局 | 实施单位 | 同上", None, "龙井市公安局"),
        ("实施单位 | 同主管部门 | 项目类别 | 延续", None, None),
        ("主管部门 | 龙井市公安局 | 实施单位 | 某街道", "龙井市公安局", "某街道"),
    ],
)
def test_an_office_said_to_be_the_other_one_has_its_name(
    offices: str, department: str | None, agency: str | None
) -> None:
    grid = "三级指标 | 指标值 | < | <\n宣传活动 | 24场 | < | <"
    table = one(f"项目绩效目标表\n项目名称 | 禁毒宣传 | < | <\n{offices}\n{grid}")
    assert (table.department, table.agency) == (department, agency)


def test_a_title_names_the_project_only_where_the_form_does_not_and_it_is_no_office() -> None:
    table, said = _table(_head(title="平安建设项目绩效目标表"))
    assert (table.project_name, Code.PROJECT_FROM_HEADING in said) == ("平安建设", True)
    assert _table(_head(title="平安建设项目绩效目标表", project_name="雪亮工程"))[0].project_name == "雪亮工程"
    assert _table(_head(title="某市水利局项目绩效目标表"))[0].project_name is None
