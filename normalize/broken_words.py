"""Words that a narrow column breaks, or that are set wide, put together again: 不/低于95%, 不 低 于 95%, 3个工/作日."""

import re
from functools import cache

from normalize.comparators import tail
from normalize.patterns import deferred
from normalize.quantities import read_quantity
from normalize.text import narrow
from normalize.vocabulary import by_first, vocabulary

_GAP = deferred(r"(?<=[\u4e00-\u9fff/·])[^\S\r]+(?=[\u4e00-\u9fff/·])")
_EACH = deferred(r"((?:^|(?<=[\n,;。，；]))每[^0-9０-９\n,;。，；]{1,8})\n(?=[≥≤><=]?[0-9]|[^0-9\n]{1,6}[0-9])")
"""每人每月 over 530元."""
_DECIMAL = deferred(
    r"[^\s0-9.,;。，；、][0-9]{1,9}\.[ \n](?=[0-9])|(?<![0-9])0\.[ \n](?=[0-9])|(?<=[0-9])[ \n](?=\.[0-9])"
    r"|^(?:[2-9][0-9]|[0-9]{3,9})\.[ ](?=[0-9])"
)
"""0. over 8‰ and 98. 5%, but not the number of an item before its value."""
_DIGITS = deferred(
    r"[≥≤<>=＞＜＝][0-9]{1,9}\n(?=0+(?![0-9.])[^0-9\s])|年1\n(?=[0-2]月)|月[123]\n(?=[0-9][日号])|(?<![0-9.])20\n(?=[0-9]{2}年)"
)
"""A number that a break parts where its second half alone is none: ≥9 over 0%, 2024年1 over 2月."""
_SET_APART = deferred(
    r"(?<=[0-9]) (?=[\u4e00-\u9fff%])(?![〇零一二三四五六七八九十两])|(?<=[年月较比每万亿千]) (?=[0-9])"
)
"""A space that a program sets between digits and words: 2024 年 6 月, 较 2022 年, 3 亿 5000 万元."""
_NUMBER = deferred(r"(?<![0-9.])[0-9]+(?:\.[0-9]+)?(?=[^0-9]{1,10}$)")
_FAR_BACK = 24
_LONGEST = 8
"""No word of a sign or of a change is longer."""
_HAN = deferred("[\u4e00-\u9fff]")


def with_words_whole(text: str) -> str:
    """A tidy text without the breaks and spaces that part the words a number is compared, changed or counted by.

    >>> with_words_whole("不\\n低于95%"), with_words_whole("3个工\\n作日内"), with_words_whole("530元/\\n人·月")
    ('不低于95%', '3个工作日内', '530元/人·月')
    >>> with_words_whole("培训12期\\n次日总结"), with_words_whole("数量 多于5个")
    ('培训12期\\n次日总结', '数量 多于5个')
    """
    if not (" " in text or "\n" in text):
        return text
    if " " in text:
        text = _SET_APART.sub("", text)
    if "\n" in text:
        text = _DIGITS.sub(_closed_up, _sign_before().sub(r"\1", _EACH.sub(r"\1", text)))
    text = _sign_behind().sub("", _DECIMAL.sub(_closed_up, text))
    if not _GAP.search(text):
        return text
    letters, gaps = _parted(text)
    compact = "".join(letters)
    whole = narrow(compact)
    kept = {at: gap for at, gap in gaps.items() if not (_in_word(whole, at) or _in_quantity(whole, at))}
    return "".join(kept.get(at, "") + letter for at, letter in enumerate(letters)) if len(kept) < len(gaps) else text


def _closed_up(cut: re.Match[str]) -> str:
    return cut[0].rstrip(" \n")


def _parted(text: str) -> tuple[list[str], dict[int, str]]:
    """The characters of a text without the gaps that may part a word, and each gap by the character behind it."""
    letters: list[str] = []
    gaps: dict[int, str] = {}
    start = 0
    for gap in _GAP.finditer(text):
        letters.extend(text[start : gap.start()])
        gaps[len(letters)] = gap[0]
        start = gap.end()
    letters.extend(text[start:])
    return letters, gaps


@cache
def _words() -> dict[str, tuple[str, ...]]:
    """The words that no gap may part, under their first character."""
    signs, phrases = vocabulary("comparators"), vocabulary("phrases")
    sides = [*signs["signs"].values(), signs["hedges"], signs["approximate"]]
    lists = [words for side in sides for words in side.values()]
    lists += phrases["bases"].values()
    lists += [words for changes in ("changes", "yearly", "alike") for words in phrases[changes].values()]
    return by_first(sorted({word for words in lists for word in words if len(word) > 1 and _HAN.match(word)}))


@cache
def _sign_before() -> re.Pattern[str]:
    """A sign at the end of a line before its number on the next: 普及率达到 over 91%."""
    signs = vocabulary("comparators")["signs"]
    words = sorted({word for sign in signs.values() for word in sign["before"]}, key=len, reverse=True)
    return re.compile(rf"({'|'.join(map(re.escape, words))}|[≥≤<>=＞＜＝]) ?\n(?=[0-9０-９])")


@cache
def _sign_behind() -> re.Pattern[str]:
    """A gap between a number with its unit and the sign behind it, alone on the next line: 95% over 以上."""
    signs = vocabulary("comparators")
    words = [word for side in [*signs["signs"].values(), signs["approximate"]] for word in side["after"]]
    either = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True) if len(word) > 1)
    return re.compile(rf"(?<=[0-9%％\u4e00-\u9fff])[ \n]+(?=(?:{either})(?![\u4e00-\u9fff]))")


def _in_word(text: str, at: int) -> bool:
    """Whether a place lies inside one of the words."""
    return any(
        start + len(word) > at and text.startswith(word, start)
        for start in range(max(0, at - _LONGEST), at)
        for word in _words().get(text[start], ())
    )


def _in_quantity(text: str, at: int) -> bool:
    """Whether a place lies inside the unit of a number: one that is whole before it goes on only if no word follows."""
    number = _NUMBER.search(text, max(0, at - _FAR_BACK), at)
    if number is None:
        return False
    whole, before = read_quantity(text, number.start()), read_quantity(text[:at], number.start())
    if whole is None or whole.end <= at or whole.measure is None:
        return False
    if before is None or before.measure is None or before.end < at:
        return True
    return not _HAN.match(text, whole.end) or tail(text, whole.end, len(text)).end > whole.end
