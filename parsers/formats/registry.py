"""Every format jixiao reads, in the order they are asked, and the one way from bytes to a Document."""

from parsers.formats.archive import archives
from parsers.formats.default_password import unlocked
from parsers.formats.doc import DOC
from parsers.formats.docx import DOCX
from parsers.formats.error_values import with_errors_said
from parsers.formats.html import HTML, MHTML
from parsers.formats.ods import ODS
from parsers.formats.odt import ODT
from parsers.formats.own_outputs import refuse_own_output
from parsers.formats.pdf import PDF
from parsers.formats.reader import Reader, Request, empty
from parsers.formats.refusal import breaks_off, broken_off, refusal, refuse_a_stump
from parsers.formats.rtf import RTF
from parsers.formats.spreadsheetml import SPREADSHEETML
from parsers.formats.text import TEXT
from parsers.formats.xls import XLS
from parsers.formats.xlsb import XLSB
from parsers.formats.xlsx import XLSX
from schema.document import Document
from schema.read_error import ReadError
from schema.source import Status


def read(content: bytes, name: str, request: Request) -> Document:
    r"""Read a file's bytes; the name only hints at the format.

    >>> document = read("项目名称\t专利转化\n".encode(), "表.txt", Request())
    >>> document.source, document.grids[0].at(1, 2).text
    ('text', '专利转化')

    Raises `ReadError`: `limit` past a bound, `corrupt` for an empty or damaged file, `truncated` for one that is cut
    off, `encrypted` behind a password, `unsupported` for a format that no reader knows.
    """
    limits = request.limits
    if len(content) > limits.file_bytes:
        raise ReadError(
            Status.LIMIT,
            zh=f"文件有 {len(content):,} 字节，超过上限 {limits.file_bytes:,}；请拆分文件或调高上限",
            en=f"the file has {len(content):,} bytes, past the limit of {limits.file_bytes:,}; "
            "split it or raise the limit",
        )
    if not content.strip():
        raise empty()
    refuse_a_stump(content, name)
    try:
        return _read(content, name, request)
    except ReadError as error:
        if error.status is Status.ENCRYPTED and (plain := unlocked(content, limits)) is not None:
            return _read(plain, name, request)
        if breaks_off(error, content):
            raise broken_off() from error
        raise


def _read(content: bytes, name: str, request: Request) -> Document:
    for reader in READERS:
        if reader.matches(content, name):
            refuse_own_output(content)
            return with_errors_said(reader.read(content, request))
    raise refusal(content, name, request.limits)


READERS: tuple[Reader, ...] = (
    DOCX,
    DOC,
    RTF,
    ODT,
    XLSX,
    XLS,
    XLSB,
    ODS,
    SPREADSHEETML,
    PDF,
    *archives(read),
    MHTML,
    HTML,
    TEXT,
)
