"""What a cell of SpreadsheetML shows."""

import pytest
from lxml import etree

from parsers.formats.number_formats import number_format
from parsers.formats.spreadsheetml.data import format_code, text


@pytest.mark.parametrize(
    ("kind", "inside", "code", "shown"),
    [
        ("String", "合格\n率 ", "General", "合格\n率"),
        ("String", "完成<B>时<I>间</I></B>（月）", "General", "完成时间（月）"),
        ("String", "甲<br/>乙", "General", "甲\n乙"),
        ("Number", "1234567.5", "#,##0.0", "1,234,567.5"),
        ("Number", "0.95", "Percent", "95.00%"),
        ("Number", "甲", "General", "甲"),
        ("DateTime", "2024-12-31T00:00:00.000", "General", "2024/12/31"),
        ("DateTime", "2024-12-31T00:00:00.000", "Long Date", "2024年12月31日"),
        ("DateTime", "某日", "General", "某日"),
        ("Boolean", "1", "General", "TRUE"),
        ("Error", "#DIV/0!", "General", "#DIV/0!"),
    ],
)
def test_data_is_shown_as_a_person_sees_it(kind: str, inside: str, code: str, shown: str) -> None:
    data = etree.fromstring(f'<Data Type="{kind}">{inside}</Data>')
    assert text(data, number_format(format_code(code)), since_1904=False) == shown
