"""Documents and pages that hold no performance table: budgets, contents, travel costs."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from bench.generation.drawing import Drawing, Line, Slot, Table
from bench.generation.truth import TrueTable

if TYPE_CHECKING:
    from bench.generation.layouts import Order

Made = tuple[Drawing, list[TrueTable]]
_INCOME = (
    "一般公共预算拨款收入",
    "政府性基金预算拨款收入",
    "国有资本经营预算拨款收入",
    "财政专户管理资金收入",
    "事业收入",
    "上年结转",
)
_SPENDING = ("一般公共服务支出", "教育支出", "社会保障和就业支出", "卫生健康支出", "住房保障支出", "结转下年")
_CONTENTS = ("部门概况", "部门预算表", "部门预算情况说明", "项目支出绩效目标情况", "名词解释")


def balance(order: "Order") -> Made:
    """部门收支总表."""
    rows = [[Slot("收入", 2), Slot("支出", 2)], [Slot("项目"), Slot("预算数"), Slot("项目"), Slot("预算数")]]
    for income, spending in zip(_INCOME, _SPENDING, strict=True):
        rows.append([Slot(income), Slot(_money(order)), Slot(spending), Slot(_money(order))])
    return _page(order, "部门收支总表", rows)


def travel(order: "Order") -> Made:
    """一般公共预算“三公”经费支出表."""
    header = ("单位名称", "合计", "因公出国（境）费", "公务用车购置费", "公务用车运行维护费", "公务接待费")
    rows = [[Slot(text) for text in header], [Slot(order.unit.name), *(Slot(_money(order)) for _ in header[1:])]]
    return _page(order, "一般公共预算“三公”经费支出表", rows)


def contents(order: "Order") -> Made:
    """A list of contents that names performance tables and holds none."""
    lines = [Line(f"{order.unit.name}{order.year}年部门预算", heading=True), Line("目  录")]
    lines += [Line(f"第{'一二三四五'[at]}部分  {text}……{at * 7 + 1}") for at, text in enumerate(_CONTENTS)]
    return [*lines], []


def _page(order: "Order", title: str, rows: list[list[Slot]]) -> Made:
    return [Line(f"{order.year}年{title}", heading=True), Line("单位：万元"), Table(rows)], []


def _money(order: "Order") -> str:
    return f"{order.chance.randint(0, 900_000) / 100:,.2f}"


LAYOUTS: dict[str, "Callable[[Order], Made]"] = {
    "none-balance": balance,
    "none-travel": travel,
    "none-contents": contents,
}
