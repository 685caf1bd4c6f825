"""The head of a form: labels with the texts beside or below them, and the lines above."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from normalize.money import amount_in_yuan, unit_in_label, unit_line
from normalize.placeholders import is_placeholder
from normalize.text import fold
from parsers.layouts import labels
from parsers.layouts.checkboxes import has_boxes
from parsers.layouts.funds import Block, Role, StatedAmount, block_amount, blocks, labelled_amount
from parsers.layouts.notes import Note
from parsers.layouts.rows import CellKey, Row, Slot
from parsers.layouts.tasks import Tasks, tasks_at
from parsers.layouts.titles import bare_title, title_unit
from parsers.layouts.uses import Uses
from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.span import Span
from schema.table import HeaderField

_LONGEST_STAGE = 6
_FEWEST_AMOUNTS = 2


@dataclass(frozen=True, slots=True)
class Stated:
    """A text and where it stands."""

    text: str
    span: Span
    more: tuple[Span, ...] = ()

    @property
    def spans(self) -> tuple[Span, ...]:
        """Every place it stands in."""
        return self.span, *self.more

    def going_on(self, text: str, span: Span) -> "Stated":
        """The text with what stands in the cell below it."""
        return Stated(f"{self.text}\n{text}", self.span, (*self.more, span))


@dataclass(frozen=True, slots=True)
class Paired:
    """A label, the text filed under it, and the name of the field it went to; None where that is an amount."""

    label: Slot
    slot: Slot
    name: str | None


@dataclass(slots=True)
class Head:
    """What the head of a form states; `texts` holds the texts of each header field in reading order.

    `unit_of_label` is the unit of money the last label above brought: 项目资金（万元）, its parts in rows of their own.
    `stages` says by column which stage of the money the last total stood for, so that 其中：财政拨款 below 中期资金总额
    is no part of the year's budget. `above` is the last text of each column, for one that goes on in the row below, and
    `left` the column of the leftmost label: what stands there goes on with nothing. `over` are the labels of the last
    row that held nothing else, by column.
    """

    title: Stated | None = None
    unit_of_money: str | None = None
    unit_of_label: str | None = None
    stages: dict[int, Role] = field(default_factory=dict)
    texts: dict[str, list[Stated]] = field(default_factory=dict)
    amounts: list[StatedAmount] = field(default_factory=list)
    fields: list[HeaderField] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    above: dict[int, Paired] = field(default_factory=dict, repr=False)
    left: int | None = None
    over: dict[int, Slot] = field(default_factory=dict, repr=False)

    def first(self, name: str) -> Stated | None:
        """The first text a field has, empty ones passed over."""
        return next((stated for stated in self.texts.get(name, ()) if stated.text), None)


def read_notes(notes: Sequence[Note], head: Head, uses: Uses) -> None:
    """Take the title, the unit and the unit of money out of the lines above a form.

    The last title counts: those before it name the annex or the book.
    """
    for line in notes:
        note = line.beside_unit
        kept = line.is_title or (line.gives_way and head.unit_of_money is not None)
        if line.unit_of_money is not None and not kept:
            file_text("unit_of_money", "单位", Stated(line.unit_of_money, line.span), head)
        if note.is_title:
            head.title = Stated(bare_title(note.text), note.span)
            head.unit_of_money = title_unit(note.text) or head.unit_of_money
        elif note.is_agency:
            file_text("agency", "", Stated(note.text, note.span), head)
        elif note.year is not None:
            file_text("fiscal_year", "", Stated(note.year, note.span), head)
        elif note.labelled is not None:
            label, text = note.labelled
            _file(label, Stated(text, note.span), None, head)
            if labels.is_personal(label):
                uses.ignore("personal-data", [note.slot])
                continue
        uses.use(note.slot)


def read_head(rows: Sequence[Row], head: Head, uses: Uses) -> None:
    """Pair each label with the text to its right, else with the text below it.

    A label followed by a label has an empty text. A row without any label continues the label before it: the one whose
    column it stands in, else the leftmost one that still waits for its text, else the one it goes on with.
    """
    waiting: list[Slot] = []
    tasks: Tasks | None = None
    for found in blocks(rows):
        if isinstance(found, Block):
            _read_block(found, head, uses)
            continue
        row = _with_others(with_stages(found))
        tasks = tasks_at(row, tasks)
        if tasks is not None:
            _read_tasks(row, tasks, head, uses)
        elif _opens_with_label(row):
            passed = _passed(waiting, row)
            kept = {slot.key for slot in passed}
            _close([slot for slot in waiting if slot.key not in kept], head, uses)
            waiting = [*passed, *_read_pairs(row, head, uses)]
        else:
            _read_texts(row, waiting, head, uses)
    _close(waiting, head, uses)


def _opens_with_label(row: Row) -> bool:
    known = any(_is_label(slot) or labels.inline(slot.text) for slot in row.slots)
    if known or len(row.slots) == 1:
        return known
    return _may_be_label(row.slots[0]) or _is_sum(row.slots[0], row.slots[1])


def _passed(waiting: Sequence[Slot], row: Row) -> list[Slot]:
    """The labels that go on waiting past a row: those it does not stand below, if it holds nothing but labels."""
    bare = all(_is_label(slot) for slot in row.slots) and all(text is None for _, text in _pairs(row))
    taken = {slot.column for slot in row.slots}
    return [slot for slot in waiting if bare and slot.column not in taken]


def _read_tasks(row: Row, tasks: Tasks, head: Head, uses: Uses) -> None:
    for label, slot in tasks.told(row):
        head.fields.append(HeaderField(label=label, text=slot.text, span=slot.span))
        uses.use(slot)
    uses.ignore("header", tasks.headed(row))


def _read_texts(row: Row, waiting: list[Slot], head: Head, uses: Uses) -> None:
    """A row without labels: each text goes to the label that waits for it, else on with the text above."""
    for slot in row.slots:
        label = _label_above(slot, waiting)
        if label is None and _go_on(slot, row, head, uses):
            continue
        left = (other for other in waiting if other.column < min(slot.column, row.slots[0].column + 1))
        label = label or next((other for other in left if other.column < slot.column), None)
        if label is not None:
            waiting.remove(label)
            pair(label, slot, head, uses)


def _with_others(row: Row) -> Row:
    """A row of labels over amounts, where a plain 其他 ends it: 财政拨款 | 政府性基金 | 其他."""
    amounts = sum(1 for slot in row.slots if labels.amount_of(slot.text) is not None)
    if amounts < len(row.slots) - 2 or amounts < _FEWEST_AMOUNTS or fold(row.slots[-1].text) not in {"其他", "其它"}:
        return row
    return replace(row, slots=(*row.slots[:-1], replace(row.slots[-1], text="其他资金")))


def with_stages(row: Row) -> Row:
    """A row, where 调整前 and 调整后 take up the meaning of the label that opens it: 总体目标 | 调整前 | 调整后."""
    known = (slot for slot in (*row.covering.values(), *row.slots) if _is_label(slot))
    first = next(known, None)
    if first is None:
        return row
    return replace(row, slots=tuple(_staged(slot, first) for slot in row.slots))


def _staged(slot: Slot, first: Slot) -> Slot:
    word = labels.stage(slot.text) is not None and not _is_label(slot) and len(slot.text) <= _LONGEST_STAGE
    return replace(slot, text=f"{slot.text}{labels.bare(first.text)}") if word else slot


def _go_on(slot: Slot, row: Row, head: Head, uses: Uses) -> bool:
    """Whether a text goes on with the one above; its label reaches down to it or stands above the blank beside it."""
    last = head.above.get(slot.column)
    if last is None or last.name is None or last.slot.grid is not slot.grid:
        return False
    reaches = any(above.key == last.label.key for above in row.covering.values())
    indented = head.left is not None and row.slots[0].column > head.left
    below = indented and all(_follows(other, head) for other in row.slots)
    if reaches or below:
        stated = head.texts[last.name]
        at = next(at for at in reversed(range(len(stated))) if last.slot.span in stated[at].spans)
        stated[at] = stated[at].going_on(slot.text, slot.span)
        head.fields.append(HeaderField(label=last.label.text, text=slot.text, span=slot.span))
        head.above[slot.column] = replace(last, slot=slot)
        uses.use(slot)
    return reaches or below


def _follows(slot: Slot, head: Head) -> bool:
    """Whether a cell stands right below the text that its column held last."""
    last = head.above.get(slot.column)
    return last is not None and last.slot.cell.row + last.slot.cell.rows >= slot.cell.row


def _read_block(block: Block, head: Head, uses: Uses) -> None:
    unit = block.unit
    head.unit_of_label = unit or head.unit_of_label
    uses.ignore("header", block.header.slots)
    for part, stage, cell in block.cells():
        amount = block_amount(part, stage, cell, unit)
        if amount is not None:
            head.amounts.append(amount)
        label = f"{part.text} {stage.text}" if part is not None else stage.text
        head.fields.append(HeaderField(label=label, text=cell.text, span=cell.span))
        uses.use(part, cell)
    for row in block.rows:
        uses.ignore("group-label", (slot for slot in row.slots if labels.is_head_label(slot.text)))


def _read_pairs(row: Row, head: Head, uses: Uses) -> list[Slot]:
    """Read the pairs of a row; what comes back are its labels without a text."""
    waiting = []
    paired: set[CellKey] = set()
    for slot in row.slots:
        for told in _inlines(slot):
            _read_inline(slot, told, head, uses)
    for label, text in _pairs(row):
        head.left = min(label.column, head.left or label.column)
        paired |= {slot.key for slot in (label, text) if slot is not None}
        if labels.is_group(label.text):
            uses.ignore("group-label", [label])
            head.unit_of_label = unit_in_label(label.text) or head.unit_of_label
        elif text is None:
            waiting.append(label)
            head.unit_of_label = unit_in_label(label.text) or head.unit_of_label
        else:
            pair(label, text, head, uses)
    if len(waiting) == len(row.slots) > 1:
        head.over = {label.column: label for label in waiting}
    _read_beside([slot for slot in row.slots if slot.key not in paired and slot.key not in uses.noted], row, head, uses)
    return waiting


def _read_beside(slots: Sequence[Slot], row: Row, head: Head, uses: Uses) -> None:
    """Further texts of a row, each of which has a label above its column: 下达及时性 | (情况说明) | (存在问题)."""
    for slot in slots:
        label = head.over.get(slot.column)
        if label is not None and _is_label(row.slots[0]) and not labels.is_personal(row.slots[0].text):
            told = f"{row.slots[0].text} {label.text}"
            head.fields.append(HeaderField(label=told, text=slot.text, span=slot.span))
            uses.use(slot)


def _inlines(slot: Slot) -> list[tuple[str, str]]:
    """The labels with their texts that one cell holds: one, or one a paragraph."""
    lines = [labels.inline(line) for line in slot.lines]
    told = [line for line in lines if line is not None]
    if len(told) > 1 and len(told) == len(lines):
        return told
    apart = [labels.inline(part) for part in labels.told_apart(slot.text)]
    told = [part for part in apart if part is not None]
    if len(told) > 1 and len(told) == len(apart):
        return told
    whole = labels.inline(slot.text)
    return [whole] if whole is not None else []


def _read_inline(slot: Slot, told: tuple[str, str], head: Head, uses: Uses) -> None:
    """项目名称：绿化, a label and its text in one cell."""
    label, text = told
    _file(label, Stated(text, slot.span), slot.column, head)
    if labels.is_personal(label):
        uses.ignore("personal-data", [slot])
    else:
        uses.use(slot)


def _pairs(row: Row) -> Iterator[tuple[Slot, Slot | None]]:
    at = 0
    while at < len(row.slots):
        label, behind = row.slots[at], list(row.slots[at + 1 :])
        at += 1
        if not (_is_label(label) or (behind and (_may_be_label(label) or _is_sum(label, behind[0])))):
            continue
        boxes = list(takewhile(lambda slot: has_boxes(slot.text) and not _is_label(slot), behind))
        if len(boxes) > 1:
            yield from ((label, box) for box in boxes)
            at += len(boxes)
        elif not behind or (_names_something(behind[0]) and not _is_word_for(label, behind)):
            yield label, None
        elif not labels.is_group(label.text):
            yield label, behind[0]
            at += 1
        else:
            yield label, None


def _is_sum(slot: Slot, behind: Slot) -> bool:
    """Whether a cell says that the amount behind it is the whole: 合计 | 21,000."""
    return labels.is_total(slot.text) and amount_in_yuan(behind.text) is not None


def _may_be_label(slot: Slot) -> bool:
    """Whether a cell may be a label that nobody listed; only where no label stands before it."""
    return not _is_label(slot) and _names_field(slot.text)


def _is_word_for(label: Slot, behind: Sequence[Slot]) -> bool:
    """Whether what follows a label is its text, though it is a label elsewhere: 支出类别 | 项目支出."""
    word, after = behind[0], behind[1] if len(behind) > 1 else None
    named = labels.field_of(label.text) in {"category", "attribute", "level", "notes"}
    money = labels.amount_role(word.text) is not None and word.text == word.text.rstrip(":：")
    return named and money and (after is None or amount_in_yuan(after.text) is None)


def _names_something(slot: Slot) -> bool:
    """Whether a cell is a label itself, of the head or over a column, and so no label's text."""
    return _is_label(slot) or labels.column(slot.text) is not None or labels.inline(slot.text) is not None


