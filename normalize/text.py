"""Text made comparable: width, look-alikes and spaces, by an explicit table.

NFKC is not used: it turns 10² into 102 and ① into 1, and leaves ≧ alone.
"""

import re

from normalize.patterns import deferred
from normalize.remembered import remembered

# Full-width ASCII, one character for one, so that positions in the narrowed text are positions in the source.
_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
# Kangxi radicals that PDF fonts put in place of the characters they look like.
_RADICALS = str.maketrans(
    "⼀⼆⼈⼊⼋⼗⼤⼩⼯⼰⼿⽀⽂⽅⽇⽉⽊⽌⽐⽔⽕⽣⽤⽥⽬⽯⽴⽹⾏⾔⾜⾞⾥⾦⾯⾼",
    "一二人入八十大小工己手支文方日月木止比水火生用田目石立网行言足车里金面高",
)
# Spaces of every width, as one space.
_SPACES = dict.fromkeys([9, 11, 12, 13, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], 0x20)
NARROW = {**_WIDTH, **_RADICALS, **_SPACES}
"""What narrowing puts in place of a character."""

_INVISIBLE = deferred("[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]")
_UNTIDY = deferred(r"[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]|[^\S ]|  |^ | $")
"""What tidying changes; most values hold none of it, and to look is cheaper than to rewrite."""
_FOLDED = {**NARROW, **dict.fromkeys([0xAD, *range(0x200B, 0x2010), *range(0x2028, 0x202F), 0x2060, 0xFEFF])}
_WIDE = deferred(f"[{re.escape(''.join(map(chr, NARROW)))}]")
_LOOSE = deferred(rf"[\s{re.escape(''.join(map(chr, _FOLDED)))}]")
"""What narrowing and folding change."""
_BLANK = deferred(r"\s+")
_CJK = r"\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = deferred(rf"[{_CJK}]|[^\s{_CJK}]+")


def narrow(text: str) -> str:
    """Full-width letters, digits and punctuation as ASCII, Kangxi radicals as characters, every space as a space.

    Length is kept: `narrow(text)[i]` stands for `text[i]`.

    >>> narrow("（≥９８％）：10²㎡①")
    '(≥98%):10²㎡①'
    """
    return text.translate(NARROW) if _WIDE.search(text) else text


@remembered
def fold(text: str) -> str:
    """A form for comparing labels and names: narrowed, without any space or invisible character, in lower case.

    >>> fold("其中：财政    资金"), fold("绩 效 指\\n标"), fold("TISC中心")
    ('其中:财政资金', '绩效指标', 'tisc中心')
    """
    if _LOOSE.search(text):
        text = "".join(text.translate(_FOLDED).split())
    return text.casefold()


@remembered
def tidy(text: str) -> str:
    """The text for people: invisible characters gone, runs of spaces as one, no space at the ends of a line.

    A line break between two lines of a cell stays; one that only breaks a line is the reader's to remove.

    >>> tidy("  评审会\\u200b   1次 ")
    '评审会 1次'
    """
    if not _UNTIDY.search(text):
        return text
    lines = _INVISIBLE.sub("", text).translate(_SPACES).split("\n")
    return "\n".join(filter(None, (_BLANK.sub(" ", line).strip() for line in lines)))


def spaced(text: str) -> str:
    """The text with a space on both sides of each CJK character, as the full-text index and its queries need it.

    >>> spaced("2024年5G网络")
    '2024 年 5g 网 络'
    """
    return " ".join(_WORD.findall(narrow(text).casefold()))
