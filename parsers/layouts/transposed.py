"""The transposed form: one indicator a column, its levels, name, value and unit in rows with a label in front."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from normalize.taxonomy import is_level
from parsers.layouts.assembly import assemble
from parsers.layouts.grids.rows import Row, Slot
from parsers.layouts.grids.uses import Uses
from parsers.layouts.heads.head import Head
from parsers.layouts.heads.head_lines import read_notes
from parsers.layouts.heads.head_rows import read_head
from parsers.layouts.indicators.fitting import fitted
from parsers.layouts.indicators.grid_header import read_groups
from parsers.layouts.indicators.indicators import read_indicators
from parsers.layouts.reading import Reading
from parsers.layouts.sections.sections import Section
from parsers.layouts.words import labels
from schema.diagnostic import Diagnostic
from schema.table import Indicator

NAME, WORDS = "transposed", ("横排的表，一列一个指标", "form turned on its side, one indicator a column")


@dataclass(slots=True, eq=False)
class Turned(Slot):
    """A cell as it stands after its grid was turned: its row is its column; its key and its place stay its own."""

    def __post_init__(self) -> None:
        """Take rows for columns."""
        Slot.__post_init__(self)
        self.column = self.cell.row
        self.last_column = self.cell.row + self.cell.rows - 1


def read(section: Section) -> Reading:
    """A section as one form whose grid is turned; no table where no rows are labelled as the columns of a grid are."""
    uses, head = Uses(), Head(unit_of_money=section.unit_above)
    blocks, rest = _blocks(section.rows)
    if not blocks:
        return Reading(NAME)
    read_notes(section.notes, head, uses)
    read_head(rest, head, uses)
    indicators: list[Indicator] = []
    odd: list[Diagnostic] = []
    for block in blocks:
        header, *rows = turned(block)
        for columns in read_groups(header):
            uses.ignore("header", header.slots)
            found, said = read_indicators(rows, fitted(columns, rows), uses)
            indicators.extend(found)
            odd.extend(said)
        uses.ignore("group-label", (slot for row in block for slot in row.slots if labels.is_group(slot.text)))
    told = head.title is not None or any(indicator.level1 or indicator.level2 for indicator in indicators)
    if not indicators or not told:
        return Reading(NAME)
    table, odd_head = assemble(head, indicators, NAME)
    return Reading(NAME, (table,), uses, (*odd_head, *head.diagnostics, *odd))


def _blocks(rows: Sequence[Row]) -> tuple[list[list[Row]], list[Row]]:
    """The runs of rows that each say one thing of every indicator, and the other rows."""
    opening = {column for row in rows for column in row.columns[:2]}
    if "name" not in opening or opening.isdisjoint({"value", "operator"}):  # no run can be complete
        return [], list(rows)
    blocks: list[list[Row]] = []
    rest: list[Row] = []
    run: list[Row] = []
    said: set[str | None] = set()
    for row in (*rows, None):
        role = _role(row) if row is not None else None
        if role is None or role in said:
            complete = "name" in said and bool({"value", "operator"} & said)
            blocks.extend([run] if complete else [])
            rest.extend([] if complete else run)
            run, said = [], set()
        if role is not None and row is not None:
            run.append(row)
            said.add(role)
        elif row is not None:
            rest.append(row)
    return blocks, rest


def _role(row: Row) -> str | None:
    """What a row says of each indicator: its first label names a column of a grid, and no other cell does."""
    at = int(_gathers(row))
    role = row.columns[at] if len(row.slots) > at + 1 else None
    if role is None or is_level(row.slots[at].text):
        return None
    beside = zip(row.slots[at + 1 :], row.columns[at + 1 :], strict=True)
    return None if any(column and not is_level(slot.text) for slot, column in beside) else role


def _gathers(row: Row) -> bool:
    """Whether a row begins with 绩效指标, down the left side of the block, beside the labels of its rows."""
    if len(row.slots) < 2 or not labels.is_group(row.slots[0].text):
        return False
    following = row.slots[1].text
    return labels.column(following) is not None and not is_level(following)


def turned(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Rows as columns: the labels in front become a header.

    >>> from parsers.layouts.grids.rows import rows_of
    >>> from schema.document import Cell, Grid
    >>> texts = {(1, 1): "三级指标", (1, 2): "路灯", (2, 1): "指标值", (2, 2): "30盏"}
    >>> grid = Grid(place="t", cells=tuple(Cell(row=r, column=c, text=text) for (r, c), text in texts.items()))
    >>> [[slot.text for slot in row.slots] for row in turned(rows_of(grid))]
    [['三级指标', '指标值'], ['路灯', '30盏']]
    """
    begun: dict[int, list[Slot]] = defaultdict(list)
    covering: dict[int, dict[int, Slot]] = defaultdict(dict)
    for row in rows:
        for slot in row.slots[_gathers(row) :]:
            turn = Turned(slot.grid, slot.cell, slot.text)
            begun[slot.column].append(turn)
            for column in range(slot.column + 1, slot.last_column + 1):
                covering[column].update(dict.fromkeys(range(turn.column, turn.last_column + 1), turn))
    return tuple(Row(tuple(begun[column]), covering.get(column, {})) for column in sorted(begun))
