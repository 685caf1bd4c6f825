"""Pages drawn with what was found on them."""

from io import BytesIO

from PIL import Image

from parsers.formats import Request
from parsers.formats.pdf import PDF
from parsers.formats.pdf.pictures import pictures
from tests.parsers.formats.pdf.drawn import form


def test_a_picture_of_each_page_with_its_cells() -> None:
    content, _ = form()
    ((number, png),) = pictures(content, PDF.read(content, Request()))
    picture = Image.open(BytesIO(png))
    assert (number, picture.size) == (1, (893, 1263))
    red = sum(count for count, colour in picture.convert("RGB").getcolors(1 << 24) or () if colour == (200, 30, 30))
    assert red > 1000
