"""Which lines stand by themselves, and which go on with a cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.formats.standing import announces, continues, page_furniture, stands_alone, unfinished

SHAPES = st.text(alphabet="第二页共2/—- 表（）《》：，。1.甲\v", max_size=12)


@pytest.mark.parametrize(
    ("line", "furniture"),
    [
        ("第2页", True),
        ("第 十二 页，共 二十 页", True),
        ("共3页 第2页", True),
        ("第2页/共3页", True),
        ("（第2页）", True),
        ("－2－", True),
        ("Page 2 of 3", True),
        ("2024", True),
        ("第2页的内容", False),
        ("≥2", False),
        ("2.5", False),
        ("20240", False),
        ("", False),
    ],
)
def test_page_furniture(line: str, *, furniture: bool) -> None:
    assert page_furniture(line) is furniture


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("2024年度项目绩效目标表", True),
        ("项目 支出 绩效 自评 表（2024年度）【试行】", True),
        ("附件2-1：", True),
        ("## 绩效", True),
        ("[bookmark: _Toc2]绩效目标表", True),
        ("完成申报，填写报表", False),
        ("甲" * 90 + "表", False),
        ("表率作用", False),
        ("单位：万元", False),
    ],
)
def test_titles(line: str, *, title: bool) -> None:
    assert announces(line) is title
    assert not title or stands_alone(line)


def test_a_title_is_part_of_a_cell_only_where_it_closes_what_the_cell_opened() -> None:
    assert continues("编制《年度", "绩效》目标表")
    assert not continues("编制《年度", "绩效目标表")
    assert not continues("编制（年度", "绩效目标表（2024年度）")


@given(SHAPES, SHAPES)
def test_a_line_that_stands_alone_goes_on_with_nothing_finished(above: str, below: str) -> None:
    if (page_furniture(below) or announces(below)) and not unfinished(above):
        assert not continues(above, below)


@pytest.mark.parametrize(
    ("above", "below", "goes_on"),
    [
        ("2024年12", "月31日前", True),
        ("2024", "年底", True),
        ("≥1.2", "万亩", True),
        ("95", "个", True),
        ("95", "年度绩效目标申报", False),
        ("95", "日常工作", False),
        ("95", "个人住房项目", False),
        ("万", "万亩", False),
    ],
)
def test_a_number_goes_on_with_its_unit(above: str, below: str, *, goes_on: bool) -> None:
    assert continues(above, below) is goes_on


def test_a_note_below_a_sentence_without_an_end_is_not_its_end() -> None:
    assert continues("年初预计不足，加强调研", "并科学设定指标。")
    assert not continues("年初预计不足，加强调研", "注：其他资金包括单位自有资金。")
