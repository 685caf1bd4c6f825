"""Cells of OpenDocument tables."""

import pytest
from lxml import etree

from parsers.formats.ods.cells import attribute, count, local, text
from tests.parsers.formats.ods.spreadsheets import NAMES


@pytest.mark.parametrize(
    ("inside", "attributes", "shown"),
    [
        ("<text:p>95%</text:p>", 'office:value="0.95"', "95%"),
        ("<text:p>甲</text:p><text:p/><text:p>乙</text:p>", "", "甲\n乙"),
        ("<text:p>甲<text:s text:c='2'/>乙<text:line-break/><text:span>丙</text:span>丁</text:p>", "", "甲  乙\n丙丁"),
        ("<office:annotation><text:p>批注</text:p></office:annotation><text:p>甲</text:p>", "", "甲"),
        (
            "<text:p><text:ruby><text:ruby-base>绩</text:ruby-base><text:ruby-text>jì</text:ruby-text></text:ruby></text:p>",
            "",
            "绩",
        ),
        ("", 'office:value-type="percentage" office:value="0.95"', "95.00%"),
        ("", 'office:value-type="float" office:value="5"', "5"),
        ("", 'office:value-type="float" office:value="x"', "x"),
        ("", 'office:value-type="date" office:date-value="2024-12-31"', "2024-12-31"),
        ("", 'office:value-type="boolean" office:boolean-value="true"', "TRUE"),
        ("", 'office:value-type="string" office:string-value="甲"', "甲"),
        ("", "", ""),
    ],
)
def test_a_cell_shows(inside: str, attributes: str, shown: str) -> None:
    assert text(etree.fromstring(f"<table:table-cell {NAMES} {attributes}>{inside}</table:table-cell>")) == shown


def test_names_and_numbers_of_attributes() -> None:
    element = etree.fromstring('<t:a xmlns:t="urn:t" t:n="0" t:m="99999999999"/>')
    assert (local(element), count(element, "n"), count(element, "m"), count(element, "x")) == ("a", 1, 999_999_999, 1)
    assert attribute(element, "x") is None
