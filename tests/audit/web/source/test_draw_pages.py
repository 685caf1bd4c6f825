"""Pages of a PDF as pictures."""

import io
import json
from pathlib import Path

from audit.web.source.draw_pages import draw, scale_of

PDF = Path(__file__).parents[4] / "samples/formats/guangzhou-development-district-ip-projects/reportlab.pdf"


def test_a_page_is_as_large_as_it_is_said_to_be() -> None:
    out = io.BytesIO()
    draw(PDF.read_bytes(), [1, 99, 0, -1], out)
    line, png = out.getvalue().split(b"\n", 1)
    head = json.loads(line)
    assert (head["page"], head["bytes"], png[:8]) == (1, len(png), b"\x89PNG\r\n\x1a\n")
    assert 500 < head["width"] < 900


def test_no_picture_is_larger_than_a_screen_or_two() -> None:
    for width, height in ((595, 842), (1, 14_400), (14_400, 1), (14_400, 14_400), (1e6, 1e6)):
        scale = scale_of(width, height)
        assert width * height * scale * scale <= 4_000_001
        assert width * scale <= 1_301
