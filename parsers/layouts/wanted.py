"""Whether the text of a page may belong to a performance table: what a reader of long books asks first."""

import re
from functools import cache

from normalize.text import fold
from parsers.layouts import titles
from parsers.layouts.label_list import label_list

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
    """
    folded = fold(text)
    if not _TELLING.search(folded):
        return False
    for line in text.splitlines():
        # What stands beside a title comes in one line with it, where a program drew them one after the other.
        if "绩效" in fold(line) and any(titles.is_title(said, paragraph=True) for said in (line, *line.split())):
            return True
    return len(set(_labels().findall(folded))) >= _FEW or len(set(_LEVELS.findall(folded))) >= _FEW


@cache
def _labels() -> re.Pattern[str]:
    """The labels of columns that only tables of indicators have."""
    known = label_list().columns
    telling = (spelling for spelling, role in known.items() if role in {"level1", "level2", "name", "value"})
    return re.compile(
        "|".join(re.escape(spelling) for spelling in sorted(telling, key=len, reverse=True) if len(spelling) > 2)
    )
