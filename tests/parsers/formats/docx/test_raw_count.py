"""The count over bytes is never more than a person sees, and tells what is lost."""

from pathlib import Path

import pytest

from parsers.formats import Request, read
from parsers.formats.conservation import Count, counted, lost
from parsers.formats.docx.raw_count import raw_count
from parsers.formats.package import Package
from schema.catalogue import Code
from schema.limits import Limits
from tests.parsers.formats.docx.wordml import docx, opened, p, part, r, tbl, tc, tr

FILES = Path(__file__).parents[1] / "files"
UNDER = '<w:vMerge w:val="continue"/>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p(r("甲 乙")) + tbl(tr("丙", " \u3000"), tr("", "")), Count(1, 1, 1, 3)),
        (tbl(tr(tc("甲", '<w:vMerge w:val="restart"/>')), tr(tc("甲", UNDER))), Count(1, 1, 1, 1)),
        (
            '<w:p><w:del w:id="1"><w:r><w:delText>x</w:delText><w:t>x</w:t></w:r></w:del>' + r("甲") + "</w:p>",
            Count(0, 0, 0, 1),
        ),
        (p(r("甲") + r("藏", "<w:vanish/>") + r("乙")), Count(0, 0, 0, 2)),
        (tbl(tr(tc(tbl(tr("甲", "乙"), tr("丙", "丁")) + p("")), "戊")), Count(1, 1, 1, 5)),
    ],
)
def test_what_is_seen_is_counted(body: str, expected: Count) -> None:
    assert raw_count(part("document", body).encode()) == expected
    assert lost(expected, counted(opened(body).blocks)) == ()


def test_no_real_file_loses_anything() -> None:
    for name in ("form.docx", "ComplexNumberedLists.docx"):
        document = read((FILES / name).read_bytes(), name, Request())
        assert Code.NOT_CONSERVED not in {diagnostic.code for diagnostic in document.diagnostics}
        raw = raw_count(Package((FILES / name).read_bytes(), Limits()).part("word/document.xml"))
        assert raw.cells > 0 or raw.characters > 0


def test_a_loss_is_said() -> None:
    # Text where no paragraph stands is shown by no program, and read by none of ours.
    document = read(docx(p(r("甲")) + "<w:r><w:t>乙</w:t></w:r>"), "a.docx", Request())
    assert [diagnostic.code for diagnostic in document.diagnostics] == [Code.NOT_CONSERVED]
    assert document.diagnostics[0].args["characters"] == "1/2"
