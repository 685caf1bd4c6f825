"""The form: a head of labels and texts, and below it a grid of indicators under a header."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from normalize.money import amount_in_yuan, states_unit
from normalize.taxonomy import is_level
from parsers.layouts.assembly import assemble
from parsers.layouts.grids.row_sorts import same_words
from parsers.layouts.grids.rows import CellKey, Row
from parsers.layouts.grids.uses import Uses
from parsers.layouts.heads.goal_rows import fills_goals
from parsers.layouts.heads.head import Head, Stated, file_text
from parsers.layouts.heads.head_lines import read_notes, read_office_above, year_above
from parsers.layouts.heads.head_rows import read_head
from parsers.layouts.heads.unit_cells import without_units
from parsers.layouts.indicators.adjustments import adjusted
from parsers.layouts.indicators.columns import Columns, odd_headers
from parsers.layouts.indicators.fitting import fitted
from parsers.layouts.indicators.grid_header import read_header
from parsers.layouts.indicators.indicators import names_target, read_indicators
from parsers.layouts.indicators.middle_labels import with_labels_on_top
from parsers.layouts.indicators.short_headers import short_grid
from parsers.layouts.indicators.stacked_rows import side_by_side
from parsers.layouts.reading import Reading
from parsers.layouts.sections.sections import Section, heads_part
from parsers.layouts.words import labels
from parsers.layouts.words.funds import PARTS
from parsers.layouts.words.inline_labels import is_foot_line
from parsers.layouts.words.label_list import Period, Stage
from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.table import Indicator

NAME, WORDS = "form", ("一项目一表", "form")


@dataclass(slots=True)
class _Grid:
    """A group of columns with the rows below its header."""

    columns: Columns
    rows: list[Row] = field(default_factory=list)


@dataclass(slots=True)
class _Walk:
    """The rows of a form being told apart: those of its head and foot, and its grids, the last of which go on.

    `band` is a level in a row of its own above a header, 一、产出指标, or one above each group of columns.
    """

    of_head: list[Row] = field(default_factory=list)
    foot: set[CellKey] = field(default_factory=set)
    grids: list[_Grid] = field(default_factory=list)
    current: list[_Grid] = field(default_factory=list)
    announced: tuple[Period | None, Stage | None] = (None, None)
    waits: bool = False
    band: Row | None = None

    def open(self, groups: Sequence[Columns]) -> None:
        """Begin the grids of a header; one that is printed again goes on with its grids."""
        again = self.current and same_words(groups[0].header, self.current[0].columns.header)
        if not again or self.announced != (None, None):
            self.current = [_Grid(_of_block(columns, *self.announced)) for columns in groups]
            self.grids.extend(self.current)
        self.announced = (None, None)
        if self.band is not None:
            levels = [_over(self.band, grid.columns) for grid in self.current]
            apart = len(self.band.slots) > 1
            for grid, level in zip(self.current, levels, strict=True):
                grid.rows.append(level)
                # Groups under a level each are no periods beside each other.
                grid.columns = replace(grid.columns, period="annual") if apart else grid.columns
        self.band = None

    def part(self, period: Period | None) -> None:
        """Go on below what heads a part of the form: its header opens grids of its own, be it the same again."""
        self.current, self.announced = [], (period, None)

    def turn(self, period: Period | None, stage: Stage | None) -> None:
        """Go on below the label of a block: 中期指标, 调整后."""
        self.announced = period, stage
        if len(self.current) == 1:
            self.current = [_Grid(_of_block(self.current[0].columns, period, stage))]
            self.grids.extend(self.current)


def read(section: Section) -> Reading:
    """A section as one form; no table where it has no header over indicators, or nothing but placeholders below it."""
    uses, head = Uses(), Head(unit_of_money=section.unit_above, title_above=section.title_above)
    grids = _grids(section.rows, year_above(section), head, uses)
    if not grids:
        return Reading(NAME)
    read_notes(section.notes, head, uses)
    read_office_above(section.office_above, head)
    found: list[tuple[Columns, tuple[Indicator, ...]]] = []
    odd: list[Diagnostic] = []
    for grid in grids:
        columns = fitted(grid.columns, grid.rows)
        below, columns = side_by_side(grid.rows, columns, uses)
        below, moved = with_labels_on_top(below, columns)
        indicators, said = read_indicators(below, columns, uses)
        found.append((columns, indicators))
        odd.extend((*moved, *said, *short_grid(columns, grid.rows)))
    odd.extend(odd_headers(columns for columns, _ in found))
    told = adjusted(found)
    if not told:
        return _template(head, uses)
    if not _is_performance(head, told, [columns for columns, _ in found]):
        return Reading(NAME)
    table, odd_head = assemble(head, told, NAME)
    return Reading(NAME, (table,), uses, (*odd_head, *head.diagnostics, *odd))


def _is_performance(head: Head, indicators: Sequence[Indicator], grids: Sequence[Columns]) -> bool:
    """Whether more than 指标名称 and 指标值 speaks for a performance table: lists of statistics have those too."""
    levelled = any(indicator.level1 or indicator.level2 for indicator in indicators)
    weighed = any({"operator", "weight"} & columns.ranges.keys() for columns in grids)
    return levelled or weighed or head.title is not None or bool(head.texts.keys() & {"project_name", "goal", "agency"})


def _grids(rows: Sequence[Row], year: int | None, head: Head, uses: Uses) -> list[_Grid]:
    """The grids of a form; rows above, between and below them are read as the form's head."""
    walk = _Walk()
    index = 0
    while index < len(rows):
        row = rows[index]
        of_goals = fills_goals(rows[index - 1] if index else None, row)
        taken, groups = (1, ()) if of_goals else read_header(rows, index, year)
        if groups:
            uses.ignore("header", groups[0].header)
            walk.open(groups)
        elif _is_band(rows, index, year):
            walk.band = row
        elif heads_part(rows, index):
            uses.ignore("group-label", row.slots)
            walk.part(labels.period(row.slots[0].text.removesuffix("表")))
        elif not walk.current or _opens_head(row, walk) or of_goals:
            walk.of_head.append(row)
            walk.foot.update(slot.key for slot in row.slots if walk.current)
            walk.waits = bool(walk.current) and len(row.slots) == 1 and labels.is_head_label(row.slots[0].text)
        else:
            walk.waits = False
            _read_row(row, walk, head, uses)
        index += taken or 1
    if walk.grids:
        read_head(without_units(walk.of_head, head, uses), head, uses)
    return walk.grids


