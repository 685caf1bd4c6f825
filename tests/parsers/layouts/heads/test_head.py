"""What a head states."""

from tests.parsers.layouts.heads.drawn_heads import head_of


def test_repeated_labels_are_all_kept_and_the_first_text_counts() -> None:
    head, _ = head_of("省级主管部门 | | 地方主管部门 | 珠海市场监管局\n主管部门 | 某局")
    assert [stated.text for stated in head.texts["department"]] == ["珠海市场监管局", "", "某局"]
    assert (first := head.first("department")) is not None
    assert first.text == "珠海市场监管局"
