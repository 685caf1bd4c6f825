"""The rows of a head: each label paired with the text to its right or below it, tasks and blocks of funds as wholes."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from normalize.money import amount_in_yuan, unit_in_label
from normalize.placeholders import is_placeholder
from parsers.layouts.grids.notes import is_day
from parsers.layouts.grids.rows import CellKey, Row, Slot
from parsers.layouts.grids.uses import Uses
from parsers.layouts.heads.fund_blocks import Block, block_amount, blocks
from parsers.layouts.heads.goal_rows import fills_goals
from parsers.layouts.heads.head import Head, Stated, file_labelled, file_text, pair
from parsers.layouts.heads.label_pairs import inlines, is_label, opens_with_label, pairs
from parsers.layouts.heads.labels_in_full import in_full
from parsers.layouts.heads.schedules import schedule_at
from parsers.layouts.heads.tasks import Tasks, tasks_at
from parsers.layouts.words import labels
from parsers.layouts.words.funds import PARTS, STAGES, parts_alone
from parsers.layouts.words.label_list import bare, label_list
from schema.table import HeaderField

_GOALS = ("goal", "goal_midterm")
_NUMBERED = re.compile(r"(?:绩效|年度|总体)?目标\s*(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})\s*[:：]?")


def read_head(rows: Sequence[Row], head: Head, uses: Uses) -> None:
    """Pair each label with the text to its right, else with the text below it.

    A label followed by a label has an empty text. A row without any label continues the label before it: the one whose
    column it stands in, else the leftmost one that still waits for its text, else the one it goes on with.
    """
    waiting: list[Slot] = []
    tasks: Tasks | None = None
    above: Row | None = None
    for number, found in enumerate(blocks(rows)):
        if isinstance(found, Block):
            _read_block(found, head, uses)
            continue
        if number == 0 and _reads_opening(found, head, uses):
            above = found
            continue
        goals, below, above = fills_goals(above, found), above, found
        if goals:
            _read_texts(found, waiting, head, uses)
            continue
        if _read_schedule(found, below, head, uses):
            continue
        row = in_full(found)
        tasks = tasks_at(row, tasks)
        if tasks is not None:
            _read_tasks(row, tasks, head, uses)
        elif opens_with_label(row):
            _read_below(row, waiting, head, uses)
            passed = _passed(waiting, row)
            kept = {slot.key for slot in passed}
            _close([slot for slot in waiting if slot.key not in kept], head, uses)
            waiting = [*passed, *_read_pairs(row, head, uses)]
        else:
            _read_texts(row, waiting, head, uses)
    _close(waiting, head, uses)


def _reads_opening(row: Row, head: Head, uses: Uses) -> bool:
    """Whether the first row of a head names the project under a label that elsewhere heads a list, and reads it."""
    if len(row.slots) != _LABEL_AND_TEXT or bare(row.slots[0].text) not in label_list().opening:
        return False
    label, text = row.slots
    if is_label(text):
        return False
    file_text("project_name", label.text, Stated(text.text, text.span), head)
    uses.use(label, text)
    return True


_LABEL_AND_TEXT = 2


def _read_schedule(row: Row, above: Row | None, head: Head, uses: Uses) -> bool:
    """Whether a row heads the plan how the money is spent, or tells its shares, and reads it."""
    schedule = schedule_at(above) if above is not None else None
    shares = list(schedule.told(row)) if schedule is not None else []
    for label, slot in shares:
        head.fields.append(HeaderField(label=label, text=slot.text, span=slot.span))
        uses.use(slot)
    if schedule is not None and shares:
        uses.ignore("header", schedule.header.slots)
    return bool(shares) or schedule_at(row) is not None


def _read_below(row: Row, waiting: list[Slot], head: Head, uses: Uses) -> None:
    """An amount left of all labels of its row, right below a label of money that has none: 资金总额 over 1526.8."""
    first = row.slots[0]
    label = _label_above(first, waiting) if amount_in_yuan(first.text) is not None else None
    if label is not None and labels.amount_of(label.text) is not None:
        waiting.remove(label)
        pair(label, first, head, uses)


def _passed(waiting: Sequence[Slot], row: Row) -> list[Slot]:
    """The labels that go on waiting past a row: those it does not stand below, if it holds nothing but labels."""
    bare = all(is_label(slot) for slot in row.slots) and all(text is None for _, text in pairs(row))
    taken = {slot.column for slot in row.slots}
    return [slot for slot in waiting if bare and slot.column not in taken]


def _read_tasks(row: Row, tasks: Tasks, head: Head, uses: Uses) -> None:
    for label, slot in tasks.told(row):
        head.fields.append(HeaderField(label=label, text=slot.text, span=slot.span))
        uses.use(slot)
    totals = tuple(tasks.totals(row))
    if not totals:
        _read_goal(tasks, [slot for _, slot in tasks.told(row) if amount_in_yuan(slot.text) is None], head)
    head.of_tasks.extend(totals)
    uses.ignore("header", tasks.headed(row))


def _read_goal(tasks: Tasks, words: Sequence[Slot], head: Head) -> None:
    """What a row tells of a goal, its name and its words, where the list stands beside the label of the goal."""
    goal = labels.field_of(tasks.label.text)
    if goal not in _GOALS or not words:
        return
    first, *others = [span for slot in words for span in slot.spans]
    _add_goal(goal, Stated("：".join(slot.text for slot in words), first, tuple(others)), head)


def _read_texts(row: Row, waiting: list[Slot], head: Head, uses: Uses) -> None:
    """A row without labels: each text goes to the label that waits for it, else on with the text above."""
    if _read_numbered(row, waiting, head, uses):
        return
    for slot in row.slots:
        label = _label_above(slot, waiting)
        if label is None and _go_on(slot, row, head, uses):
            continue
        left = (other for other in waiting if other.column < min(slot.column, row.slots[0].column + 1))
        label = label or next((other for other in left if other.column < slot.column), None)
        if label is not None:
            waiting.remove(label)
            pair(label, slot, head, uses)


def _read_numbered(row: Row, waiting: list[Slot], head: Head, uses: Uses) -> bool:
    """Whether a row tells one of several goals, its number beside its words (目标1 | 完善制度), and reads it."""
    if len(row.slots) != 2 or not _NUMBERED.fullmatch(row.slots[0].text):
        return False
    label = next((slot for slot in waiting if labels.field_of(slot.text) in _GOALS), None)
    name = labels.field_of(label.text) if label is not None else next(filter(head.texts.get, _GOALS), None)
    if name is None:
        return False
    if label is not None:
        waiting.remove(label)
        uses.use(label)
    number, words = row.slots
    told = Stated(f"{number.text.rstrip(':：')}：{words.text}", number.span, (*number.spans[1:], *words.spans))
    head.fields.append(HeaderField(label=number.text, text=words.text, span=words.span))
    _add_goal(name, told, head)
    uses.use(number, words)
    return True


def _add_goal(name: str, told: Stated, head: Head) -> None:
    """One more of several goals, a line of its own."""
    texts = head.texts.setdefault(name, [])
    texts.append(texts.pop().going_on(told.text, *told.spans) if texts else told)


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
    uses.ignore("header", block.header)
    for ahead, column, cell in block.cells():
        amount = block_amount(ahead, column, cell, unit)
        if amount is not None:
            head.amounts.append(amount)
        label = column.label if ahead is None else f"{ahead.slot.text} {column.label}"
        head.fields.append(HeaderField(label=label, text=cell.text, span=cell.span))
        uses.use(ahead.slot if ahead is not None else None, cell)
    for row in block.rows:
        uses.ignore("group-label", (slot for slot in row.slots if labels.is_head_label(slot.text)))


def _read_pairs(row: Row, head: Head, uses: Uses) -> list[Slot]:
    """Read the pairs of a row; what comes back are its labels without a text."""
    waiting = []
    paired: set[CellKey] = set()
    found = list(pairs(row))
    head.stage_in_row, head.stage_over_row = None, _stage_over(row, found)
    units = (unit_in_label(label.text) for label, text in found if text is None)
    head.unit_of_label = next(filter(None, units), head.unit_of_label)
    for slot in row.slots:
        for told in inlines(slot.text):
            _read_inline(slot, told, head, uses)
    for label, text in found:
        head.left = min(label.column, head.left or label.column)
        paired |= {slot.key for slot in (label, text) if slot is not None}
        if text is None and labels.is_group(label.text):
            uses.ignore("group-label", [label])
            head.unit_of_label = unit_in_label(label.text) or head.unit_of_label
        elif text is None:
            waiting.append(label)
            head.unit_of_label = unit_in_label(label.text) or head.unit_of_label
        else:
            pair(label, text, head, uses)
    if len(waiting) == len(row.slots) > 1:
        head.over = {label.column: label for label in waiting}
    beside = [slot for slot in row.slots if slot.key not in paired and slot.key not in uses.noted]
    _read_beside(beside, row, head, uses)
    for slot in beside:
        parts = parts_alone(slot.text)
        for told in parts if len(parts) > 1 else ():  # 资金来源 | 一般公共预算35万元，自筹15万元
            _read_inline(slot, told, head, uses)
    return waiting


def _stage_over(row: Row, found: Sequence[tuple[Slot, Slot | None]]) -> str | None:
    """The stage of the money a label tells that reaches down into a row, or stands in it before labels: 年初预算数.

    Behind a label of money it is one beside it: 预算数 | 执行数 over their amounts.
    """
    ahead = [label for label, text in takewhile(lambda pair: not _is_part(pair[0]), found[:-1]) if text is None]
    stages = (labels.amount_of(slot.text) for slot in (*row.covering.values(), *ahead))
    return next((stage for stage in stages if stage in STAGES and stage not in {"breakdown", "earlier"}), None)


def _is_part(label: Slot) -> bool:
    return labels.amount_of(label.text) in PARTS


def _read_beside(slots: Sequence[Slot], row: Row, head: Head, uses: Uses) -> None:
    """Further texts of a row, each of which has a label above its column: 下达及时性 | (情况说明) | (存在问题).

    At the foot of a form the day stands beside a signature and has no label.
    """
    for slot in slots:
        if is_day(slot.text) and labels.is_foot(row.slots[0].text):
            file_text("report_date", "", Stated(slot.text, slot.span), head)
            uses.use(slot)
            continue
        label = head.over.get(slot.column)
        if label is not None and is_label(row.slots[0]) and not labels.is_personal(row.slots[0].text):
            told = f"{row.slots[0].text} {label.text}"
            head.fields.append(HeaderField(label=told, text=slot.text, span=slot.span))
            uses.use(slot)


def _read_inline(slot: Slot, told: tuple[str, str], head: Head, uses: Uses) -> None:
    """项目名称：绿化, a label and its text in one cell."""
    label, text = told
    file_labelled(label, Stated(text, slot.span), slot.column, head)
    if labels.is_personal(label):
        uses.ignore("personal-data", [slot])
    else:
        uses.use(slot)


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
            uses.ignore("personal-data" if labels.is_personal(label.text) else "group-label", [label])
