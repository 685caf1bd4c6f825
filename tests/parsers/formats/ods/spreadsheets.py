"""OpenDocument spreadsheets for tests."""

from tests.parsers.formats.workbooks import zipped

NAMES = " ".join(f'xmlns:{name}="urn:{name}"' for name in ("office", "table", "text", "style"))


def content_of(rows: str, styles: str = "") -> str:
    """The content of a spreadsheet with one table 目标."""
    return f'<office:document {NAMES}>{styles}<table:table table:name="目标" table:style-name="ta1">{rows}</table:table></office:document>'


def spreadsheet(rows: str, *, manifest: str = "", content: bool = True) -> bytes:
    """A spreadsheet with one table 目标."""
    parts = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}
    if content:
        parts["content.xml"] = content_of(rows)
    if manifest:
        parts["META-INF/manifest.xml"] = manifest
    return zipped(parts)
