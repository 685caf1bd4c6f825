"""A label of the head and its text in one line or cell: 填报单位：某局."""

import re
from collections.abc import Iterator
from itertools import pairwise

from normalize.money import amount_in_yuan
from normalize.remembered import remembered
from normalize.taxonomy import is_level
from parsers.layouts.words.label_list import BULLETS, bare
from parsers.layouts.words.labels import amount_of, column, explains, field_of, header_field, is_foot, is_head_label
from parsers.layouts.words.offices import is_office

_LONGEST_INLINE = 2_000
_LABELLED = re.compile(rf"(?:^|(?<=[ \u3000\xa0\t；;。]))((?:[{BULLETS}]\s?)?[^\s:：；;。]{{2,16}})[:：]")
_RUN = re.compile(r"(?<=[:：])\s*([^\s:：；;。]{4,56})(?=[:：])")
_DATE = re.compile(r"(?:19|20)\d\d年度?(?:\d{1,2}月(?:\d{1,2}日)?)?")
_SEAL = re.compile(r"[(（][^()（）]{0,6}章[)）]$")
_ENDS = "；;。"
_INNER = re.compile(r"[，,；;。].")
_BRACKETED = re.compile(
    rf"(?P<label>(?:[{BULLETS}]\s?)?【[^【】:：]{{2,16}}】)\s?[:：]?\s?(?P<text>[^\s:：].*)", re.DOTALL
)
_DASHED = re.compile(r"(?P<label>[^\s:：—]{2,16})\s?—{1,2}\s?(?P<text>[^\s—].*)", re.DOTALL)
_AMOUNT = re.compile(
    r"(?P<label>\S{2,16}(?=\s)|[^\s\d:：]{2,16}(?=-?\d))\s*(?P<amount>-?\d[\d,.]*\s*(?:亿元|万元|元)?)"
)
_AGENCY, _AGENCY_NAME = "单位", "单位名称"
_POINTS = re.compile(r"[(（]\s*[0-9]{1,3}分\s*[)）]")
"""What a goal is worth, behind its label and no text of its own: 年度目标1：（80分）."""
_NAME = re.compile(r"[\u3400-\u9fff0-9A-Z“《]\S{3,60}")
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
    if (off := _BRACKETED.fullmatch(text)) is not None and is_head_label(off["label"]):
        return off["label"], off["text"]
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


@remembered
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

    Where a page lost the spaces, a label behind an office or a date is told by its words.

    >>> told_apart("填报单位：某市教育局 预算年度：2024年 单位：万元")
    ('填报单位：某市教育局', '预算年度：2024年', '单位：万元')
    >>> told_apart("填报单位：某市教育局预算年度：2024年单位：万元")
    ('填报单位：某市教育局', '预算年度：2024年', '单位：万元')
    >>> told_apart("项目名称：某县 2024 年修路项目：二期")
    ('项目名称：某县 2024 年修路项目：二期',)
    """
    if len(text) > _LONGEST_INLINE or text.count(":") + text.count("：") < 2:
        return (text,)
    parted = (match.start(1) for match in _LABELLED.finditer(text) if match.start(1) and _may_open(match[1]))
    cuts = sorted({*parted, *_glued(text)})
    listed = any(text[cut - 1] in _ENDS for cut in cuts)
    *parts, last = (text[start:end] for start, end in pairwise((0, *cuts, len(text))))
    last = last.rstrip(_ENDS) if listed and _INNER.search(last) is None else last
    return (*(part.rstrip(_ENDS).strip() for part in parts), last.strip())


def line_without_colon(text: str) -> tuple[str, str] | None:
    """A label of the head and its text in a line of their own that has a dash for the colon, or a blank before a name.

    In a cell 非财政拨款——某中心项目 is the name of a project.

    >>> line_without_colon("项目名称——安全生产巡查"), line_without_colon("实施单位 某市应急管理局")
    (('项目名称', '安全生产巡查'), ('实施单位', '某市应急管理局'))
    >>> line_without_colon("非财政拨款——某中心项目"), line_without_colon("项目名称 绩效目标")
    (None, None)
    """
    if len(text) <= _LONGEST_INLINE and (dashed := _DASHED.fullmatch(text)) is not None:
        label, said = dashed["label"], dashed["text"]
        of_money = amount_of(label) is not None and amount_in_yuan(said) is not None
        return (label, said) if header_field(label) is not None or of_money else None
    parts = text.split(maxsplit=2)
    return (parts[0], parts[1]) if len(parts) == _PAIR and _names_owner(*parts) else None


_PAIR = 2


def _names_owner(label: str, name: str) -> bool:
    """Whether what stands behind a label and a blank is the name of a project or an office."""
    if _NAME.fullmatch(name) is None:
        return False
    match header_field(label):
        case "project_name":
            names = (is_head_label, column, field_of, amount_of, is_level)
            return not any(known(name) for known in names)
        case "agency" | "department":
            return is_office(name)
    return False


def _glued(text: str) -> Iterator[int]:
    """Where labels begin that stand right behind what the label before them says."""
    for match in _RUN.finditer(text):
        run = match[1]
        for at in range(_SHORTEST, len(run) - 1):
            said = _SEAL.sub("", run[:at])
            if (is_office(said) or _DATE.fullmatch(said)) and _may_open(run[at:]):
                yield match.start(1) + at
                break


_SHORTEST = 2
"""No label and no office has fewer characters."""


def _may_open(label: str) -> bool:
    return is_head_label(label) or bare(label) == "单位"
