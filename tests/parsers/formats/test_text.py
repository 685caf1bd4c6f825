"""Text files as a whole: samples, oddities, refusals, and that nothing is lost."""

import csv
import io
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.formats import Request, read
from parsers.formats.text import TEXT
from schema.catalogue import Code
from schema.document import Document, Grid, Text
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Status

SAMPLES = Path(__file__).parents[3] / "samples" / "documents"
# What is a mark and no text: tags of paragraphs, bookmarks, headings.
MARKS = re.compile(r"</?p>|\[bookmark:[^\]]*\]|^#+ ", re.MULTILINE)
WORDS = st.text(alphabet="绩效指标数量≥98%万元，。<>5/\u3000 ", min_size=1, max_size=8)


def characters(text: str) -> Counter[str]:
    """Each character but blanks, with how often it stands in a text."""
    return Counter(re.sub(r"\s+", "", text))


def said(document: Document) -> str:
    """Everything a document says."""
    texts = []
    for block in document.blocks:
        texts.extend([block.text] if isinstance(block, Text) else [cell.text for cell in block.cells])
    return "".join(texts)


@pytest.mark.parametrize(
    ("name", "grids", "headings"),
    [
        ("guangdong-ip-transfers-by-city.txt", 9, 4),
        ("guangzhou-development-district-ip-projects.txt", 1, 0),
        ("tianjin-ip-office-projects.txt", 20, 9),
    ],
)
def test_samples_keep_every_character_and_name_true_lines(name: str, grids: int, headings: int) -> None:
    content = (SAMPLES / name).read_bytes()
    document = read(content, name, Request())
    source = content.decode()
    assert characters(said(document)) == characters(MARKS.sub("", source))
    assert len(document.grids) == grids
    assert sum(isinstance(block, Text) and block.form_boundary for block in document.blocks) == headings
    lines = source.split("\n")
    for grid in document.grids:
        for cell in grid.cells:
            row = grid.span(cell).row
            assert row is not None
            assert cell.text.split("\n")[0] in lines[row - 1]


def test_a_merged_label_leaves_its_slot_empty_and_the_columns_in_place() -> None:
    document = read((SAMPLES / "tianjin-ip-office-projects.txt").read_bytes(), "", Request())
    header, indicators = document.grids[:2]
    assert (header.at(3, 1), header.at(3, 2) is not None) == (None, True)
    system = next(cell for cell in indicators.cells if cell.text == "<8小时")
    assert (system.row, system.column, system.line) == (5, 5, 52)


def rows_of(grid: Grid) -> list[list[str]]:
    """Every slot of every row that holds a cell."""
    rows = sorted({cell.row for cell in grid.cells})
    slots = [[grid.at(row, column) for column in range(1, grid.width + 1)] for row in rows]
    return [[cell.text if cell else "" for cell in row] for row in slots]


def as_tabbed(grid: Grid) -> str:
    """A grid as a spreadsheet copies it."""
    buffer = io.StringIO()
    csv.writer(buffer, delimiter="\t", lineterminator="\n").writerows(rows_of(grid))
    return buffer.getvalue()


def as_piped(grid: Grid) -> str:
    """A grid as Markdown."""
    head, *body = rows_of(grid)
    rows = [head, ["---"] * grid.width, *body]
    return "".join("| " + " | ".join(cell.replace("\n", "<br>") for cell in row) + " |\n" for row in rows)


def as_stacked(grid: Grid) -> str:
    """A grid with one cell a line."""
    return "\n".join("".join(f"\t{cell}\n" for cell in row) for row in rows_of(grid)) + "\n\n \n"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
@pytest.mark.parametrize("written", [as_tabbed, as_piped, as_stacked])
@pytest.mark.parametrize("sample", sorted(SAMPLES.iterdir()), ids=lambda path: path.name)
def test_a_sample_reads_alike_in_every_dialect_and_encoding(
    sample: Path, written: Callable[[Grid], str], encoding: str
) -> None:
    document = read(sample.read_bytes(), sample.name, Request())
    parts = []
    for block in document.blocks:
        title = "## " if block.kind == "text" and block.form_boundary else ""
        parts.append(f"{title}{block.text}\n" if isinstance(block, Text) else written(block))
    again = read("\n".join(parts).encode(encoding), sample.name, Request())
    assert [block.kind for block in again.blocks] == [block.kind for block in document.blocks]
    assert [rows_of(grid) for grid in again.grids] == [rows_of(grid) for grid in document.grids]


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    """Rows of one width, at least two, each with words in its first two cells."""
    width = draw(st.integers(2, 5))
    row = st.tuples(*[WORDS.filter(str.strip)] * 2, *[st.one_of(st.just(""), WORDS)] * (width - 2))
    return [list(cells) for cells in draw(st.lists(row, min_size=2, max_size=6))]


