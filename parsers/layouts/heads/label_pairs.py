"""Which cells of a row of a head are labels, and which of the others are their texts."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from normalize.money import amount_in_yuan
from normalize.remembered import remembered
from parsers.layouts.grids.rows import Row, Slot
from parsers.layouts.words import labels
from parsers.layouts.words.checkboxes import has_boxes
from parsers.layouts.words.inline_labels import inline, told_apart


def pairs(row: Row) -> Iterator[tuple[Slot, Slot | None]]:
    """The labels of a row, each with the text to its right; None where none stands there."""
    at = 0
    while at < len(row.slots):
        label, behind = row.slots[at], list(row.slots[at + 1 :])
        at += 1
        known = is_label(label) or (behind and (_may_be_label(label) or _is_sum(label, behind[0])))
        if not (known or (behind and _is_rating(label, behind[0]))):
            continue
        boxes = list(takewhile(lambda slot: has_boxes(slot.text) and not is_label(slot), behind))
        if len(boxes) > 1:
            yield from ((label, box) for box in boxes)
            at += len(boxes)
        elif behind and _is_rating(label, behind[0]):
            yield label, behind[0]
            at += 1
        elif not behind or (_names_something(behind[0]) and not _is_word_for(label, behind)):
            yield label, None
        elif not _gathers(label, behind):
            yield label, behind[0]
            at += 1
        else:
            yield label, None


def _gathers(label: Slot, behind: Sequence[Slot]) -> bool:
    """Whether a label only gathers what stands beside it; one that names a field too does so but before one text."""
    names = labels.header_field(label.text) is not None and len(behind) == 1
    return labels.is_group(label.text) and not names


def opens_with_label(row: Row) -> bool:
    """Whether a row holds labels, rather than texts for labels above it."""
    known = any(is_label(slot) or inline(slot.text) for slot in row.slots)
    if known or len(row.slots) == 1:
        return known
    return _may_be_label(row.slots[0]) or _is_sum(row.slots[0], row.slots[1])


def is_label(slot: Slot) -> bool:
    """Whether a cell is a label of a head, wherever it stands."""
    return _is_label(slot.text)


@remembered
def _is_label(text: str) -> bool:
    known = labels.is_head_label(text) or labels.is_group(text) or labels.is_measured(text)
    return known or (labels.stage(text) is not None and names_field(text))


@remembered
def names_field(text: str) -> bool:
    """Whether a text names a field or an amount, be it in a spelling nobody listed."""
    return labels.field_of(text) is not None or labels.amount_of(text) is not None


@remembered
def inlines(text: str) -> Sequence[tuple[str, str]]:
    """The labels with their texts that one cell holds: one, or one a paragraph."""
    lines = [inline(line) for line in text.split("\n")]
    told = [line for line in lines if line is not None]
    if len(told) > 1 and len(told) == len(lines):
        return told
    apart = [inline(part) for part in told_apart(text)]
    told = [part for part in apart if part is not None]
    if len(told) > 1 and len(told) == len(apart):
        return told
    whole = inline(text)
    return [whole] if whole is not None else []


def _is_sum(slot: Slot, behind: Slot) -> bool:
    """Whether a cell says that the amount behind it is the whole: 合计 | 21,000."""
    return labels.is_total(slot.text) and amount_in_yuan(behind.text) is not None


def _is_rating(slot: Slot, behind: Slot) -> bool:
    """Whether a cell says what the number behind it is, as labels over columns do elsewhere: 分值 | 10 | 得分 | 9."""
    return labels.column(slot.text) in {"weight", "score"} and amount_in_yuan(behind.text) is not None


def _may_be_label(slot: Slot) -> bool:
    """Whether a cell may be a label that nobody listed; only where no label stands before it."""
    return not is_label(slot) and names_field(slot.text)


def _is_word_for(label: Slot, behind: Sequence[Slot]) -> bool:
    """Whether what follows a label is its text, though it is a label elsewhere: 支出类别 | 项目支出."""
    word, after = behind[0], behind[1] if len(behind) > 1 else None
    named = labels.field_of(label.text) in {"category", "attribute", "level", "notes"}
    money = labels.amount_role(word.text) is not None and word.text == word.text.rstrip(":：")
    return named and money and (after is None or amount_in_yuan(after.text) is None)


def _names_something(slot: Slot) -> bool:
    """Whether a cell is a label itself, of the head or over a column, and so no label's text."""
    return is_label(slot) or labels.column(slot.text) is not None or inline(slot.text) is not None
