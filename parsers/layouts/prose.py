"""The wide list: one project a row, its indicators as prose in one cell."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from normalize import reads_as_value
from normalize.taxonomy import is_level, level1, level2
from normalize.text import narrow
from normalize.values import split_trailing_value
from parsers.layouts import labels
from parsers.layouts.assembly import assemble
from parsers.layouts.head import Head, pair, read_notes
from parsers.layouts.reading import Reading
from parsers.layouts.rows import Row, Slot
from parsers.layouts.sections import Section, same_words
from parsers.layouts.uses import Uses
from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.table import Indicator, PerformanceTable, Stated

NAME = "prose"

# 1、产出指标：举办论坛活动场次，年度指标值：举办知识产权主题论坛或研讨会活动≥4场。
_ITEM = re.compile(
    r"""
    \s*(?:\(?\d{1,3}[、.)]|[①-⑳]|[-•·])?\s*       # its number
    (?P<levels>[^:，,。;；]{2,24}?)\s*:\s*           # the levels it stands under
    (?P<name>.+?)\s*
    [,，;；。]?\s*
    (?:年度|预期|绩效|目标|计划)?(?:指标值|目标值)\s*:\s*
    (?P<value>.*?)
    \s*[。;；]?\s*
    """,
    re.VERBOSE | re.DOTALL,
)
# 1.数量指标：更新电脑≥200台；  设1条数量指标：开通月份≥1个月；  【产出指标-数量指标】指标1:隔离车(≥77台)
_BREATH = re.compile(
    r"""
    \s*(?:\(?\d{1,3}[、.)]|[①-⑳]|[-•·])?\s*
    (?:设\s*\d{1,2}\s*[条个项])?
    (?:【(?P<bracketed>[^】]{2,24})】|(?P<levels>[^:，,。;；【】]{2,24}?)\s*:)\s*
    (?:指标\s*\d{1,2}\s*[:、.]\s*)?
    (?P<said>.+?)
    \s*[。;；]?\s*
    """,
    re.VERBOSE | re.DOTALL,
)
_IN_BRACKETS = re.compile(r"(?P<name>.+?)\((?P<value>[^()]+)\)", re.DOTALL)
# Where one item may end and the next begins: after a full stop or at a new paragraph, before a number.
_BREAK = re.compile(r"(?:(?<=[。;；\n])|^)\s*(?=\(?\d{1,3}[、.)]\s*\D|[①-⑳]|设\s*\d|【)")
_OPENING = re.compile(r"\s*(?:\(?\d{1,3}[、.)]|[①-⑳])?\s*(?:[^:，,。;；【】]{2,24}?:|【[^】]{2,24}】)")
_STOP = re.compile(r"[。;；\n]\s*")
_LABEL = re.compile(r"([^:，,。;；【】]{2,12}):")
_LEVEL_BREAK = re.compile(r"[-—/→>]+")


def read(section: Section) -> Reading:
    """A section as a list of projects; no table where no header names both a project and a cell of prose."""
    header = next(((at, found) for at, row in enumerate(section.rows) if (found := _columns(row))), None)
    if header is None:
        return Reading(NAME)
    at, columns = header
    uses = Uses()
    uses.ignore("header", section.rows[at].slots)
    serials = {slot.column for slot in section.rows[at].slots if labels.column(slot.text) == "serial"}
    tables: list[PerformanceTable] = []
    diagnostics: list[Diagnostic] = []
    for row in section.rows[at + 1 :]:
        if same_words(row.slots, section.rows[at].slots):
            uses.ignore("header", row.slots)
            continue
        listed = _table(row, columns, section, uses)
        uses.ignore("serial", (slot for slot in row.slots if slot.column in serials))
        if listed is not None:
            tables.append(listed[0])
            diagnostics.extend(listed[1])
    return Reading(NAME, tuple(tables), uses, tuple(diagnostics))


def _columns(row: Row) -> dict[int, Slot] | None:
    """The labels of a list's header by column; None where the row is no such header."""
    names = {slot.column: slot for slot in row.slots if labels.is_head_label(slot.text) or _is_prose(slot)}
    fields = {labels.header_field(slot.text) for slot in names.values()}
    complete = "project_name" in fields and any(_is_prose(slot) for slot in names.values())
    return names if complete and len(names) >= 3 and 2 * len(names) > len(row.slots) else None


