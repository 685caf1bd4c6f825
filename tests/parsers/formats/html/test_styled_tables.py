"""Tables made by style."""

import pytest

from parsers.formats.html.page import read
from parsers.formats.reader import Request

INLINE = {part: f"style='display:table{part}'" for part in ("", "-row", "-cell", "-row-group")}
SHEET = "<style>.t{display:table}.r{display:table-row}.c{display:table-cell}.g{display:table-row-group}</style>"
CLASSES = {"": "class=t", "-row": "class=r", "-cell": "class='x c'", "-row-group": "class=g"}


def _cells(page: str) -> list[list[tuple[int, int, str]]]:
    return [[(c.row, c.column, c.text) for c in grid.cells] for grid in read(page.encode(), Request()).grids]


def _page(kinds: dict[str, str], *rows: str, group: bool = False) -> str:
    cells = ("".join(f"<div {kinds['-cell']}>{text}</div>" for text in row.split()) for row in rows)
    body = "".join(f"<div {kinds['-row']}>{row}</div>" for row in cells)
    body = f"<div {kinds['-row-group']}>{body}</div>" if group else body
    return f"{SHEET}<p>绩效目标表</p><div {kinds['']}>{body}</div><p>完</p>"


@pytest.mark.parametrize("kinds", [INLINE, CLASSES], ids=["style", "class"])
@pytest.mark.parametrize("group", [True, False])
def test_rows_and_cells_by_style_are_a_table(kinds: dict[str, str], *, group: bool) -> None:
    assert _cells(_page(kinds, "项目名称 巡查", "金额 45.6", group=group)) == [
        [(1, 1, "项目名称"), (1, 2, "巡查"), (2, 1, "金额"), (2, 2, "45.6")]
    ]


@pytest.mark.parametrize("rows", [("导航 正文",), ("导航", "正文")])
def test_what_only_places_parts_of_a_page_is_none(rows: tuple[str, ...]) -> None:
    assert _cells(_page(CLASSES, *rows)) == []


def test_a_table_in_a_cell_stays_one() -> None:
    inner = "<table><tr><td>数量指标<td>9条</table>"
    page = _page(INLINE, "甲 乙", "丙 丁").replace("丁", inner)
    assert [text for grid in _cells(page) for _, _, text in grid][-2:] == ["数量指标", "9条"]
