"""Word files written by hand, part by part, and what they read as, drawn as lines."""

import io
import zipfile

from parsers.formats import Request, read
from schema.document import Document
from tests.parsers.formats.conftest import drawn

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def part(root: str, inside: str) -> str:
    """A part with a root of the main namespace."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{root} {NAMESPACES}>{inside}</w:{root}>'


def zipped(parts: dict[str, str]) -> bytes:
    """A package of parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def docx(body: str, **others: str) -> bytes:
    """A Word file with a body, and other parts by their names: styles, numbering."""
    parts = {"word/document.xml": part("document", f"<w:body>{body}</w:body>")}
    return zipped(parts | {f"word/{name}.xml": part(name, text) for name, text in others.items()})


def p(inside: str, properties: str = "") -> str:
    """A paragraph of runs."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def tc(text: str, properties: str = "") -> str:
    """A cell; what is marked up already is taken as it is."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{text if text.startswith('<') else p(r(text))}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row; a bare text is a plain cell."""
    inside = "".join(cell if cell.startswith("<") else tc(cell) for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def tbl(*rows: str, columns: int = 0) -> str:
    """A table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid>{'<w:gridCol/>' * columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def opened(body: str, **others: str) -> Document:
    """What a body reads as."""
    return read(docx(body, **others), "a.docx", Request())


def shown(body: str, **others: str) -> list[str]:
    """What a body reads as, drawn."""
    return drawn(opened(body, **others))


def said(inside: str, **others: str) -> str:
    """The text of a body of one paragraph."""
    return "\n".join(block.text for block in opened(p(inside), **others).blocks if block.kind == "text")
