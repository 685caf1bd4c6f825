"""What a spreadsheet shows in place of a figure."""

from parsers import read
from schema.catalogue import Code
from schema.limits import Limits
from tests.parsers.formats.pdf.drawn import FORM, Cell, Drawing


def test_errors_and_signs_for_figures_that_were_printed_are_named() -> None:
    rows = [*FORM[:-2], {**FORM[-2], 4: Cell("#NAME?")}, {**FORM[-1], 4: Cell("#####")}]
    drawing = Drawing()
    drawing.text(200, 50, "项目支出绩效目标表", 16)
    drawing.table(rows, 60, 90)
    document = read(drawing.done(), "a.pdf", Limits())
    said = [(odd.code, odd.args["cells"], odd.span and odd.span.place) for odd in document.diagnostics]
    assert said == [
        (Code.FORMULA_ERRORS, "E12", "page 1 › table 1"),
        (Code.FIGURES_NOT_SHOWN, "E13", "page 1 › table 1"),
    ]


def test_errors_in_text_are_named_and_words_that_begin_with_the_sign_are_not() -> None:
    document = read("项目名称\t#专利\n执行率\t#DIV/0!\n".encode(), "a.txt", Limits())
    assert [(odd.code, odd.args["cells"]) for odd in document.diagnostics] == [(Code.FORMULA_ERRORS, "B2")]
