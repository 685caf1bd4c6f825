"""Texts of OpenDocument written by hand."""

import io
import zipfile

from parsers.formats import Request, read
from schema.document import Document
from tests.parsers.formats.conftest import drawn

OASIS = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
NAMESPACES = (
    " ".join(f'xmlns:{name}="{OASIS.format(name)}"' for name in ("office", "text", "table", "style"))
    + f' xmlns:draw="{OASIS.format("drawing")}"'
)


def styled(styles: str) -> str:
    """Styles as the content holds them."""
    return f"<office:automatic-styles>{styles}</office:automatic-styles>"


def odt(styles: str, body: str) -> bytes:
    """A text with styles and a body."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f"<office:document-content {NAMESPACES}>{styles}<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
    return buffer.getvalue()


def document(styles: str, body: str) -> Document:
    """A text as it is read."""
    return read(odt(styles, body), "a.odt", Request())


def shown(styles: str, body: str) -> list[str]:
    """What a text reads as, drawn."""
    return drawn(document(styles, body))
