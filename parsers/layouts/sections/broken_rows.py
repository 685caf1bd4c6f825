"""Rows a page break cut: the second half given back to the first, headers printed again."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from normalize import parse_value, reads_as_value
from normalize.comparators import stated_sign
from normalize.placeholders import is_nature, is_placeholder, strip_indicator_prefix
from normalize.taxonomy import is_level
from normalize.text import fold
from parsers.layouts.grids.regridding import heads_columns
from parsers.layouts.grids.rows import CellKey, Row, Slot
from parsers.layouts.sections.cut_headers import Rests, gathers, heads_values, joined_label, rests_of_header
from parsers.layouts.sections.same_heads import goes_on_below
from parsers.layouts.words import labels
from schema.target import Comparison, Deadline, Statement

_RECENT = 6
_SENTENCE = ("。", "；", ";", "！", "？", ".")
_OPEN = re.compile(r"(?:[、，,（(《“:：及和与或的对为在于≥≤＞＜><=＝≧≦⩾⩽]|[(（《“][^)）》”]*)$")
# An item of a list that ends in a figure, apart from its name, and in what is counted.
_FIGURE = re.compile(r"\s[≥≤＞＜><=]?[0-9][0-9,.]*[^\s0-9]{1,2}$")
# A value that begins with its sign begins a row, if it has a name beside it.
_SIGN = re.compile(r"[≥≤＞＜><=＝≧≦⩾⩽]")
_LONGEST_SIGN = 6
# What begins a part of the money and waits for its name.
_WITHIN = re.compile(r"其\s*中\s*[:：]?")
_DIGIT = re.compile(r"[0-9]")
_YEAR, _MONTH = re.compile(r"(?:19|20)[0-9]{2}年"), re.compile(r"[0-9]{1,2}月")
_LATIN = re.compile(r"[A-Za-z]")


class Repetition(NamedTuple):
    """Rows of a head that a page begins with again: where they stand, how many they are, and if a header ends them."""

    start: int
    rows: int
    headed: bool = True


def repeats(first: Sequence[Row], last: Sequence[Row], page: Sequence[Row]) -> Repetition:
    """The rows of the head of a table, of its `first` rows and the `last` before a page, that this begins with again.

    They end in a header over columns; without one a form begins that looks like the one before, or the page goes on
    below the first rows alone: a title that is printed on every page.
    """
    head = first[:_HEAD_ROWS]
    for start, row in enumerate(head):
        if page and _same(row, page[0]):
            run = list(takewhile(lambda pair: _same(*pair), zip(head[start:], page, strict=False)))
            count = max((at for at, (_, again) in enumerate(run, 1) if heads_columns(again)), default=0)
            if count or start or page[0].slots[0].cell.box is None:
                return Repetition(start, count)
            if goes_on_below(first, last, len(run), page[len(run) :]):
                return Repetition(0, len(run), headed=False)
            break
    return Repetition(0, 0)


_HEAD_ROWS = 8


def _same(one: Row, other: Row) -> bool:
    """Whether two rows say the same, or but for the group's label that the first page alone shows, merged downwards."""
    if not 0 <= len(one.slots) - len(other.slots) <= 1:
        return False
    stated, again = ([fold(slot.text) for slot in row.slots] for row in (one, other))
    return stated == again or (len(again) > 1 and stated[1:] == again and _is_merged_group(one.slots[0]))


def _is_merged_group(slot: Slot) -> bool:
    return slot.cell.rows > 1 and labels.is_group(slot.text)


def with_halves(row: Row, again: Row) -> Row:
    """A row that is printed twice, as one."""
    alone = len(row.slots) - len(again.slots)
    slots = (whole(slot, other, slot.text) for slot, other in zip(row.slots[alone:], again.slots, strict=True))
    return Row((*row.slots[:alone], *slots), row.covering)


def whole(slot: Slot, other: Slot, text: str) -> Slot:
    """A cell made of two."""
    return Slot(slot.grid, slot.cell, text, (*(slot.halves or (slot,)), *(other.halves or (other,))))


