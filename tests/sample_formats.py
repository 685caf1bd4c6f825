"""The samples in every format: `python -m tests.sample_formats` builds samples/formats from the grids of the text samples.

Run by hand, with LibreOffice and Chromium installed, and the files are committed: neither writes the same bytes twice.
What a format cannot hold is left as the text shows it, rows shifted by page breaks too, so that every file says the same.
"""

import csv
import io
import shutil
import subprocess
import tempfile
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path
from random import Random

import docx
from docx.enum.text import WD_BREAK

from bench.generation import office
from bench.generation.drawing import Break, Drawing, Line, Slot, Table
from bench.generation.writers import archive, html, pdf, xlsx
from parsers import read
from schema.document import Block, Grid, Text
from schema.limits import Limits

ROOT = Path(__file__).parents[1]
DOCUMENTS = ROOT / "samples" / "documents"
FORMATS = ROOT / "samples" / "formats"
_CONVERTED = {"python-docx.docx": ("doc", "odt", "rtf", "html", "pdf"), "xlsxwriter.xlsx": ("xls", "ods", "pdf")}
# RTF spells every character out, and Chromium draws every one as a font of its own: too large for the longer samples.
_LARGE = {"rtf", "chromium"}
_SHORTEST = "guangzhou-development-district-ip-projects"
_FILTERS = {"doc": "doc:MS Word 97", "xls": "xls:MS Excel 97", "html": "html:HTML (StarWriter)"}


def drawing_of(document: Path) -> Drawing:
    """A text sample as a drawing: its paragraphs and grids, levels and texts of the head merged, a page a form."""
    blocks = read(document.read_bytes(), document.name, Limits()).blocks
    drawing: Drawing = []
    for at, block in enumerate(blocks):
        if isinstance(block, Text) and _opens_page(blocks, at):
            drawing.append(Break(f"{at}"))
        drawing.append(Line(block.text, block.form_boundary) if isinstance(block, Text) else _merged(block))
    return drawing


def _opens_page(blocks: tuple[Block, ...], at: int) -> bool:
    """Whether a paragraph is the first one below a grid."""
    return at > 0 and isinstance(blocks[at - 1], Grid)


def _merged(grid: Grid) -> Table:
    """The rows of a grid that show anything; what stands under a level is merged with it, a text beside its label."""
    lines = [[_text(grid, row, column) for column in range(1, grid.width + 1)] for row in range(1, grid.height + 1)]
    lines = [line for line in lines if any(line)]
    header = next((at for at, line in enumerate(lines) if "一级指标" in line), -1)
    covered: set[tuple[int, int]] = set()
    rows: list[list[Slot]] = []
    for at, line in enumerate(lines):
        slots: list[Slot] = []
        beside = at < header or header == -1
        for column, text in enumerate(line):
            if (at, column) in covered:
                continue
            below = _below(lines, at, column) if at > header >= 0 and _is_level(text) else 1
            wide = len(line) - column if beside and column == 1 and text and not any(line[2:]) else 1
            covered.update((at + down, column + right) for down in range(below) for right in range(wide))
            slots.append(Slot(text, wide, below))
        rows.append(slots)
    return Table(rows)


def _text(grid: Grid, row: int, column: int) -> str:
    cell = grid.at(row, column)
    return cell.text if cell is not None else ""


def _is_level(text: str) -> bool:
    return text.replace(" ", "") in {"产出指标", "效益指标", "满意度指标"}


def _below(lines: list[list[str]], at: int, column: int) -> int:
    """How many rows a level spans: down to the next text in its column, or to a row that was shifted into it."""
    count = 1
    while at + count < len(lines) and not any(lines[at + count][: column + 1]):
        count += 1
    return count


