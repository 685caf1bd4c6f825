"""Titles under which a form goes on: 项目支出绩效自评表（续）, 续表, or the title of the form printed again."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice, takewhile

from normalize.taxonomy import is_level, level1
from normalize.text import fold
from parsers.layouts.grids.row_sorts import heads_columns, names_project, same_words
from parsers.layouts.grids.rows import Row
from parsers.layouts.words import labels

_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十])?"
_MARK = re.compile(rf"[（(【\[]?\s*(?:续|接|承)(?:上|前)?(?:表|页)?\s*{_NUMBER}\s*[）)】\]]?[:：]?")
_MARKED = re.compile(rf"^{_MARK.pattern}\s*|\s*{_MARK.pattern}$")
_LONGEST = 200


def says_goes_on(text: str) -> bool:
    """Whether a line says that a table goes on, and nothing else.

    >>> says_goes_on("（续表）"), says_goes_on("续上表"), says_goes_on("续建项目绩效目标表")
    (True, True, False)
    """
    return _MARK.fullmatch(text.strip()) is not None


def title_gone_on_with(text: str) -> str | None:
    """The title, folded, of the table that a line says goes on below it; None where it does not say so.

    >>> title_gone_on_with("绩效自评表（续）"), title_gone_on_with("续表：绩效自评表"), title_gone_on_with("绩效自评表")
    ('绩效自评表', '绩效自评表', None)
    """
    title = _MARKED.sub("", text.strip(), count=1) if len(text) <= _LONGEST else text
    return fold(title) if title and title != text.strip() else None


def goes_on_with(above: Sequence[Row], below: Sequence[Row], *, marked: bool) -> bool:
    """Whether rows below a title go on with the form above it.

    They name no other project. Where nothing but the title says so, the form above has named one, their header is its
    own, and what they tell are no levels that it has left behind: else they are a form of their own, whose project
    stands nowhere.
    """
    rows = [row for row in below if len(row.slots) > 1 or not _is_line(row)]
    if not rows or labels.is_head_label(rows[0].slots[0].text):
        return False
    if marked:
        return any(map(heads_columns, above))
    header = next((row for row in above if heads_columns(row)), None)
    again = header is not None and same_words(header.slots, rows[0].slots)
    return again and any(map(names_project, above)) and not _goes_back(_levels(above), _levels(rows))


def _is_line(row: Row) -> bool:
    return not row.covering and not is_level(row.slots[0].text)


def _goes_back(above: Sequence[str], below: Sequence[str]) -> bool:
    """Whether levels tell again of what others told before their last one."""
    return not set(above[:-1]).isdisjoint(set(below) - set(above[-1:]))


def _levels(rows: Iterable[Row]) -> list[str]:
    """The levels 1 of indicators in the order they come, each once."""
    found = (level1(slot.text) for row in rows if not heads_columns(row) for slot in row.slots[:_LEFT])
    return list(dict.fromkeys(level for level in found if level is not None))


_LEFT = 3


class Printed:
    """What a sheet has printed so far: the title in force and its lines, and where its rows begin."""

    def __init__(self, rows: Sequence[Row]) -> None:
        """Begin with the rows of a sheet."""
        self._rows = rows
        self._title: str | None = None
        self._lines: set[str] = set()
        self._start = 0
        self._again = False

    def again(self, index: int, *, is_title: bool) -> bool:
        """Whether a row only says again what stood above the form that goes on below it."""
        row = self._rows[index]
        if len(row.slots) != 1 or row.covering:
            self._again = False
            return False
        text = row.slots[0].text
        if self._goes_on(text, index, is_title=is_title):
            self._again = True
            return True
        if is_title:
            self._title, self._lines, self._start, self._again = fold(text), set(), index, False
        known = self._again and fold(text) in self._lines
        self._lines.add(fold(text))
        return known

    def _goes_on(self, text: str, index: int, *, is_title: bool) -> bool:
        title = title_gone_on_with(text)
        alone = says_goes_on(text)
        if not (alone or (self._title is not None and self._title in {title, fold(text) if is_title else None})):
            return False
        ends = self._start + _READ, index - _READ
        above = [*self._rows[self._start : min(ends[0], index)], *self._rows[max(ends) : index]]
        following = islice(self._rows, index + 1, index + 1 + _READ)
        below = takewhile(lambda row: len(row.slots) > 1 or fold(row.slots[0].text) != self._title, following)
        return goes_on_with(above, list(below), marked=alone or title is not None)


_READ = 40
"""Rows at either end of a form, and below a title, that tell whose they are."""