def stated(rows: list[list[str]]) -> list[list[str]]:
    """What a grid has to answer, slot by slot."""
    return [[cell.strip() for cell in row] for row in rows]


def answered(grid: Grid, rows: list[int]) -> list[list[str]]:
    """What it answers."""
    slots = [[grid.at(row, column) for column in range(1, 6)] for row in rows]
    return [[cell.text if cell else "" for cell in row] for row in slots]


def padded(rows: list[list[str]]) -> list[list[str]]:
    """Rows filled up to five slots."""
    return [row + [""] * (5 - len(row)) for row in rows]


@given(tables())
def test_tab_separated_rows_come_back(rows: list[list[str]]) -> None:
    content = "\n".join("\t".join(row) for row in rows)
    (grid,) = TEXT.read(content.encode(), Request()).grids
    assert answered(grid, list(range(1, len(rows) + 1))) == padded(stated(rows))


@given(tables())
def test_stacked_rows_come_back(rows: list[list[str]]) -> None:
    content = "\n".join("".join(f"\t{cell}\n" for cell in row) for row in rows)
    (grid,) = TEXT.read(content.encode(), Request()).grids
    assert answered(grid, list(range(1, len(rows) + 1))) == padded(stated(rows))


@given(tables())
def test_pipe_rows_come_back(rows: list[list[str]]) -> None:
    head, *body = ["| " + " | ".join(row) + " |" for row in rows]
    content = "\n".join([head, "|" + "---|" * len(rows[0]), *body])
    (grid,) = TEXT.read(content.encode(), Request()).grids
    assert answered(grid, [1, *range(3, len(rows) + 2)]) == padded(stated(rows))


@given(st.lists(st.one_of(WORDS, tables().map(lambda rows: "\n".join("\t".join(row) for row in rows))), min_size=1))
def test_nothing_said_is_lost(parts: list[str]) -> None:
    content = "\n\n".join(parts)
    if not content.strip():
        return
    assert characters(said(TEXT.read(content.encode(), Request()))) == characters(content)


# Marks that are no text, alone or in any company, and words that are.
NOISE = [
    "\t",
    "\n",
    "\n\n",
    " ",
    "\r",
    "\f",
    "\v",
    "|",
    "|---|",
    "---",
    '"',
    '""',
    ",",
    "# ",
    "<p>",
    "</p>",
    "<br>",
    "**",
    "\\|",
]
SAID = ["甲", "绩效", "≥98%", "1.", "2.", "单位：万元", "\u3000", "[bookmark: a]"]


@given(st.lists(st.sampled_from(NOISE + SAID), max_size=40))
def test_no_word_is_lost_among_marks(pieces: list[str]) -> None:
    words = re.compile("[甲绩效≥98单位万元]")
    content = "甲" + "".join(pieces)
    found = said(TEXT.read(content.encode(), Request()))
    assert Counter(words.findall(found)) == Counter(words.findall(MARKS.sub("", content)))


def test_gb18030_is_read_and_said() -> None:
    document = read("项目\t绩效指标\n资金\t≥460万元\n".encode("gb18030"), "表.txt", Request())
    assert said(document) == "项目绩效指标资金≥460万元"
    assert [(odd.code, odd.args["encoding"]) for odd in document.diagnostics] == [(Code.ENCODING_GUESSED, "gb18030")]


def test_a_few_control_characters_are_left_out_and_counted() -> None:
    text = "项目名称\t知识产权\x07运营服务体系建设专项资金\n" * 2
    document = read(text.encode(), "表.txt", Request())
    assert characters(said(document)) == characters("项目名称知识产权运营服务体系建设专项资金" * 2)
    assert document.diagnostics[0].args == {"count": "2"}
    assert document.diagnostics[0].code is Code.CONTROL_CHARACTERS