def _is_prose(label: Slot) -> bool:
    """Whether a column holds indicators as prose: 绩效指标, where a grid would name a single one."""
    return labels.column(label.text) == "name" or labels.is_group(label.text)


def _table(
    row: Row, columns: Mapping[int, Slot], section: Section, uses: Uses
) -> tuple[PerformanceTable, tuple[Diagnostic, ...]] | None:
    """The table of one row; None where its prose holds no indicator."""
    cells = [(label, slot) for column, label in columns.items() if (slot := row.at(column)) is not None]
    prose = [slot for label, slot in cells if _is_prose(label)]
    indicators, odd = _indicators(prose)
    if not indicators:
        return None
    head = Head(unit_of_money=section.unit_above)
    read_notes(section.notes, head, uses)
    for label, slot in cells:
        if not _is_prose(label):
            pair(label, slot, head, uses)
    uses.use(*prose)
    table, odd_head = assemble(head, indicators, NAME)
    return table, (*head.diagnostics, *odd_head, *odd)


def _indicators(cells: Sequence[Slot]) -> tuple[list[Indicator], list[Diagnostic]]:
    """The indicators told in cells of prose; what is told in no known way is reported."""
    indicators: list[Indicator] = []
    odd: list[Diagnostic] = []
    for slot in cells:
        for piece in _pieces(slot.text):
            indicator = _indicator(piece, slot)
            if indicator is not None:
                indicators.append(indicator)
            else:
                odd.append(Diagnostic(code=Code.UNUSED_TEXT, args={"text": piece}, span=slot.span))
    return indicators, odd


def _pieces(text: str) -> list[str]:
    """The items of a prose cell; a number that opens no level belongs to the item before it."""
    plain = narrow(text)
    numbered = (match.end() for match in _BREAK.finditer(plain) if _OPENING.match(plain, match.end()))
    levelled = (match.end() for match in _STOP.finditer(plain) if _opens_level(plain, match.end()))
    starts = [0, *numbered, *levelled, len(text)]
    return [text[start:end] for start, end in pairwise(sorted(set(starts))) if text[start:end].strip()]


def _opens_level(plain: str, at: int) -> bool:
    match = _LABEL.match(plain, at)
    return match is not None and is_level(match[1])


def _indicator(piece: str, slot: Slot) -> Indicator | None:
    told = _told(piece)
    if told is None:
        return None
    label, name, value = told
    levels = [part for part in _LEVEL_BREAK.split(label) if part]
    firsts = [part for part in levels if level1(part) is not None]
    seconds = [part for part in levels if part not in firsts and level2(part) is not None]
    if not levels or len(firsts) + len(seconds) != len(levels):
        return None
    first, second = next(iter(firsts), None), next(iter(seconds), None)
    known = level2(second) if second is not None else None
    above = level1(first) if first is not None else known.parents[0] if known is not None and known.parents else None
    return Indicator(
        level1=above,
        level2=known.name if known is not None else None,
        name=name,
        stated=Stated(name=name, value=value, level1=first, level2=second),
        spans=dict.fromkeys(("name", "value", *_stated_levels(first, second)), (slot.span,)),
    )


def _told(piece: str) -> tuple[str, str, str] | None:
    """The levels, the name and the value of an item, in whichever way it tells them."""
    plain = narrow(piece)
    if match := _ITEM.fullmatch(plain):
        levels, name, value = (piece[slice(*match.span(group))] for group in ("levels", "name", "value"))
        return levels, name, value
    match = _BREATH.fullmatch(plain)
    if match is None:
        return None
    group = "bracketed" if match["bracketed"] else "levels"
    said = piece[slice(*match.span("said"))]
    split = _in_brackets(said) or split_trailing_value(said)
    return piece[slice(*match.span(group))], *(split or (said, said))


def _in_brackets(said: str) -> tuple[str, str] | None:
    match = _IN_BRACKETS.fullmatch(narrow(said))
    if match is None or not reads_as_value(match["value"]):
        return None
    return said[slice(*match.span("name"))], said[slice(*match.span("value"))]


def _stated_levels(first: str | None, second: str | None) -> tuple[str, ...]:
    return tuple(name for name, text in (("level1", first), ("level2", second)) if text is not None)
