"""Made-up documents: the same seed gives the same bytes, what they say adds up, and a dozen are read as they are meant."""

import io
import json
import zipfile
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from importlib import import_module
from pathlib import Path

import lxml.etree
import lxml.html
import pdfplumber
import pytest

from bench.check_truth import main as check
from bench.generation import corpus
from bench.generation.drawing import Line, Table
from bench.generation.dressing import dressed
from bench.generation.layouts import Order, layouts
from bench.generation.world import drawn, projects_of, unit_of
from bench.generation.writers import WRITERS, archive, xlsx

UNIT = unit_of(3)
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FORMATS = (*WRITERS, "zip")


def order(count: int = 2) -> Order:
    return Order(UNIT, tuple(projects_of(UNIT, 2024, count, 1)), drawn("test"))


@pytest.mark.parametrize("format_name", FORMATS)
def test_the_same_seed_gives_the_same_bytes(format_name: str) -> None:
    plan = corpus.Plan(files=2, formats=(format_name,), seed=7, corrections=1.0)
    once, again = (list(corpus.made(plan, 1)), list(corpus.made(plan, 1)))
    assert once == again
    assert [file.content for file in corpus.made(corpus.Plan(2, (format_name,), seed=8), 1)] != [once[0].content]


@pytest.mark.parametrize("layout", layouts())
def test_every_row_of_a_table_is_as_wide_as_the_table(layout: str) -> None:
    drawing, _ = layouts()[layout](order())
    for table in (block for block in drawing if isinstance(block, Table)):
        filled = Counter(
            at for row, _, slot in table.placed() for at in range(row, row + slot.rows) for _ in range(slot.columns)
        )
        assert set(filled.values()) == {table.width}
        assert len(filled) == len(table.rows)


@pytest.mark.parametrize("layout", corpus.layout_names())
def test_what_a_document_says_adds_up(layout: str) -> None:
    for table in layouts()[layout](order())[1]:
        assert len(table.indicators) >= 5
        money = {part: Decimal(amount) for part, amount in table.budget.items() if amount is not None}
        if len(money) == 3:
            assert money["total"] == money["fiscal"] + money["other"]
        weights = [Decimal(indicator.said["weight"]) for indicator in table.indicators if "weight" in indicator.said]
        assert sum(weights) in {0, 90, 100}
        for indicator in table.indicators:
            assert indicator.target.kind in {"comparison", "deadline", "statement"}
            assert Decimal(indicator.said.get("score", 0)) <= Decimal(indicator.said.get("weight", 0))


def test_a_unit_keeps_its_projects_over_the_years() -> None:
    last, this = (projects_of(UNIT, year, 4, 1) for year in (2023, 2024))
    assert [each.name.removeprefix("2023年") for each in last] == [each.name.removeprefix("2024年") for each in this]
    kept = [
        one == other
        for before, after in zip(last, this, strict=True)
        for one, other in zip(before.aims, after.aims, strict=True)
    ]
    assert any(kept)
    assert not all(kept)


def test_a_correction_differs_in_one_target_and_a_duplicate_in_none() -> None:
    plan = corpus.Plan(files=1, formats=("txt",), layouts=("sichuan",), corrections=1.0, duplicates=1.0)
    first, corrected, twin = corpus.made(plan, 0)
    assert (corrected.truth.corrects, twin.truth.same_as) == (first.truth.path, first.truth.path)
    assert twin.content == first.content
    differing = [
        (one.name, other.name)
        for before, after in zip(first.truth.tables, corrected.truth.tables, strict=True)
        for one, other in zip(before.indicators, after.indicators, strict=True)
        if one.target != other.target
    ]
    assert len(differing) == 1


def test_names_in_an_archive_may_be_in_gbk() -> None:
    content = archive.write([("附件1：表.txt", b"x")], gbk=True)
    assert zipfile.ZipFile(io.BytesIO(content), metadata_encoding="gbk").namelist() == ["附件1：表.txt"]


def test_a_dozen_documents_are_read_as_they_are_meant(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = corpus.Plan(
        files=12,
        formats=("txt", "csv", "md"),
        layouts=("central-2021", "tianjin", "hubei-weights", "selfeval-2020"),
        seed=3,
    )
    assert corpus.write(plan, tmp_path, jobs=1) == 12
    lines = [json.loads(line) for line in (tmp_path / corpus.TRUTH).read_text(encoding="utf-8").splitlines()]
    assert all((tmp_path / line["path"]).exists() for line in lines)
    with pytest.raises(SystemExit) as ended:
        check([str(tmp_path), "--strict"])
    assert ended.value.code == 0, capsys.readouterr().err


def _letters(texts: Iterable[str]) -> Counter[str]:
    return Counter(letter for text in texts for letter in text if not letter.isspace())


def _word_letters(content: bytes) -> Counter[str]:
    body = lxml.etree.fromstring(zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml"))
    signs = {"F0B3": "≥", "F0A3": "≤"}
    said = [str(node.text or "") for node in body.iter(f"{WORD}t")]
    return _letters([*said, *(signs[str(node.get(f"{WORD}char"))] for node in body.iter(f"{WORD}sym"))])


def _sheet_letters(content: bytes) -> Counter[str]:
    book = import_module("openpyxl").load_workbook(io.BytesIO(content))
    return _letters(
        str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None
    )


def _page_letters(content: bytes) -> Counter[str]:
    with pdfplumber.open(io.BytesIO(content)) as pages:
        return _letters(char["text"] for page in pages.pages for char in page.chars)


def _web_letters(content: bytes) -> Counter[str]:
    charset = "gb18030" if b'charset="gb2312"' in content else "utf-8"  # GB 2312 itself has another dash
    return _letters(map(str, lxml.html.document_fromstring(content.decode(charset)).itertext()))


@pytest.mark.parametrize("layout", ["central-2015", "hebei-grades", "list-guizhou", "prose-guangxi", "selfeval-2020"])
def test_nothing_is_lost_in_writing(layout: str) -> None:
    """Counted with libraries that did not write the files; numbers of a workbook are shown otherwise than they are kept."""
    drawing, _ = layouts()[layout](order())
    drawn_letters = _letters(
        text
        for block in drawing
        for text in ([block.text] if isinstance(block, Line) else _slots(block) if isinstance(block, Table) else [])
    )
    word, page, web = (WRITERS[name](drawing, drawn("letters", layout)) for name in ("docx", "pdf", "html"))
    assert _word_letters(word) == drawn_letters
    assert not drawn_letters - _page_letters(page)
    assert not drawn_letters - _web_letters(web)
    assert _sheet_letters(xlsx.workbook(drawing, typed=False)) == drawn_letters


def _slots(table: Table) -> list[str]:
    return [slot.text for _, _, slot in table.placed()]


def test_dressing_changes_no_word() -> None:
    drawing, _ = layouts()["sichuan"](order(3))
    for number in range(20):
        parts = dressed(drawing, drawn("dressing", number))
        rows = [len(block.rows) for block in parts if isinstance(block, Table)]
        kept = _letters(text for block in parts if isinstance(block, Table) for text in _slots(block))
        assert not _letters(text for block in drawing if isinstance(block, Table) for text in _slots(block)) - kept
        assert len(rows) >= 3
