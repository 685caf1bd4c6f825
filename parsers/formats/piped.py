"""Pipe tables, as Markdown has them: a row is the number of its line, a column the position of its cell."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest

from parsers.formats.lines import BREAK, Line, joined
from parsers.formats.markup import shown
from parsers.formats.passages import Table
from schema.document import Cell

_ESCAPED_PIPE = "\x00"
_RULE = re.compile(r"\|?(?:\s*:?-{2,}:?\s*\|)*\s*:?-{2,}:?\s*\|?|\|?(?:\s*:?-+:?\s*\|)+(?:\s*:-+:?|\s*-+:)\s*\|?")
_SHORT_RULE = re.compile(r"\|?(?:\s*-\s*\|)+(?:\s*-\s*)?")
_BORDER = re.compile(r"\+(?:[-=:]+\+)+")
_BORDERS_AROUND = 3
"""Borders of a table that has them above, under its head and below; one with more has them under every row."""
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_LONGEST = 50
"""Lines that one broken row may go on for."""
_FEWEST_ROWS = 3
_FEWEST_BETWEEN = 2
"""Rows, and pipes in each, that tell a table whose rows have none at their ends."""

_Row = tuple[int, list[str]]


def _split(line: str, *, between: bool = False) -> list[str]:
    r"""The cells of a row, with or without pipes at its ends; if pipes stand only `between` cells one there says blank.

    >>> _split(r"| 产出 | a\|b |  |"), _split("产出 | 数量"), _split("| 质量", between=True)
    ([' 产出 ', ' a|b ', '  '], ['产出 ', ' 数量'], ['', ' 质量'])
    """
    row = line.strip().replace("\\|", _ESCAPED_PIPE)
    cells = (row if between else row.removeprefix("|").removesuffix("|")).split("|")
    return [_ESCAPE.sub(r"\1", cell.replace(_ESCAPED_PIPE, "|")) for cell in cells]


def _pipes(line: Line) -> int:
    return line.text.replace("\\|", "").count("|")


def _outer(line: Line) -> bool:
    text = line.text.strip().replace("\\|", "")
    return len(text) > 2 and text[0] == "|" == text[-1]


def _rule(line: Line) -> bool:
    """Whether the line only rules off the head of a table, or borders a row."""
    text = line.text.strip()
    return _border(line) or ("|" in text and _RULE.fullmatch(text) is not None)


def _border(line: Line) -> bool:
    return _BORDER.fullmatch(line.text.strip()) is not None


def rejoined(lines: Sequence[Line]) -> Iterator[Line]:
    r"""Lines, where a row with pipes at its ends that goes on over several of them is brought back into its first.

    >>> [line.text for line in rejoined([Line(1, "| 目标 | 1.甲"), Line(2, "2.乙 |"), Line(3, "丙")])]
    ['| 目标 | 1.甲\x0b2.乙 |', '丙']
    """
    index = 0
    while index < len(lines):
        end = _last(lines, index)
        yield lines[index] if end == index else joined(lines[index : end + 1])
        index = end + 1


def _last(lines: Sequence[Line], start: int) -> int:
    text = lines[start].text.strip()
    if not text.startswith("|") or text.endswith("|"):
        return start
    for index in range(start + 1, min(start + _LONGEST, len(lines))):
        text = lines[index].text.strip()
        if not text or text.startswith("|") or "\t" in text:
            return start
        if text.endswith("|") and not text.endswith("\\|"):
            return index
    return start


def extents(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Where pipe tables stand: the index of the first line of each, and of the first one after it.

    Lines with pipes follow each other; one of them is a rule, or each has pipes at both ends, or nearly all have as
    many of them.
    """
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and _may_be_row(lines[end]) and not (end > start and lines[end].new_page):
            end += 1
        run = lines[start:end]
        ruled = any(map(_rule, run)) and any(map(_pipes, run))
        if end > start and (ruled or _stand_between(run)):
            yield start, end
        elif end > start:
            yield from _outer_extents(lines, start, end)
        start = max(end, start + 1)


def _may_be_row(line: Line) -> bool:
    if _rule(line) or _outer(line):
        return True
    return _pipes(line) > 0 and "\t" not in line.text


def _stand_between(lines: Sequence[Line]) -> bool:
    """Whether pipes stand between the cells of rows, and not at their ends: three rows or more, of three cells or more.

    Pipes within the cells of a comma-separated file are fewer than its commas.
    """
    if len(lines) < _FEWEST_ROWS or any(map(_rule, lines)) or all(map(_outer, lines)):
        return False
    counts = Counter(map(_pipes, lines))
    pipes, rows = max(counts.items(), key=lambda count: (count[1], count[0]))
    commas = sum(line.text.count(",") for line in lines)
    return pipes >= _FEWEST_BETWEEN and rows * 4 >= len(lines) * 3 and counts.total() * pipes > commas


def _outer_extents(lines: Sequence[Line], start: int, end: int) -> Iterator[tuple[int, int]]:
    first: int | None = None
    for index in range(start, end + 1):
        outer = index < end and _outer(lines[index])
        if outer and first is None:
            first = index
        elif not outer and first is not None:
            yield first, index
            first = None


def table(lines: Sequence[Line]) -> Table:
    """The cells of a pipe table; where a border stands under every row, a row may take several lines."""
    between = _stand_between(lines)
    bordered = sum(_border(line) for line in lines) > _BORDERS_AROUND
    rows = _between_borders(lines) if bordered else _each_line(lines, between=between)
    return Table(
        tuple(
            Cell(row=number, column=column, text=text)
            for number, cells in rows
            for column, text in enumerate(map(shown, cells), start=1)
            if text
        )
    )


def _each_line(lines: Sequence[Line], *, between: bool) -> Iterator[_Row]:
    ruled = any(map(_rule, lines))
    for index, line in enumerate(lines):
        head_ends = index == 1 and not ruled and _SHORT_RULE.fullmatch(line.text.strip()) is not None
        if not _rule(line) and not head_ends:
            yield line.number, _split(line.text, between=between)


def _between_borders(lines: Sequence[Line]) -> Iterator[_Row]:
    for border, group in groupby(lines, key=_rule):
        if border:
            continue
        row = tuple(group)
        columns = zip_longest(*(_split(line.text) for line in row), fillvalue="")
        yield row[0].number, [BREAK.join(column) for column in columns]
