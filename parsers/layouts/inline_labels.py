"""A label of the head and its text in one line or cell: 填报单位：某局."""

import re
from itertools import pairwise

from normalize.remembered import remembered
from parsers.layouts.label_list import bare
from parsers.layouts.labels import amount_of, explains, field_of, is_foot, is_head_label
from parsers.layouts.offices import is_office

_LONGEST_INLINE = 2_000
_LABELLED = re.compile(r"(?:^|(?<=[ \u3000\xa0\t]))([^\s:：]{2,16})[:：]")
_AMOUNT = re.compile(
    r"(?P<label>\S{2,16}(?=\s)|[^\s\d:：]{2,16}(?=-?\d))\s*(?P<amount>-?\d[\d,.]*\s*(?:亿元|万元|元)?)"
)
_AGENCY, _AGENCY_NAME = "单位", "单位名称"
_POINTS = re.compile(r"[(（]\s*[0-9]{1,3}分\s*[)）]")
"""What a goal is worth, behind its label and no text of its own: 年度目标1：（80分）."""
_PART = re.compile(r"\s*其中\s*[:：]\s*")


@remembered
def inline(text: str) -> tuple[str, str] | None:
    """A label of the head and its text where one line or one cell holds both, or None.

    >>> inline("填报单位：天津市知识产权局"), inline("项目名称："), inline("目标1：完成治理")
    (('填报单位', '天津市知识产权局'), None, None)
    >>> inline("单位：某县司法局"), inline("单位：万元"), inline("申报单位名称：某县司法局")
    (('单位名称', '某县司法局'), None, ('申报单位名称', '某县司法局'))
    >>> inline("其中：财政拨款：90"), inline("其他资金 50.00")
    (('其中：财政拨款', '90'), ('其他资金', '50.00'))
    >>> inline("其他资金50.00万元"), inline("完成培训50人")
    (('其他资金', '50.00万元'), None)
    >>> inline("财政拨款：指单位从财政部门取得的资金。")
    """
    if len(text) > _LONGEST_INLINE:
        return None
    at = _PART.match(text)
    ahead = at.end() if at else 0
    spaced = _AMOUNT.fullmatch(text, ahead)
    if spaced is not None and amount_of(spaced["label"]) is not None:
        return f"{text[:ahead]}{spaced['label']}", spaced["amount"].strip()
    label, colon, rest = text[ahead:].replace("：", ":", 1).partition(":")
    stated = rest.strip()
    if colon and bare(label) == _AGENCY and is_office(stated):  # 单位：万元 is no office's
        return _AGENCY_NAME, stated
    if not (colon and stated) or _POINTS.fullmatch(stated) or explains(stated):
        return None
    known = is_head_label(label) or (field_of(label) in {"agency", "department"} and is_office(stated))
    return (f"{text[:ahead]}{label}".strip(), stated) if known else None


def is_foot_line(text: str) -> bool:
    """Whether a text is a label that forms print at their foot, and what is said of it.

    >>> is_foot_line("填报人：韦某"), is_foot_line("填报单位：某县林业局"), is_foot_line("项目名称：造林")
    (True, True, False)
    """
    told = inline(text)
    return told is not None and (is_foot(told[0]) or field_of(told[0]) in {"agency", "department"})


@remembered
def told_apart(text: str) -> tuple[str, ...]:
    """A line cut before each label in it: what one line or cell tells of several things, parted by spaces alone.

    >>> told_apart("填报单位：某市教育局 预算年度：2024年 单位：万元")
    ('填报单位：某市教育局', '预算年度：2024年', '单位：万元')
    >>> told_apart("项目名称：某县 2024 年修路项目：二期")
    ('项目名称：某县 2024 年修路项目：二期',)
    """
    if len(text) > _LONGEST_INLINE or text.count(":") + text.count("：") < 2:
        return (text,)
    cuts = [match.start(1) for match in _LABELLED.finditer(text) if match.start(1) and _may_open(match[1])]
    return tuple(text[start:end].strip() for start, end in pairwise((0, *cuts, len(text))))


def _may_open(label: str) -> bool:
    return is_head_label(label) or bare(label) == "单位"