def test_text_without_a_table_is_a_document_without_grids() -> None:
    document = read("今天天气很好。\n明天也是。\n".encode(), "记.txt", Request())
    assert (document.source, document.grids, len(document.blocks)) == ("text", (), 2)


@pytest.mark.parametrize(
    ("content", "status", "words"),
    [
        (b"", Status.CORRUPT, "empty"),
        (b" \r\n\t\n", Status.CORRUPT, "empty"),
        (b"\xef\xbb\xbf\n", Status.CORRUPT, "empty"),
        (bytes(range(256)) * 4, Status.UNSUPPORTED, "not a text file"),
        (b"\x00" * 64, Status.UNSUPPORTED, "not a text file"),
        (b"\x01\x02\x03abc", Status.UNSUPPORTED, "not a text file"),
        (b"%PDF-1.7\n\xe2\xe3", Status.TRUNCATED, "the PDF"),
        (b"PK\x03\x04" + b"\x00" * 30 + b"xl/workbook.xml", Status.TRUNCATED, "cut off"),
        ("项目\t绩效".encode()[:-1], Status.TRUNCATED, "middle of a character"),
        ("项目\t绩效指标数量\n".encode("gb18030") + b"\xd0", Status.TRUNCATED, "middle of a character"),
        ("绩效指标\n".encode() * 9 + b"\xff\xff" + "绩效指标\n".encode() * 9, Status.CORRUPT, "line 10"),
    ],
)
def test_what_is_no_text_is_refused_in_one_clear_line(content: bytes, status: Status, words: str) -> None:
    with pytest.raises(ReadError, match=words) as refused:
        read(content, "表.txt", Request())
    assert refused.value.status is status
    assert "\n" not in refused.value.zh
    assert re.search("[一-龥]", refused.value.zh)


@pytest.mark.parametrize(
    ("limits", "fits"),
    [
        (Limits(file_bytes=16), True),
        (Limits(file_bytes=15), False),
        (Limits(characters=8), True),
        (Limits(characters=7), False),
        (Limits(cells=4), True),
        (Limits(cells=3), False),
    ],
)
def test_limits_hold_one_under_and_one_over(limits: Limits, *, fits: bool) -> None:
    content = "甲\t乙\n丙\t丁\n".encode()
    assert len(content) == 16
    if fits:
        assert len(read(content, "", Request(limits)).grids[0].cells) == 4
        return
    with pytest.raises(ReadError, match=r"limit|more than") as refused:
        read(content, "", Request(limits))
    assert refused.value.status is Status.LIMIT


@pytest.mark.parametrize(
    "unit",
    [
        "<p ",
        "<b>",
        "<sup>1",
        "&a",
        "&#1;",
        "[bookmark:",
        "**a",
        "|--",
        "|a",
        '"a,',
        '\t"',
        '\t"""',
        "1.",
        "\f",
        "<!--",
        "# ",
        "\v",
    ],
)
def test_a_hundred_thousand_of_anything_come_to_an_end(unit: str) -> None:
    # How long it takes is for bench/growth.py to say; a pattern that grows with the square would take hours here.
    assert TEXT.read(("项" + unit * 100_000).encode(), Request()).blocks


TABBED = "产出指标\t数量指标\t≥1个\n"
STACKED = "\t产出指标\n\t数量指标\n\n" * 9


@pytest.mark.parametrize(
    ("before", "line"),
    [
        (TABBED * 9, TABBED),
        (TABBED * 9, TABBED + "2\n"),
        (TABBED * 9, "提高，\n"),
        (TABBED * 9, "提高（\n"),
        (TABBED * 9, "绩\n"),
        (TABBED * 9, "绩效目标表\n"),
        (STACKED.rstrip("\n") + "\n", "提高\n"),
        (STACKED.rstrip("\n") + "\n", "\t1.甲\n\t2.乙\n"),
        (STACKED.rstrip("\n") + "\n", "绩效目标表\n"),
        ("", "产出指标;数量指标;≥1个\n"),
    ],
)
def test_ten_thousand_lines_of_anything_come_to_an_end(before: str, line: str) -> None:
    assert TEXT.read((before + line * 10_000 + TABBED).encode(), Request()).grids
