"""Which lines stand by themselves and which go on with the cell above them: rules of shape, no meanings.

A line without a tab among rows of a table is one of four things.

- It stands alone, whatever is above: page furniture (`第 2 页 共 3 页`, `共计20页`, `— 3 —`, `2`, `2/3`), a title
  (a line without a comma or full stop that ends in 表, brackets may follow: `绩效目标表（2024年度）`), an annex
  (`附件2`), or a short `label：value` (`单位：万元`).
- It goes on with the cell above, on positive evidence: the cell leaves a bracket or quote open, its numbering goes on,
  it ends in the middle (after a comma, colon or dash, or in a number whose unit follows), or the line cannot begin
  anything (it begins with a comma, a full stop or a closing bracket), or a sentence without an end finds its end.
- It begins the first cell of the row below, broken over lines: single characters over one another (绩 效 指 标), or the
  cell goes on with a bracket that is no number (`项目资金` over `（万元）⇥…`) or closes the one it opened.
- Anything else is in doubt and is a paragraph: two forms glued into one are worse than a table cut in two.
"""

import re

from parsers.formats.lines import bare
from parsers.formats.markup import heading, shown
from parsers.formats.numbering import goes_on, is_numbered

_NUMBER = r"(?:[0-9]{1,4}|[一二三四五六七八九十百]{1,5})"
_PAGE = rf"(?:第{_NUMBER}页|共计?{_NUMBER}页)"
_DASH = r"[-\u2010-\u2015\u2500\uff0d~～·•]"
_MARKED_PAGE = re.compile(
    rf"[(（]?{_PAGE}(?:[,，、/／|｜]?{_PAGE})?[)）]?|{_DASH}+[0-9]{{1,4}}{_DASH}+|[Pp]age[0-9]{{1,4}}(?:of[0-9]{{1,4}})?"
)
_BARE_PAGE = re.compile(r"[0-9]{1,4}(?:[/／][0-9]{1,4})?")
_TITLE = re.compile(
    r"[^，。；;！？]*表(?:[(（〔【\[][^()（）〔〕【】\[\]]*[)）〕】\]])*|附[件表录]" + _NUMBER + r"?(?:-[0-9]+)?[：:]?"
)
_LABELLED = re.compile(r"[^：:，。；;、]{1,12}[：:][^：:，。；;]{0,30}")
_OPENING = re.compile(r"[^：:，。；;、]{1,4}[：:]")
"""What no sentence goes on with: 注：."""
_LONGEST_PAGE = 20
_LONGEST_TITLE = 80
_LONGEST_LABELLED = 40
_LONGEST_BEGINNING = 20

_BRACKETS = dict(zip("（(《〈【〔［[“「『", "）)》〉】〕］]”」』", strict=True))
_CLOSING = frozenset(_BRACKETS.values())
_GOING_ON = frozenset("，、,:：/／—–-－+＋≥≤＞＜><=＝至和与及或的")
_NEVER_FIRST = _CLOSING | frozenset("，。、；！？,;：:%％‰")
# The rest of a date or of a number with a unit, and no word that happens to begin with such a character: 年度, 日常.
_AFTER_NUMBER = re.compile(r"[年月日时](?:$|[0-9前后底内初末以止至])|[万亿千百个]\w{0,2}$|[℃㎡]")
_SENTENCE_ENDS = frozenset("。；;！？!?")
_LOOKED_AT = 1000
"""Characters at the end of a cell that tell whether it is finished."""


def page_furniture(text: str) -> bool:
    """Whether a line is the number of a page and nothing else.

    >>> [page_furniture(line) for line in ("第 2 页 共 3 页", "共计20页", "— 3 —", "2", "2/3", "第2页的表", "≥2")]
    [True, True, True, True, True, False, False]
    """
    packed = _packed(text, _LONGEST_PAGE)
    return _MARKED_PAGE.fullmatch(packed) is not None or _BARE_PAGE.fullmatch(packed) is not None