class Completed(NamedTuple):
    """A row made of two halves, the rows of the second page that are left, and what became of the cells above."""

    row: Row
    rest: list[Row]
    again: Mapping[CellKey, Slot]


def completed(rows: Sequence[Row], page: Sequence[Row], *, paged: bool) -> Completed | None:
    """The last row of a page with the first row of the next one as its second half, or None where that is a row itself.

    It is a half if it lacks a column that all rows above fill, and stands below nothing that is blank; or if it fills
    just what the last row lacks. A file without pages must show the break in its words as well. What goes on with a
    cell that reaches down over the break is left as a row of its own, if anything is. The halves of a header are told
    by the labels they make, though its labels reach down from rows above.
    """
    last, first = rows[-1], page[0]
    header = rests_of_header(last, first, lambda slot: last.at(slot.column))
    if header is not None:
        return _header(last, header, page)
    held = tuple([slot for slot in first.slots if slot.cell.rows > 1 and slot.column in last.covering])
    if any(labels.is_head_label(s.text) and fold(s.text) != fold(last.covering[s.column].text) for s in held):
        return None
    half = Row(tuple([slot for slot in first.slots if slot not in held]), first.covering)
    joined = _completed(rows, half, paged=paged) if half.slots else None
    if joined is None:
        return None
    again = {half.key: slot for slot in joined.slots for half in first.slots if half.key in slot.keys}
    rest = [Row(held, first.covering), *page[1:]] if held else page[1:]
    return Completed(joined, [replaced(row, again) for row in rest], {})


def _header(last: Row, rests: Rests, page: Sequence[Row]) -> Completed:
    """A header with the ends of its labels; the parts of one are a row below it, under the labels beside them."""
    again: dict[CellKey, Slot] = {}
    covering = dict(page[0].covering)
    for above, slot in rests.pairs:
        label = whole(above, slot, joined_label(above, slot))
        again[above.key] = again[slot.key] = label
        covering |= dict.fromkeys(range(label.column, label.last_column + 1), label)
    below = [Row(rests.parts, covering), *page[1:]] if rests.parts else page[1:]
    return Completed(replaced(last, again), [replaced(row, again) for row in below], again)


def _completed(rows: Sequence[Row], row: Row, *, paged: bool) -> Row | None:
    last = rows[-1]
    own = {slot.column: slot for slot in last.slots}
    half = {_begun_at(slot.column, last): slot for slot in row.slots}
    compares = len(row.slots) > 1 and _SIGN.match(row.slots[-1].text)
    begins = any(_begins(slot, own.get(column), lone=len(half) == 1) for column, slot in half.items())
    if compares or heads_columns(row) or heads_values(last, half) or (begins and not _ends_levels(own, half)):
        return None
    return _joined(last, half) if _is_half(own, half, rows, paged=paged) else None


def _is_half(own: Mapping[int, Slot], half: Mapping[int, Slot], rows: Sequence[Row], *, paged: bool) -> bool:
    """Whether what a row holds goes on with the cells of the last row above it, by its columns and texts."""
    usual = _usual(rows)
    missing = usual - own.keys()
    if half.keys().isdisjoint(own) and missing and missing <= half.keys():
        return True
    if not half.keys() <= own.keys():
        return False
    if paged and (_ends_levels(own, half) or _is_told_whole(own, half, rows)):
        return True
    if not (usual - half.keys() or (paged and _goes_on(own, half))):
        return False
    pairs = [(own[column].text, slot.text) for column, slot in half.items()]
    most = 2 * len(half) > len(own) and not any(_makes_figure(*pair) or _is_bare_prefix(pair[0]) for pair in pairs)
    if any(_each_whole(*pair, figures=most) for pair in pairs):
        return False
    return paged or any(_breaks(*pair) for pair in pairs)


def _ends_levels(own: Mapping[int, Slot], half: Mapping[int, Slot]) -> bool:
    """Whether all cells of a row but the last are ends of levels: 指标 | 指标 | 人次 below 产出 | 数量 | 补贴."""
    if len(half) < _PAIR or not half.keys() <= own.keys():
        return False
    return all(
        is_level(f"{own[column].text}{half[column].text}") and not is_level(half[column].text)
        for column in sorted(half)[:-1]
    )


