"""Strings of workbooks."""

import pytest
from lxml import etree

from parsers.formats.xlsx.strings import string, struck_in, unescaped


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ("<si/>", ""),
        ("<si><t/></si>", ""),
        ("<si><t> 甲 </t></si>", "甲"),
        ("<si><r><t>甲 </t></r><r><t>乙</t></r></si>", "甲 乙"),
        ("<si><t>甲</t><rPh><t>jiǎ</t></rPh><phoneticPr/></si>", "甲"),
        ("<si><t>甲_x000D_&#10;乙_x0007_</t></si>", "甲\n乙"),
    ],
)
def test_the_runs_of_a_string(item: str, text: str) -> None:
    assert string(etree.fromstring(item)) == text


def test_what_only_looks_escaped_stays() -> None:
    assert unescaped("a_x00_b_xZZZZ_") == "a_x00_b_xZZZZ_"
    assert unescaped("_xD800_甲") == "甲"


def test_what_is_struck_in_a_string() -> None:
    runs = "<si><r><rPr><strike/></rPr><t>旧</t></r><r><rPr><strike val='0'/></rPr><t>新</t></r><t>尾</t></si>"
    assert struck_in(etree.fromstring(runs)) == "旧"
