"""The count over marks is never more than is read."""

from pathlib import Path

import pytest

from parsers.formats import Request, read
from parsers.formats.conservation import Count
from parsers.formats.doc.raw_count import raw_count
from schema.catalogue import Code
from tests.parsers.formats.doc.binary import doc

FILES = Path(__file__).parents[1] / "files"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Count()),
        ("甲\r乙 丙\r", Count(0, 0, 0, 3)),
        ("题\r甲\r乙\x07\x07丙\x07\x07", Count(1, 1, 2, 4)),
        ("\x13 A \x13 B \x14c\x15 \x14甲\x15", Count(0, 0, 0, 1)),
        ("\x13 A \x15甲\x13\x13", Count(0, 0, 0, 1)),
    ],
)
def test_what_is_seen_is_counted(text: str, expected: Count) -> None:
    assert raw_count(text) == expected


def test_no_real_file_loses_anything() -> None:
    for name in ("form-libreoffice.doc", "innertable.doc", "table-merges.doc", "61586.doc"):
        document = read((FILES / name).read_bytes(), name, Request())
        assert Code.NOT_CONSERVED not in {diagnostic.code for diagnostic in document.diagnostics}


def test_a_loss_is_said() -> None:
    # The marks of cells in paragraphs that say they stand in no table.
    document = read(doc("甲\x07乙\x07\r"), "a.doc", Request())
    assert [diagnostic.code for diagnostic in document.diagnostics] == [Code.NOT_CONSERVED]
    assert document.diagnostics[0].args["cells"] == "0/2"