_PAIR = 2


def _is_told_whole(own: Mapping[int, Slot], half: Mapping[int, Slot], rows: Sequence[Row]) -> bool:
    """Whether two halves make a text that stands whole in its column above, in each row of a list: 某市 and 财政局."""
    for column, slot in half.items():
        made = fold(f"{own[column].text}{slot.text}")
        above = (row.at(column) for row in rows[-_RECENT:-1])
        if len(made) >= _TELLING and any(other is not None and fold(other.text) == made for other in above):
            return True
    return False


_TELLING = 6
"""So many characters are no chance; 0.00 goes on with no 0."""


def _goes_on(own: Mapping[int, Slot], half: Mapping[int, Slot]) -> bool:
    """Whether a row that lacks nothing goes on all the same: both halves make a level or a value that neither is.

    Or a text above breaks off, and no cell is a value itself. A level may also be cut that gathers two rows: then a
    value stands over another one.
    """
    pairs = [(own[column].text, slot.text) for column, slot in half.items()]
    if any(is_level(text + more) and not is_level(text) for text, more in pairs):
        return not any(_is_whole_value(text) and reads_as_value(more) for text, more in pairs)
    if any(_makes_figure(text, more) or (_YEAR.fullmatch(text) and _MONTH.match(more)) for text, more in pairs):
        return True
    if any(reads_as_value(more) for _, more in pairs):
        return False
    return any(_breaks(text, more) or _makes_value(text, more) for text, more in pairs)


_LONGEST_REST = 4


def _is_whole_value(text: str) -> bool:
    return reads_as_value(text) and not text.endswith(_UNFINISHED)


def _makes_value(text: str, more: str) -> bool:
    """Whether a value's unit is whole only with what follows it: ≤18个工 and 作日."""
    if len(more) > _LONGEST_REST or not _DIGIT.search(text):
        return False
    match parse_value(text + more).targets:
        case (Comparison(unit=unit),):
            return unit != more and unit.endswith(more)
    return False


def _makes_figure(text: str, more: str) -> bool:
    """Whether a bare figure has its unit, or its date its month, in what follows it: 118 and 个, 12 and 月底前."""
    if len(more) > _LONGEST_REST or not text[-1].isdigit() or _DIGIT.search(more) or not reads_as_value(text):
        return False
    match parse_value(text + more).targets:
        case (Comparison(unit=unit),):
            return unit == more
        case (Deadline(),):
            return True
    return False


def _is_bare_prefix(text: str) -> bool:
    """Whether a text waits for its name: 指标8：."""
    return not strip_indicator_prefix(text)


_UNFINISHED = ("年", "月", "至", "到", "-", "—", "~", "～", "/")


def _each_whole(text: str, following: str, *, figures: bool) -> bool:
    """Whether two texts of a column are a sign, a nature or a value each, and so of two rows: ≥ over 定性.

    Of a row that goes on in few of its columns a figure may go on as well: 3792000 over 0.
    """
    if _is_sign(text) and _is_sign(following):
        return True
    if _DIGIT.search(text) and _is_whole_value(text) and not _DIGIT.search(following) and _is_words(following):
        return True
    figures = figures and all(_DIGIT.search(said) and reads_as_value(said) for said in (text, following))
    return figures and not text.endswith(_UNFINISHED)


def _is_words(text: str) -> bool:
    """Whether a text is a value in words, and no unit and no end of another: 明显增强."""
    return any(isinstance(target, Statement) for target in parse_value(text).targets) and reads_as_value(text)


def _is_sign(text: str) -> bool:
    return is_nature(text) or (len(text) <= _LONGEST_SIGN and stated_sign(text) is not None)


def _begun_at(column: int, row: Row) -> int:
    """The column where the cell of a row begins that covers one: pages do not all keep the same columns apart."""
    return next((slot.column for slot in row.slots if slot.column <= column <= slot.last_column), column)