def python_docx(drawing: Drawing) -> bytes:
    """A Word file as python-docx makes it: titles as headings, cells merged, a page a form."""
    made = docx.Document()
    for block in drawing:
        match block:
            case Line(text=text, heading=heading):
                made.add_heading(text) if heading else made.add_paragraph(text)
            case Break():
                made.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
            case Table():
                _add_table(made, block)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _add_table(made: "docx.document.Document", block: Table) -> None:
    table = made.add_table(len(block.rows), block.width, style="Table Grid")
    grid = [list(row.cells) for row in table.rows]
    for row, column, slot in block.placed():
        cell = grid[row][column]
        if slot.rows * slot.columns > 1:
            cell = cell.merge(grid[row + slot.rows - 1][column + slot.columns - 1])
        lines = slot.text.split("\n")
        cell.paragraphs[0].text = lines[0]
        for line in lines[1:]:
            cell.add_paragraph(line)
    made.add_paragraph("")


def separated(drawing: Drawing, delimiter: str) -> bytes:
    """Comma- or tab-separated values as a spreadsheet saves them: rows of one width, line breaks in quotes."""
    rows: list[list[str]] = []
    for block in drawing:
        match block:
            case Line(text=text):
                rows.append([text])
            case Table():
                rows += [*block.as_lists(), []]
    width = max(map(len, rows))
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows([*row, *[""] * (width - len(row))] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def piped(drawing: Drawing) -> bytes:
    """Markdown, line breaks as <br>."""
    lines: list[str] = []
    for block in drawing:
        match block:
            case Line(text=text, heading=heading):
                lines += [f"{'## ' if heading else ''}{text}", ""]
            case Table():
                rows = [f"| {' | '.join(text.replace(chr(10), '<br>') for text in row)} |" for row in block.as_lists()]
                lines += [rows[0], "|" + "---|" * block.width, *rows[1:], ""]
    return "\n".join(lines).encode()


def saved_page(drawing: Drawing) -> bytes:
    """A web page saved with what belongs to it, as browsers do."""
    saved = MIMEMultipart("related", boundary="----=_page")
    saved["Subject"] = "Performance tables"
    part = MIMEText(html.page(drawing, "utf-8", paragraphs=True).decode(), "html", "utf-8")
    part["Content-Location"] = "https://example.org/performance.html"
    saved.attach(part)
    return saved.as_bytes()


def build(document: Path, out: Path) -> None:
    """Every format of one sample."""
    drawing = drawing_of(document)
    word = python_docx(drawing)
    files = {
        "python-docx.docx": word,
        "xlsxwriter.xlsx": xlsx.workbook(drawing, typed=True),
        "merged.html": html.page(drawing, "gb2312", paragraphs=False),
        "saved.mht": saved_page(drawing),
        "plain.csv": separated(drawing, ","),
        "plain.tsv": separated(drawing, "\t"),
        "plain.md": piped(drawing),
        "reportlab.pdf": pdf.write(drawing, Random(2)),  # noqa: S311 - the habits of one author, no secret
        "gbk-names.zip": archive.write([("附件：项目绩效目标表.docx", word)], gbk=True),
    }
    out.mkdir(parents=True)
    for name, content in files.items():
        (out / name).write_bytes(content)
    for source, targets in _CONVERTED.items():
        for target in targets if document.stem == _SHORTEST else set(targets) - _LARGE:
            _convert(out / source, target, out / f"libreoffice-{source.rsplit('.', 1)[1]}.{target}")
    if document.stem == _SHORTEST:
        _print(out / "merged.html", out / "chromium.pdf")


def _convert(source: Path, target: str, place: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        office.soffice([source], _FILTERS.get(target, target), Path(folder))
        shutil.move(Path(folder) / f"{source.stem}.{target}", place)


def _print(page: Path, place: Path) -> None:
    subprocess.run(
        ["chromium", "--headless", "--no-sandbox", "--no-pdf-header-footer", f"--print-to-pdf={place}", page.as_uri()],
        check=True,
        capture_output=True,
    )


def main() -> None:
    """Build all of them anew."""
    shutil.rmtree(FORMATS, ignore_errors=True)
    for document in sorted(DOCUMENTS.iterdir()):
        build(document, FORMATS / document.stem)


if __name__ == "__main__":
    main()
