"""Whether the text of a page may belong to a performance table: what a reader of long books asks first."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from normalize.text import fold
from parsers.layouts.words import titles
from parsers.layouts.words.label_list import label_list

_TELLING = re.compile("绩效|指标")
_LEVELS = re.compile("产出|效益|满意度|数量指标|质量指标|时效指标|成本指标")
_FEW = 2


def wanted(text: str) -> bool:
    r"""Whether a title, labels over indicators, or levels of indicators stand on a page; it errs by wanting too much.

    >>> wanted("项目支出绩效目标表\n项目名称"), wanted("一级指标 三级指标 指标值"), wanted("表二 部门收支总表\n收入")
    (True, True, False)
    >>> wanted("2024年市级项目支出绩效目标表 预算金额")
    True
    >>> wanted("效益指标 社会效益指标 提升工作效率 有效提升\n满意度指标 满意度 ≥95%")
    True
    >>> wanted("项\n目\n支\n出\n绩\n效\n自\n评\n表\n（2023\n年度）")
    True
    """
    folded = fold(text)
    if not _TELLING.search(folded):
        return False
    for line in _lines(text):
        # What stands beside a title comes in one line with it, where a program drew them one after the other.
        if "绩效" in fold(line) and any(titles.is_title(said, paragraph=True) for said in (line, *line.split())):
            return True
    return len(set(_labels().findall(folded))) >= _FEW or len(set(_LEVELS.findall(folded))) >= _FEW


def _lines(text: str) -> Iterator[str]:
    """The lines of a page; letters that each stand in a line of their own, as fonts set wide apart are told, as one."""
    for alone, run in groupby(text.splitlines(), key=lambda line: len(line.strip()) == 1):
        if alone:
            yield "".join(map(str.strip, run))
        else:
            yield from run


@cache
def _labels() -> re.Pattern[str]:
    """The labels of columns that only tables of indicators have."""
    known = label_list().columns
    telling = (spelling for spelling, role in known.items() if role in {"level1", "level2", "name", "value"})
    return re.compile(
        "|".join(re.escape(spelling) for spelling in sorted(telling, key=len, reverse=True) if len(spelling) > 2)
    )
