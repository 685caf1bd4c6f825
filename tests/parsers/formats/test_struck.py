"""Text that is struck through."""

import pytest

from parsers.formats import Request, read
from parsers.formats.struck import struck
from schema.catalogue import Code


def test_the_first_texts_are_named_and_long_ones_cut() -> None:
    (said,) = struck(["甲" * 30, *map(str, range(9))])
    assert said.args == {"count": "10", "texts": f"{'甲' * 20}…、0、1、2、3 …"}


@pytest.mark.parametrize(
    ("cell", "texts"),
    [
        ("<s>≥50件</s>≥40件", "≥50件"),
        ("<del>≥50&nbsp;件</del>", "≥50 件"),
        ('<span style="text-decoration:line-through">≥50<b>件</b></span>', "≥50件"),
        ("<span>≥50件</span><strong>甲</strong>", None),
    ],
)
def test_a_page_says_what_is_struck_through(cell: str, texts: str | None) -> None:
    found = read(f"<table><tr><td>合格率</td><td>{cell}</td></tr></table>".encode(), "a.html", Request())
    said = [odd.args["texts"] for odd in found.diagnostics if odd.code is Code.STRUCK_TEXT]
    assert said == ([] if texts is None else [texts])
