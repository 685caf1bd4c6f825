"""Fields that spreadsheets put in quotes because they hold a line break or a quote."""

import re
from collections.abc import Iterator, Sequence

from parsers.formats.lines import Line, joined

_QUOTED = re.compile(r'"(?P<text>(?:[^"]|"")*)"')
_OPENED = re.compile(r'(?:^|\t)"(?:[^"\t]|"")*$')
_OPENED_LATER = re.compile(r'\t"(?:[^"\t]|"")*$')
_CLOSED = re.compile(r'(?:[^"\t]|"")*"(?=\t|$)')
_LONGEST = 500
"""Lines that one quoted field may go on for."""


def fields(line: str) -> list[str]:
    r"""The tab-separated fields of a line; quotes around a whole field are the spreadsheet's.

    >>> fields('"甲\v乙 ""丙"" 丁"\t"十四五"规划\t')
    ['甲\x0b乙 "丙" 丁', '"十四五"规划', '']
    """
    return [_unquoted(field) for field in line.split("\t")]


def _unquoted(field: str) -> str:
    quoted = _QUOTED.fullmatch(field)
    return quoted["text"].replace('""', '"') if quoted else field


def rejoined(lines: Sequence[Line]) -> Iterator[Line]:
    r"""Lines, where a quoted field that goes on over several of them is brought back into its first.

    >>> [tuple(line)[:2] for line in rejoined([Line(1, '目标\t"1.甲'), Line(2, '2.乙"\t丙'), Line(3, "丁")])]
    [(1, '目标\t"1.甲\x0b2.乙"\t丙'), (3, '丁')]
    """
    index = 0
    while index < len(lines):
        end = _last(lines, index)
        if end > index and not any("\t" in line.text for line in lines[index : end + 1]):
            end = index  # a quotation in prose
        yield lines[index] if end == index else joined(lines[index : end + 1])
        index = end + 1


def _last(lines: Sequence[Line], start: int) -> int:
    """The line in which the fields end that a line leaves open: itself where it leaves none open."""
    last = start
    opened = _OPENED
    while opened.search(lines[last].text):
        closing = _closing(lines, last)
        if closing is None:
            break
        last, opened = closing, _OPENED_LATER
    return last


def _closing(lines: Sequence[Line], opening: int) -> int | None:
    for index in range(opening + 1, min(opening + _LONGEST, len(lines))):
        text = lines[index].text
        if _CLOSED.match(text):
            return index
        if "\t" in text or '"' in text.replace('""', ""):
            return None
    return None
