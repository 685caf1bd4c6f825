"""The head of a form: labels with the texts beside or below them, and the lines above."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from normalize.money import amount_in_yuan, unit_in_label, unit_line
from normalize.placeholders import is_placeholder
from parsers.layouts import labels
from parsers.layouts.funds import Block, Role, StatedAmount, block_amount, blocks, labelled_amount
from parsers.layouts.notes import Note
from parsers.layouts.rows import Row, Slot
from parsers.layouts.titles import bare_title, title_unit
from parsers.layouts.uses import Uses
from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.span import Span
from schema.table import HeaderField


@dataclass(frozen=True, slots=True)
class Stated:
    """A text and where it stands."""

    text: str
    span: Span


@dataclass(slots=True)
class Head:
    """What the head of a form states; `texts` holds the texts of each header field in reading order.

    `unit_of_label` is the unit of money the last label above brought: 项目资金（万元）, its parts in rows of their own.
    `stages` says by column which stage of the money the last total stood for, so that 其中：财政拨款 below 中期资金总额
    is no part of the year's budget.
    """

    title: Stated | None = None
    unit_of_money: str | None = None
    unit_of_label: str | None = None
    stages: dict[int, Role] = field(default_factory=dict)
    texts: dict[str, list[Stated]] = field(default_factory=dict)
    amounts: list[StatedAmount] = field(default_factory=list)
    fields: list[HeaderField] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def first(self, name: str) -> Stated | None:
        """The first text a field has, empty ones passed over."""
        return next((stated for stated in self.texts.get(name, ()) if stated.text), None)


def read_notes(notes: Sequence[Note], head: Head, uses: Uses) -> None:
    """Take the title, the unit and the unit of money out of the lines above a form.

    The last title counts: those before it name the annex or the book.
    """
    for note in notes:
        if note.is_title:
            head.title = Stated(bare_title(note.text), note.span)
            head.unit_of_money = title_unit(note.text) or head.unit_of_money
        elif note.unit_of_money is not None:
            file_text("unit_of_money", "单位", Stated(note.unit_of_money, note.span), head)
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
    column it stands in, else the leftmost one that still waits for its text.
    """
    waiting: list[Slot] = []
    tasks: Slot | None = None
    for row in blocks(rows):
        if isinstance(row, Block):
            _read_block(row, head, uses)
        elif (tasks := _tasks(row, tasks)) is not None:
            uses.ignore("task", row.slots)
        elif any(_is_label(slot) or labels.inline(slot.text) for slot in row.slots):
            _close(waiting, head, uses)
            waiting = _read_pairs(row, head, uses)
        else:
            for slot in row.slots:
                label = _label_for(slot, waiting)
                if label is not None:
                    waiting.remove(label)
                    pair(label, slot, head, uses)
    _close(waiting, head, uses)


def _tasks(row: Row, above: Slot | None) -> Slot | None:
    """The label of the list of yearly tasks a row belongs to, or None.

    年度主要任务 | 任务名称 | 主要内容 | 预算金额 opens one, whose rows stand right of that label; their amounts are the
    tasks' and not the table's.
    """
    first = row.slots[0]
    if len(row.slots) > 2 and any(labels.is_task_label(slot.text) for slot in row.slots):
        return first
    return above if above is not None and first.column > above.column else None


def _read_block(block: Block, head: Head, uses: Uses) -> None:
    unit = next((unit for slot in block.header.slots if (unit := unit_in_label(slot.text))), None)
    uses.ignore("header", block.header.slots)
    for part, stage, cell in block.cells():
        amount = block_amount(part, stage, cell, unit)
        if amount is not None:
            head.amounts.append(amount)
        head.fields.append(HeaderField(label=f"{part.text} {stage.text}", text=cell.text, span=cell.span))
        uses.use(part, cell)
    for row in block.rows:
        uses.ignore("group-label", (slot for slot in row.slots if labels.is_head_label(slot.text)))


def _read_pairs(row: Row, head: Head, uses: Uses) -> list[Slot]:
    """Read the pairs of a row; what comes back are its labels without a text."""
    waiting = []
    for slot in row.slots:
        if (told := labels.inline(slot.text)) is not None:
            _read_inline(slot, told, head, uses)
    for label, text in _pairs(row):
        if labels.is_group(label.text):
            uses.ignore("group-label", [label])
            head.unit_of_label = unit_in_label(label.text) or head.unit_of_label
        elif text is None:
            waiting.append(label)
            head.unit_of_label = unit_in_label(label.text) or head.unit_of_label
        else:
            pair(label, text, head, uses)
    return waiting


def _read_inline(slot: Slot, told: tuple[str, str], head: Head, uses: Uses) -> None:
    """项目名称：绿化, a label and its text in one cell."""
    label, text = told
    _file(label, Stated(text, slot.span), slot.column, head)
    if labels.is_personal(label):
        uses.ignore("personal-data", [slot])
    else:
        uses.use(slot)


def _pairs(row: Row) -> Iterator[tuple[Slot, Slot | None]]:
    after = (*row.slots[1:], None)
    for slot, following in zip(row.slots, after, strict=True):
        if _is_label(slot):
            yield slot, None if following is None or _names_something(following) else following


def _names_something(slot: Slot) -> bool:
    """Whether a cell is a label itself, of the head or over a column, and so no label's text."""
    return _is_label(slot) or labels.column(slot.text) is not None or labels.inline(slot.text) is not None


def _label_for(slot: Slot, waiting: Sequence[Slot]) -> Slot | None:
    above = (label for label in waiting if label.column == slot.column and _may_hold(label, slot))
    left = (label for label in waiting if label.column < slot.column)
    return next(above, None) or next(left, None)


def _may_hold(label: Slot, text: Slot) -> bool:
    """Whether a text can stand under a label: words under an amount's label belong to another one."""
    return labels.amount_role(label.text) is None or amount_in_yuan(text.text) is not None or is_placeholder(text.text)


def _close(waiting: Sequence[Slot], head: Head, uses: Uses) -> None:
    """Labels nobody wrote anything for are fields with an empty text."""
    for label in waiting:
        name = labels.header_field(label.text)
        if name is not None:
            file_text(name, label.text, Stated("", label.span), head)
            uses.use(label)
        elif labels.amount_role(label.text) is not None:
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
        uses.use(label, text)


def _file(label: str, stated: Stated, column: int | None, head: Head) -> None:
    name = labels.header_field(label)
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
    return labels.is_head_label(slot.text) or labels.is_group(slot.text)
