"""What a label over a column carries beside its name: a unit in brackets, a year."""

import re

from normalize.remembered import remembered
from normalize.text import fold
from normalize.units import unit_of
from parsers.layouts.words.label_list import bare, label_list

_LONGEST = 60
_UNIT = re.compile(r"\((?:单位:)?(?:人民币)?([^():\d]{1,6})\)$")
_OF_YEAR = re.compile(r"(?<!\d)(20\d\d)(?=年|\D|$)")
_YEAR_ALONE = re.compile(r"\(?20\d\d年度?\)?")
_NO_UNITS = frozenset({"单位", "年", "年度", "月"})
"""Words in brackets behind a label that are units elsewhere: 目标值（单位）, 目标值（年）."""


def unit_in(label: str) -> str | None:
    """The unit a label over a column carries in its brackets, or None.

    >>> unit_in("目标值（公里）"), unit_in("指标值（单位：万元）"), unit_in("指标值（包含数字及文字描述）")
    ('公里', '万元', None)
    """
    match = _UNIT.search(fold(label)) if len(label) <= _LONGEST else None
    if match is None or match[1] in _NO_UNITS:
        return None
    counted = match[1].lstrip("十百千万亿") or match[1]
    return match[1] if unit_of(counted)[0] is not None else None


def year_in(label: str) -> int | None:
    """The one year a label over a column is for, or None.

    >>> year_in("2024年"), year_in("2023年度实际完成值"), year_in("2021-2023年"), year_in("指标值")
    (2024, 2023, None, None)
    """
    years = _OF_YEAR.findall(fold(label)) if len(label) <= _LONGEST else []
    return int(years[0]) if len(years) == 1 else None


@remembered
def is_year(label: str) -> bool:
    """Whether a label over a column is a year and nothing else.

    >>> is_year("2024年度"), is_year("2024年目标值")
    (True, False)
    """
    return len(label) <= _LONGEST and _YEAR_ALONE.fullmatch(fold(label)) is not None


def part_below(over: str | None, text: str) -> str | None:
    """The column that a word below the label of a column makes of a part of it: 计划, 完成 below 指标值.

    >>> part_below("value", "完成"), part_below("score", "自评"), part_below("score", "完成"), part_below(None, "完成")
    ('actual', 'score', None, None)
    """
    return label_list().under.get(over or "", {}).get(bare(text))
