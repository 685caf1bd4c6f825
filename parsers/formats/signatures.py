"""What a file really is, by its first bytes, whatever its name says."""

import re
from typing import NamedTuple


class Signature(NamedTuple):
    """A kind of file in the words of people, and how its content begins; `read` where a reader is for all of them."""

    zh: str
    en: str
    start: re.Pattern[bytes]
    inside: bytes = b""
    packed: bool = False
    read: bool = False


_ZIP = re.compile(rb"PK\x03\x04|PK\x05\x06")
_OPEN = b"mimetypeapplication/vnd.oasis.opendocument."
_OLE = re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")


def _marked_up(start: bytes) -> re.Pattern[bytes]:
    """A start that may stand after a BOM, blanks and a comment."""
    before = rb"(?:\xef\xbb\xbf)?\s*(?:<!--.{0,2000}?-->\s*)?"
    return re.compile(before + start, re.IGNORECASE | re.DOTALL)


def _named(name: str) -> bytes:
    return name.encode("utf-16-le")


# The first that fits wins: a kind of archive stands above the plain archive.
SIGNATURES = (
    Signature("PDF 文件", "a PDF", re.compile(rb"\s*%PDF-")),
    Signature("Word 文档（.docx）", "a Word file (.docx)", _ZIP, b"word/document", read=True),
    Signature("Excel 工作簿（.xlsx）", "an Excel workbook (.xlsx)", _ZIP, b"xl/workbook", read=True),
    Signature("演示文稿（.pptx）", "a presentation (.pptx)", _ZIP, b"ppt/presentation"),
    Signature("OFD 版式文件", "an OFD file", _ZIP, b"OFD.xml"),
    Signature("OpenDocument 文本（.odt）", "an OpenDocument text (.odt)", _ZIP, _OPEN + b"text", read=True),
    Signature("OpenDocument 表格（.ods）", "an OpenDocument sheet (.ods)", _ZIP, _OPEN + b"spreadsheet", read=True),
    Signature("OpenDocument 文件", "an OpenDocument file", _ZIP, _OPEN),
    Signature("电子书（EPUB）", "an e-book (EPUB)", _ZIP, b"mimetypeapplication/epub+zip"),
    Signature("其他程序的文件包", "a package of another program", _ZIP, b"[Content_Types].xml"),
    Signature("ZIP 压缩包", "a ZIP archive", _ZIP),
    Signature("加密的 Office 文件", "an encrypted Office file", _OLE, _named("EncryptedPackage")),
    Signature("Word 97-2003 文档（.doc）", "a Word 97-2003 file (.doc)", _OLE, _named("WordDocument"), read=True),
    Signature("Excel 97-2003 工作簿（.xls）", "an Excel 97-2003 workbook (.xls)", _OLE, _named("Workbook"), read=True),
    Signature("演示文稿（.ppt）", "a presentation (.ppt)", _OLE, _named("PowerPoint Document")),
    Signature("Office 97-2003 文件", "an Office 97-2003 file", _OLE),
    Signature("RAR 压缩包", "a RAR archive", re.compile(rb"Rar!\x1a\x07"), packed=True),
    Signature("7z 压缩包", "a 7z archive", re.compile(rb"7z\xbc\xaf\x27\x1c"), packed=True),
    Signature("gzip 压缩文件", "a gzip file", re.compile(rb"\x1f\x8b\x08")),
    Signature("图片（PNG）", "a picture (PNG)", re.compile(rb"\x89PNG\r\n\x1a\n")),
    Signature("图片（JPEG）", "a picture (JPEG)", re.compile(rb"\xff\xd8\xff")),
    Signature("图片（GIF）", "a picture (GIF)", re.compile(rb"GIF8[79]a")),
    Signature("图片（TIFF）", "a picture (TIFF)", re.compile(rb"II\*\x00|MM\x00\*")),
    Signature("RTF 文档", "an RTF file", re.compile(rb"\{\\rtf")),
    Signature("Parquet 文件", "a Parquet file", re.compile(rb"PAR1")),
    Signature("SQLite 数据库", "an SQLite database", re.compile(rb"SQLite format 3\x00")),
    Signature("网页（HTML）", "a web page (HTML)", _marked_up(rb"<(?:!doctype\s+html|html)\b")),
    Signature("XML 文件", "an XML file", _marked_up(rb"<\?xml\s")),
    Signature("网页存档（MHTML）", "a saved web page (MHTML)", re.compile(rb"\s*MIME-Version:", re.IGNORECASE)),
)


def signature(content: bytes) -> Signature | None:
    """What the content says it is, or None where it carries no known mark, as text does.

    >>> signature(b"%PDF-1.7").en, signature(b"PK\\x03\\x04....word/document.xml").en, signature("绩效".encode())
    ('a PDF', 'a Word file (.docx)', None)
    """
    return next((known for known in SIGNATURES if known.start.match(content) and known.inside in content), None)
