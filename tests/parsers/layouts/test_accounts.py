"""The account of a section, for people."""

from parsers.layouts.accounts import Account
from tests.parsers.layouts.reading_drawings import read

FORM = """
项目绩效目标表
项目名称 | 甲
监督等级 | 三级
一级指标 | 二级指标 | 三级指标 | 指标值
产出指标 | 数量指标 | 报告 | 2份
"""


def accounts(drawing: str) -> list[Account]:
    return list(read(drawing).accounts)


def test_an_account_says_who_read_what_and_what_became_of_every_cell() -> None:
    form, other = accounts(f"{FORM}\n收支总表\n收入 | 金额\n拨款 | 5\n事业收入 | 6\n支出 | 9\n结余 | 2\n其他 | 1")
    assert (form.layout, form.tables, form.titles) == ("form", 1, ("项目绩效目标表",))
    assert (form.first.row, form.last.row, form.first.place) == (1, 4, "table 1")
    assert form.cells.model_dump() == {"stated": 12, "used": 6, "ignored": {"header": 4}, "reported": 2}
    assert round(form.coverage, 3) == 0.833
    assert form.tried == {"form": 6}
    assert (other.layout, other.tables, other.tried) == (None, 0, {})
    assert other.cells.ignored == {"other-table": 12}


def test_every_cell_of_a_document_is_in_one_account() -> None:
    found = read(f"{FORM}\n{FORM}\n序号 | 名称\n1 | 2")
    assert sum(account.cells.stated for account in found.accounts) == found.cells.stated
    assert sum(account.cells.used for account in found.accounts) == found.cells.used