def _label_above(slot: Slot, waiting: Sequence[Slot]) -> Slot | None:
    return next((label for label in waiting if label.column == slot.column and _may_hold(label, slot)), None)


def _may_hold(label: Slot, text: Slot) -> bool:
    """Whether a text can stand under a label: words under an amount's label belong to another one."""
    return labels.amount_of(label.text) is None or amount_in_yuan(text.text) is not None or is_placeholder(text.text)


def _close(waiting: Sequence[Slot], head: Head, uses: Uses) -> None:
    """Labels nobody wrote anything for are fields with an empty text."""
    for label in waiting:
        name = labels.field_of(label.text)
        if name is not None:
            file_text(name, label.text, Stated("", label.span), head)
            uses.use(label)
        elif labels.amount_of(label.text) is not None:
            head.fields.append(HeaderField(label=label.text, text="", span=label.span))
            uses.use(label)
        else:
            uses.ignore("personal-data", [label])


def pair(label: Slot, text: Slot, head: Head, uses: Uses) -> None:
    """File a text under its label; of personal data only the fact that it was there is kept."""
    _file(label.text, Stated(text.text, text.span), label.column, head)
    if labels.is_personal(label.text):
        uses.ignore("personal-data", [label, text])
    else:
        head.above[text.column] = Paired(label, text, labels.field_of(label.text))
        uses.use(label, text)


