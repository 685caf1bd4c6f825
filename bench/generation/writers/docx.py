"""A drawing as a Word file: the package is python-docx's, the body is written here, since its cells are slow."""

import io
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from random import Random
from xml.sax.saxutils import escape

import docx

from bench.generation.drawing import Break, Drawing, Line, Slot, Table

DATE = (2024, 1, 1, 0, 0, 0)
_BODY = re.compile(r"(?<=<w:body>).*(?=<w:sectPr)", re.DOTALL)
_SYMBOLS = {"≥": "F0B3", "≤": "F0A3"}
_PIECES = re.compile(r"[≥≤]|[^≥≤]+")
CONVERTIBLE = ("plain", "plain", "symbols", "split runs", "tracked")
HABITS = (*CONVERTIBLE, "controls")
"""How the words stand in the file: as they are, ≥ as a sign of the Symbol font, runs cut in the middle of words, rows
in content controls, words inserted by tracked changes beside deleted ones."""


def write(drawing: Drawing, chance: Random) -> bytes:
    """A package with fixed dates."""
    return document(drawing, chance.choice(HABITS))


def convertible(drawing: Drawing, chance: Random) -> bytes:
    """A package LibreOffice reads whole: it loses rows in content controls."""
    return document(drawing, chance.choice(CONVERTIBLE))


def document(drawing: Drawing, habit: str) -> bytes:
    """A package in which words stand by one habit."""
    body = "".join(part for block in drawing for part in _block(block, habit))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in _parts():
            told = _BODY.sub(lambda _: body, content.decode()).encode() if name == "word/document.xml" else content
            package.writestr(zipfile.ZipInfo(name, DATE), told, zipfile.ZIP_DEFLATED, 6)
    return out.getvalue()


@cache
def _parts() -> tuple[tuple[str, bytes], ...]:
    """The parts of an empty document; a paragraph stands in it so that its body has an end."""
    out, made = io.BytesIO(), docx.Document()
    made.add_paragraph("")
    made.save(out)
    with zipfile.ZipFile(out) as package:
        return tuple((name, package.read(name)) for name in package.namelist())


def _block(block: object, habit: str) -> Iterator[str]:
    match block:
        case Line(text=text, heading=heading):
            style = '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>' if heading else ""
            yield f"<w:p>{style}{_runs(text, habit)}</w:p>"
        case Break():
            yield '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        case Table():
            yield from _table(block, habit)
            yield "<w:p/>"


def _table(table: Table, habit: str) -> Iterator[str]:
    yield '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>'
    yield '<w:gridCol w:w="1200"/>' * table.width
    yield "</w:tblGrid>"
    lines: list[list[tuple[int, str]]] = [[] for _ in table.rows]
    for row, column, slot in table.placed():
        for below in range(slot.rows):
            lines[row + below].append((column, _cell(slot, below, habit)))
    for at, line in enumerate(lines):
        told = f"<w:tr>{''.join(cell for _, cell in sorted(line))}</w:tr>"
        yield f"<w:sdt><w:sdtContent>{told}</w:sdtContent></w:sdt>" if habit == "controls" and at % 3 == 1 else told
    yield "</w:tbl>"


def _cell(slot: Slot, below: int, habit: str) -> str:
    span = f'<w:gridSpan w:val="{slot.columns}"/>' if slot.columns > 1 else ""
    merge = "" if slot.rows == 1 else "<w:vMerge/>" if below else '<w:vMerge w:val="restart"/>'
    lines = [""] if below else slot.text.split("\n")
    inside = "".join(f"<w:p>{_runs(line, habit)}</w:p>" for line in lines)
    return f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{inside}</w:tc>"


def _runs(text: str, habit: str) -> str:
    if not text:
        return ""
    if habit == "symbols":
        return "".join(_symbol(piece) for piece in _PIECES.findall(text))
    if habit == "split runs":
        middle = len(text) // 2
        return _run(text[:middle]) + '<w:proofErr w:type="spellStart"/>' + _run(text[middle:])
    if habit == "tracked" and len(text) > 6:
        change = 'w:id="1" w:author="绩效科" w:date="2024-01-01T00:00:00Z"'
        deleted = f"<w:del {change}><w:r><w:delText>原</w:delText></w:r></w:del>"
        return f"{deleted}<w:ins {change}>{_run(text[:3])}</w:ins>{_run(text[3:])}"
    return _run(text)


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def _symbol(piece: str) -> str:
    code = _SYMBOLS.get(piece)
    return f'<w:r><w:sym w:font="Symbol" w:char="{code}"/></w:r>' if code else _run(piece)