def _read_row(row: Row, walk: _Walk, head: Head, uses: Uses) -> None:
    """A row below a header: a total, or one of indicators, which the label of a block may stand before or above."""
    columns, first = walk.current[0].columns, row.slots[0]
    if (labels.is_total(first.text) and not names_target(row, columns)) or _adds_up(row, columns):
        _read_total(row, columns, head, uses)
        return
    beside = columns.role(first.column) is None or len(row.slots) == 1
    period, stage = (labels.period(first.text), labels.stage(first.text)) if beside else (None, None)
    if (period or stage) and not is_level(first.text):
        uses.ignore("group-label", [first])
        walk.turn(period, stage)
        if len(row.slots) == 1:
            return
    for grid in walk.current:
        grid.rows.append(row)


def _is_band(rows: Sequence[Row], index: int, year: int | None) -> bool:
    """Whether a row is nothing but a level over all of the header below it, or one over each of its groups."""
    row = rows[index]
    if row.covering or index + 1 >= len(rows) or not all(is_level(slot.text) for slot in row.slots):
        return False
    groups = read_header(rows, index + 1, year)[1]
    each = [len(_over(row, columns).slots) for columns in groups]
    return bool(groups) and (len(row.slots) == 1 or each == [1] * len(row.slots))


def _over(row: Row, columns: Columns) -> Row:
    """The levels of a row that stand over a group of columns; a level alone in its row holds for every group."""
    first, last = min(columns.ranges.values())[0], max(last for _, last in columns.ranges.values())
    if len(row.slots) == 1:
        return row
    return Row(tuple(s for s in row.slots if first <= s.last_column and s.column <= last), row.covering)


