"""Both readers beside each other."""

from parsers.formats.pdf.comparison import differences
from schema.limits import Limits
from tests.parsers.formats.pdf.drawn import Drawing, form


def test_readers_that_agree_have_no_differences() -> None:
    content, _ = form()
    assert list(differences(content, Limits())) == []


def test_a_cell_only_one_of_them_sees_is_told() -> None:
    drawing = Drawing()
    # Letters drawn twice, as programs do for bold type: PDFium shows them once.
    for text, x in (("名称", 65), ("指标值", 165), ("指标值", 165.3)):
        drawing.text(x, 105, text)
    for y in (100, 120):
        drawing.line(60, y, 260, y)
    for x in (60, 160, 260):
        drawing.line(x, 100, x, 120)
    (found,) = differences(drawing.done(), Limits())
    assert (found.page, found.first) == (1, ("1:2 指标值",))
    assert found.second == ("1:2 指标值指标值",)
