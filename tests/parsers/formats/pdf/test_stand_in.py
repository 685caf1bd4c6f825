"""The font that stands in for those a file does not hold."""

import struct
from io import BytesIO

from PIL import ImageFont

from parsers.formats.pdf.stand_in import stand_in


def test_it_is_a_font_whose_characters_are_boxes() -> None:
    font = ImageFont.truetype(BytesIO(stand_in()), 100)
    assert [font.getbbox(text) for text in ("绩", "≥", "9")] == [(0, 0, 100, 100), (0, 0, 100, 100), (0, 0, 50, 100)]


def test_its_tables_stand_where_its_directory_says() -> None:
    content = stand_in()
    count = struct.unpack(">H", content[4:6])[0]
    entries = [struct.unpack(">4sIII", content[12 + 16 * at : 28 + 16 * at]) for at in range(count)]
    assert [tag for tag, *_ in entries] == sorted(tag for tag, *_ in entries)
    assert all(place % 4 == 0 and place + size <= len(content) for _, _, place, size in entries)
