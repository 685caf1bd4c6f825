"""Words of a row of a head that are labels only with the label in front of them: 调整前, 合计, 2024年, 支出."""

import re
from dataclasses import replace
from itertools import pairwise

from normalize.money import amount_in_yuan
from parsers.layouts.grids.rows import Row, Slot
from parsers.layouts.heads.label_pairs import is_label
from parsers.layouts.words import labels
from parsers.layouts.words.label_list import bare, label_list

_LONGEST_STAGE = 6
_SEVERAL_PARTS = 3
_YEAR = re.compile(r"20\d\d\s*年度?")


def in_full(row: Row) -> Row:
    """A row, where each word that goes on with the label in front of it reads as the label it is.

    >>> from parsers.layouts.grids.rows import rows_of
    >>> from schema.document import Cell, Grid
    >>> texts = ("资金（万元）", "预算", "300", "支出", "298")
    >>> grid = Grid(place="t", cells=tuple(Cell(row=1, column=c, text=text) for c, text in enumerate(texts, start=1)))
    >>> [slot.text for slot in in_full(rows_of(grid)[0]).slots]
    ['资金（万元）', '预算', '300', '支出数', '298']
    """
    return _with_project(_with_spending(_with_years(_with_total(_with_stages(row)))))


def _with_project(row: Row) -> Row:
    """A row, where the kind of project behind another heads its name: 一级项目 | 城市维护 | 二级项目 | 路灯管护.

    Alone it is what 项目级次 says of a project.
    """
    if "parent_project" not in row.fields:
        return row
    behind = row.slots[row.fields.index("parent_project") + _LABEL_AND_TEXT : -1]
    named = [slot for slot in behind if labels.field_of(f"{slot.text}名称") == "project_name"]
    if len(named) != 1:
        return row
    told = replace(named[0], text=f"{named[0].text}名称")
    return replace(row, slots=tuple(told if slot is named[0] else slot for slot in row.slots))


_LABEL_AND_TEXT = 2


def _with_stages(row: Row) -> Row:
    """A row, where 调整前 and 调整后 take up the meaning of the label that opens it: 总体目标 | 调整前 | 调整后."""
    if all(labels.stage(slot.text) is None for slot in row.slots):
        return row
    known = (slot for slot in (*row.covering.values(), *row.slots) if is_label(slot))
    first = next(known, None)
    if first is None:
        return row
    return replace(row, slots=tuple(_staged(slot, first) for slot in row.slots))


def _with_total(row: Row) -> Row:
    """A row, where 合计 between a label of money and its parts heads the sum: 部门预算 | 合计 | 基本支出 | 项目支出."""
    if len(row.slots) < _SEVERAL_PARTS or labels.amount_of(row.slots[0].text) != "total":
        return row
    first, total, *parts = row.slots
    heads = all(labels.amount_of(part.text) for part in parts)
    if not labels.is_total(total.text) or not (heads or amount_in_yuan(parts[0].text) is not None):
        return row
    return replace(row, slots=(first, replace(total, text=f"资金{total.text}"), *parts))


def _with_years(row: Row) -> Row:
    """A row of money, where a year before an amount tells what is that year's: 资金规模 | … | 2024年 | 10."""
    if not any(slot.text.startswith("20") for slot in row.slots):
        return row
    of_money = any(labels.amount_of(slot.text) for slot in (*row.covering.values(), *row.slots[:1]))
    years = [
        s for s, behind in pairwise(row.slots) if _YEAR.fullmatch(s.text) and amount_in_yuan(behind.text) is not None
    ]
    if not of_money or not years:
        return row
    return replace(row, slots=tuple(replace(s, text=f"其中：{s.text}") if s in years else s for s in row.slots))


def _staged(slot: Slot, first: Slot) -> Slot:
    word = labels.stage(slot.text) is not None and not is_label(slot) and len(slot.text) <= _LONGEST_STAGE
    return replace(slot, text=f"{slot.text}{bare(first.text)}") if word else slot


def _with_spending(row: Row) -> Row:
    """A row, where a word beside the budget and before an amount tells what was spent: 预算 | 300 | 支出 | 298."""
    known = label_list().spent
    if not any(bare(slot.text) in known for slot in row.slots):
        return row
    before = [slot for slot, behind in pairwise(row.slots) if amount_in_yuan(behind.text) is not None]
    planned = [slot for slot in before if labels.amount_of(slot.text) == "total" and "预算" in slot.text]
    spent = [slot for slot in before if planned and slot.column > planned[0].column and bare(slot.text) in known]
    if len(spent) != 1:
        return row
    told = replace(spent[0], text=f"{bare(spent[0].text)}数")
    return replace(row, slots=tuple(told if slot is spent[0] else slot for slot in row.slots))