def _of_block(columns: Columns, period: Period | None, stage: Stage | None) -> Columns:
    """The columns as they hold in a block of rows that has a label of its own."""
    return replace(columns, period=period or columns.period, stage=stage or columns.stage)


def _adds_up(row: Row, columns: Columns) -> bool:
    """Whether a row adds up weights and scores under a label that would else name one score: 总得分 | 100 | 97.71."""
    first, *behind = row.slots
    if "score" not in columns.ranges or labels.header_field(first.text) != "score":
        return False
    numbers = [slot for slot in behind if amount_in_yuan(slot.text) is not None]
    scored = any(columns.role(slot.column) == "score" for slot in numbers)
    return len(numbers) > 1 and (scored or len(numbers) == len(behind))


def _read_total(row: Row, columns: Columns, head: Head, uses: Uses) -> None:
    """The total score of a self-evaluation; what else a row of totals adds up is left out by name.

    In a row that has lost its empty cells the score is the last of two or more numbers.
    """
    label, score = row.slots[0], next((slot for slot in row.slots if columns.role(slot.column) == "score"), None)
    if score is None and "score" in columns.ranges and row.slots[-1].column < columns.ranges["score"][0]:
        score = row.slots[-1] if len(row.slots) > 2 else None
    if score is None and _is_only_score(row, columns):
        score = row.slots[1]
    if score is not None and score is not label and "小计" not in label.text:
        file_text("score", label.text, Stated(score.text, score.span), head)
        uses.use(label, score)
        if "总" in label.text:
            # 合计 of the indicators may stand above 总分.
            head.texts["score"].insert(0, head.texts["score"].pop())
    uses.ignore("total", row.slots)


def _is_only_score(row: Row, columns: Columns) -> bool:
    """Whether a row of 总分 has one number, left of the column of scores, that is no sum of weights: 总分 | 95.6."""
    label, *behind = row.slots
    if len(behind) != 1 or "分" not in label.text or "小计" in label.text:
        return False
    if "score" not in columns.ranges and "weight" in columns.ranges:
        return False
    number = amount_in_yuan(behind[0].text)
    return number is not None and number != _FULL and columns.role(behind[0].column) != "weight"


_FULL = 100


def _opens_head(row: Row, walk: _Walk) -> bool:
    """Whether a row begins with a label of the head, left of the names of indicators, or goes on with one."""
    columns, first = walk.current[0].columns, row.slots[0]
    if _adds_up(row, columns):
        return False
    at_name = columns.first("name")
    if any(slot.key in walk.foot for slot in row.covering.values()):
        return True
    if walk.waits and len(row.slots) == 1 and not is_level(first.text):
        # The text below a label of the foot: 四、其他需要说明的问题 over 无.
        return True
    # 年度绩效目标1 in the column of goals names the goal of an indicator; in the head it is a label.
    if _is_of_money(row, columns):
        return True
    stands_left = (at_name is None or first.column < at_name) and columns.role(first.column) != "serial"
    labelled = labels.is_head_label(first.text) or is_foot_line(first.text)
    return stands_left and labelled and not is_level(first.text)


def _is_of_money(row: Row, columns: Columns) -> bool:
    """Whether a row of a grid with a column for each area gives the money of all and of each: 资金额度 | 120 | 50.

    The numbers are bare, in the unit of the table; those of an indicator that is money have one.
    """
    if columns.area is not None or not any(variant.area is not None for variant in columns.variants):
        return False
    first, *behind = row.slots
    leftmost = min(start for start, _ in columns.ranges.values())
    if row.covering or first.column > leftmost or labels.amount_of(first.text) not in PARTS:
        return False
    amounts = [slot.text for slot in behind if amount_in_yuan(slot.text) is not None]
    return len(behind) > 1 and len(amounts) == len(behind) and not any(map(states_unit, amounts))


def _template(head: Head, uses: Uses) -> Reading:
    """A form nobody filled in: no table, said with its title."""
    title = head.title.text if head.title is not None else ""
    span = head.title.span if head.title is not None else None
    return Reading(NAME, (), uses, (Diagnostic(code=Code.EMPTY_TEMPLATE, args={"title": title}, span=span),))
