"""What a head states."""

from parsers.layouts.grids.rows import rows_of
from parsers.layouts.grids.uses import Uses
from parsers.layouts.heads.head import Head
from parsers.layouts.heads.head_rows import read_head
from tests.drawing import document


def head_of(drawing: str) -> tuple[Head, Uses]:
    head, uses = Head(), Uses()
    read_head(rows_of(document(drawing).grids[0]), head, uses)
    return head, uses


def _fields(head: Head) -> list[tuple[str, str]]:
    return [(field.label, field.text) for field in head.fields]


def test_repeated_labels_are_all_kept_and_the_first_text_counts() -> None:
    head, _ = head_of("省级主管部门 | | 地方主管部门 | 珠海市场监管局\n主管部门 | 某局")
    assert [stated.text for stated in head.texts["department"]] == ["珠海市场监管局", "", "某局"]
    assert (first := head.first("department")) is not None
    assert first.text == "珠海市场监管局"