def announces(text: str) -> bool:
    """Whether a line is a title, an annex, a heading or a page number that says so: no cell ever goes on with it.

    >>> [announces(line) for line in ("绩效目标表", "自评表（试行）", "附件2", "第 2 页", "2", "填好《申报表》")]
    [True, True, True, True, False, False]
    """
    if heading(text[:_LOOKED_AT]) is not None:
        return True
    packed = _packed(shown(text) if len(text) <= _LOOKED_AT else text, _LONGEST_TITLE)
    return bool(packed) and (_TITLE.fullmatch(packed) is not None or _MARKED_PAGE.fullmatch(packed) is not None)


def stands_alone(text: str) -> bool:
    """Whether a line is complete by itself: furniture, title, annex, or a short `label：value`.

    >>> [stands_alone(line) for line in ("单位：万元", "2", "绩效目标表", "二级", "提高服务水平。")]
    [True, True, True, False, False]
    """
    return page_furniture(text) or announces(text) or _labelled(text)


def unfinished(text: str) -> bool:
    """Whether a cell leaves a bracket or a quotation open.

    >>> unfinished("编制《年度"), unfinished("（万元）"), unfinished("1）甲")
    (True, False, False)
    """
    return bool(_unmatched(text[-_LOOKED_AT:])[0])


def _unmatched(text: str) -> tuple[list[str], bool]:
    """The closing brackets that a text still needs, and whether it has one that it never opened."""
    expected: list[str] = []
    closes = False
    for character in text:
        if character in _BRACKETS:
            expected.append(_BRACKETS[character])
        elif expected and character == expected[-1]:
            expected.pop()
        elif character in _CLOSING:
            closes = True
    return expected, closes


def continues(above: str, below: str) -> bool:
    """Whether there is evidence that a line goes on with the last paragraphs of a cell.

    >>> continues("1.举办论坛", "2.编写报告"), continues("编制《年度", "目标》"), continues("2024年12", "月31日前")
    (True, True, True)
    >>> continues("≥1.2万亩", "2024年度项目绩效目标表"), continues("≥1.2万亩", "第2页"), continues("≥95%", "二、其他")
    (False, False, False)
    """
    above, below = bare(above[-_LOOKED_AT:]), bare(below)
    if not above or not below:
        return False
    opened = unfinished(above)
    if opened and _unmatched(below[:_LOOKED_AT])[1]:
        return True
    if page_furniture(below) or announces(below):
        return False
    if opened or goes_on(above.splitlines()[-1], below):
        return True
    return not _labelled(below) and _in_the_middle(above, below)


def begins_cell(above: str, below: str) -> bool:
    """Whether a line is the beginning of the cell that begins the row below.

    >>> begins_cell("项目资金", "（万元）"), begins_cell("标", "准"), begins_cell("项目（千", "元）")
    (True, True, True)
    >>> begins_cell("绩效目标表", "（2024年度）"), begins_cell("三、绩效", "（一）产出"), begins_cell("二级", "一")
    (False, False, False)
    """
    above, below = bare(above), bare(below)
    if not below or not 0 < len(above) <= _LONGEST_BEGINNING or stands_alone(above):
        return False
    if unfinished(above):
        return _unmatched(below[:_LOOKED_AT])[1]
    return (below[0] in _BRACKETS and not is_numbered(below)) or (_single(above) and _single(below))


def _single(text: str) -> bool:
    return len(text) == 1 and "\u4e00" <= text <= "\u9fff"


def _in_the_middle(above: str, below: str) -> bool:
    if above[-1] in _GOING_ON or below[0] in _NEVER_FIRST:
        return True
    if above[-1].isdecimal() and _AFTER_NUMBER.match(below):
        return True
    sentence = "，" in above and above[-1] not in _SENTENCE_ENDS and not _OPENING.match(below)
    return sentence and below[-1] in _SENTENCE_ENDS


def _labelled(text: str) -> bool:
    packed = _packed(text, _LONGEST_LABELLED)
    return _LABELLED.fullmatch(packed) is not None


def _packed(text: str, longest: int) -> str:
    """A short line without its blanks; nothing of one that is long."""
    if len(text) > 4 * longest:
        return ""
    packed = "".join(text.split())
    return packed if len(packed) <= longest else ""