def _by_column(row: Row) -> dict[int, Slot]:
    return {slot.column: slot for slot in row.slots if not gathers(slot.text)}


def _usual(rows: Sequence[Row]) -> set[int]:
    """The columns that the last rows all fill: of a grid of indicators those below its header."""
    recent = []
    for row in reversed(rows[-_RECENT:]):
        if (
            heads_columns(row)
            or _heads_levels(row)
            or len({labels.column(slot.text) for slot in row.covering.values()} - {None}) > 1
        ):
            break  # the header, or its second row
        recent.append(row)
    if labels.is_head_label(rows[-1].slots[0].text):
        return set(_by_column(rows[-1]))
    filled = [set(_by_column(row)) for row in recent[1:] or recent]
    return (set.intersection(*filled) | _labelled(recent)) if filled else set()


def _heads_levels(row: Row) -> bool:
    """Whether a row is a header over values of areas: 一级指标 | 二级指标 | 三级指标 | 某乡 | 某镇."""
    return {"level1", "level2", "name"} <= set(row.columns)


def _labelled(rows: Sequence[Row]) -> set[int]:
    """The columns that name the level in every row: labels that are repeated below each other are not merged."""
    columns = [{slot.column: slot.text for slot in row.slots if is_level(slot.text)} for row in rows]
    repeated = {
        column for below, above in pairwise(columns) for column, text in above.items() if below.get(column) == text
    }
    return {column for column in repeated if all(column in found for found in columns)}


def _begins(slot: Slot, above: Slot | None, *, lone: bool) -> bool:
    """Whether a cell begins something: a label, a level, 指标2：, …; 指标 alone may be the end of a name.

    So may 满意度 and 影响力 be, below a name that is no level, and 总额, alone in its row.
    """
    text = slot.text
    gathered = above is None or gathers(above.text)
    if above is not None and is_level(f"{above.text}{text}" if gathered or not is_level(text) else text):
        return False
    if above is not None and _WITHIN.fullmatch(above.text):
        return False
    if lone and not gathered and len(text) <= _LONGEST_REST and labels.is_head_label(text):
        return False
    if labels.is_head_label(text) or (is_placeholder(text) and not text.isalpha()):
        return True
    return (
        gathers(text) or labels.is_total(text) or labels.is_note(text) or strip_indicator_prefix(text) not in {text, ""}
    )


def _breaks(text: str, following: str) -> bool:
    """Whether a text ends in the middle: with an open bracket, or a word that asks for another. 小于等于 does not."""
    if len(text) <= _LONGEST_SIGN and stated_sign(text):
        return False
    return _OPEN.search(text) is not None or following[0] in "、，。；：）》”,;:)"


def _joined(last: Row, half: Mapping[int, Slot]) -> Row:
    slots = {slot.column: slot for slot in last.slots}
    for column, slot in half.items():
        known = slots.get(column)
        slots[column] = whole(known, slot, run_on(known.text, slot.text)) if known is not None else slot
    return Row(tuple(slots[column] for column in sorted(slots)), last.covering)


def run_on(text: str, following: str) -> str:
    """A text and its rest as one; what follows the end of a sentence, or an item with its figure, is a line of its own.

    >>> run_on("开展宣传，", "提升能力。"), run_on("开展宣传。", "提升能力。")
    ('开展宣传，提升能力。', '开展宣传。\\n提升能力。')
    """
    if text.endswith(_SENTENCE) or (_FIGURE.search(text) and not following[0].isdigit()):
        return f"{text}\n{following}"
    return f"{text} {following}" if _LATIN.match(text[-1]) and _LATIN.match(following) else text + following


def replaced(row: Row, again: Mapping[CellKey, Slot]) -> Row:
    """A row whose labels are printed again on the next page."""
    if not again:
        return row
    covering = {column: again.get(slot.key, slot) for column, slot in row.covering.items()}
    return Row(tuple(again.get(slot.key, slot) for slot in row.slots), covering)
