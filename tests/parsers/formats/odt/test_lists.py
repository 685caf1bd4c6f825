"""Numbered lists, as LibreOffice writes them and by hand."""

from pathlib import Path

import pytest

from parsers.formats import Request, read
from tests.parsers.formats.conftest import drawn
from tests.parsers.formats.odt.written import shown, styled

FILES = Path(__file__).parent.parent / "files"


def test_lists_of_a_page_that_libreoffice_opened() -> None:
    assert drawn(read((FILES / "lists-libreoffice.odt").read_bytes(), "a.odt", Request())) == [
        "paragraph 1 附件1 绩效目标表",
        *("paragraph 2 1.产出指标", "paragraph 3 a.数量指标", "paragraph 4 b.质量指标", "paragraph 5 2.效益指标"),
        "paragraph 6 说明段落",
        "paragraph 7 3.满意度指标",
        *("paragraph 8 I.其一", "paragraph 9 II.其二", "paragraph 10 无序"),
        "[table 1]",
        "1: 1.开展培训⏎2. 2024年验收 | ≥5次",
    ]


def test_lists_of_word_count_on_after_what_stands_between() -> None:
    lines = drawn(read((FILES / "lists-python-docx-libreoffice.odt").read_bytes(), "a.odt", Request()))
    assert lines[1:5] == ["paragraph 2 1.第一项", "paragraph 3 2.第二项", "paragraph 4 中间段", "paragraph 5 3.第三项"]
    assert lines[-1] == "1: 1.格内一⏎2.格内二 | ≥5"


_NUMBERS = (
    '<text:list-style style:name="L">{}</text:list-style>',
    '<text:list-level-style-number text:level="{}" style:num-format="{}" style:num-suffix="、" {}/>',
)


def _list(*items: str, more: str = "") -> str:
    return f'<text:list text:style-name="L" {more}>{"".join(items)}</text:list>'


def _item(text: str, *inner: str) -> str:
    return f"<text:list-item>{f'<text:p>{text}</text:p>' if text else ''}{''.join(inner)}</text:list-item>"


@pytest.mark.parametrize(
    ("form", "more", "numbers"),
    [
        ("1", "", ["1、甲", "2、乙"]),
        ("1", 'text:start-value="9"', ["9、甲", "10、乙"]),
        ("一, 二, 三, ...", 'style:num-prefix="（"', ["（一、甲", "（二、乙"]),
        ("i", "", ["i、甲", "ii、乙"]),
        ("", "", ["甲", "乙"]),
    ],
)
def test_numbers_are_shown_as_their_style_says(form: str, more: str, numbers: list[str]) -> None:
    style = _NUMBERS[0].format(_NUMBERS[1].format(1, form, more))
    body = _list(_item("甲"), _item("乙"))
    assert [line.partition(" ")[2].partition(" ")[2] for line in shown(styled(style), body)] == numbers


def test_levels_show_those_above_and_items_without_a_paragraph_do_not_count() -> None:
    two = _NUMBERS[1].format(2, "1", 'text:display-levels="2"')
    style = _NUMBERS[0].format(_NUMBERS[1].format(1, "1", "") + two)
    body = _list(_item("甲", _list(_item("乙"), _item("丙"))), _item("", _list(_item("丁"))), _item("戊"))
    lines = [line.partition(" ")[2].partition(" ")[2] for line in shown(styled(style), body)]
    assert lines == ["1、甲", "1.1、乙", "1.2、丙", "1.3、丁", "2、戊"]


def test_a_list_counts_on_where_it_says_so_and_else_anew() -> None:
    style = _NUMBERS[0].format(_NUMBERS[1].format(1, "1", ""))
    body = (
        _list(_item("甲"), more='xml:id="a"'),
        _list(_item("乙")),
        _list(_item("丙"), more='text:continue-numbering="true"'),
        _list(_item("丁"), more='text:continue-list="a"'),
        "<text:list><text:list-item><text:p>无式</text:p></text:list-item></text:list>",
    )
    lines = [line.partition(" ")[2].partition(" ")[2] for line in shown(styled(style), "".join(body))]
    assert lines == ["1、甲", "1、乙", "2、丙", "2、丁", "无式"]