def _file(label: str, stated: Stated, column: int | None, head: Head) -> None:
    name = labels.field_of(label)
    if labels.is_personal(label):
        head.diagnostics.append(Diagnostic(code=Code.PERSONAL_DATA, args={"label": label}, span=stated.span))
    elif name is not None:
        file_text(name, label, stated, head)
    else:
        _file_amount(label, stated, column, head)
        head.fields.append(HeaderField(label=label, text=stated.text, span=stated.span))


def _file_amount(label: str, stated: Stated, column: int | None, head: Head) -> None:
    amount = labelled_amount(label, stated.text, stated.span)
    if amount is None:
        return
    head.unit_of_label = amount.unit or head.unit_of_label
    if amount.part == "total" and column is not None:
        head.stages[column] = amount.role
    if not is_placeholder(stated.text):
        role = amount.role if column is None else head.stages.get(column, amount.role)
        head.amounts.append(replace(amount, role=role, unit=head.unit_of_label))


def file_text(name: str, label: str, stated: Stated, head: Head) -> None:
    """Keep the text of a header field under its name, and the pair as written."""
    head.texts.setdefault(name, []).append(stated)
    head.fields.append(HeaderField(label=label, text=stated.text, span=stated.span))
    if name == "unit_of_money":
        head.unit_of_money = unit_line(f"单位:{stated.text}") or head.unit_of_money


def _is_label(slot: Slot) -> bool:
    known = labels.is_head_label(slot.text) or labels.is_group(slot.text)
    return known or (labels.stage(slot.text) is not None and _names_field(slot.text))


def _names_field(text: str) -> bool:
    return labels.field_of(text) is not None or labels.amount_of(text) is not None
