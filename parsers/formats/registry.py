"""Every format jixiao reads, in the order they are asked, and the one way from bytes to a Document."""

from parsers.formats.archive import archives
from parsers.formats.compound import Compound, is_compound, refuse_encrypted
from parsers.formats.doc import DOC
from parsers.formats.docx import DOCX
from parsers.formats.html import HTML, MHTML
from parsers.formats.ods import ODS
from parsers.formats.odt import ODT
from parsers.formats.pdf import PDF
from parsers.formats.reader import Reader, Request, empty
from parsers.formats.rtf import RTF
from parsers.formats.signatures import signature
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

    Raises `ReadError`: `limit` past a bound, `corrupt` for an empty or damaged file, `truncated` for one that ends in
    the middle of a character, `encrypted` behind a password, `unsupported` for a format that no reader knows.
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
    for reader in READERS:
        if reader.matches(content, name):
            return reader.read(content, request)
    refuse_encrypted(content)
    if is_compound(content):
        Compound(content, limits)
    raise _unsupported(content)


READERS: tuple[Reader, ...] = (DOCX, DOC, RTF, ODT, XLSX, XLS, XLSB, ODS, PDF, *archives(read), MHTML, HTML, TEXT)


def _unsupported(content: bytes) -> ReadError:
    found = signature(content)
    if found is None:
        return ReadError(
            Status.UNSUPPORTED,
            zh="不是文本文件，也不是可识别的格式；请确认文件内容",
            en="this is not a text file, nor any format known here; check what it is",
        )
    if found.packed:
        return ReadError(
            Status.UNSUPPORTED,
            zh=f"文件是{found.zh}，暂不支持；请解压后导入其中的文件，或改用 ZIP 压缩",
            en=f"the file is {found.en}, which is not read; unpack it and import what is inside, or pack it as ZIP",
        )
    return ReadError(
        Status.UNSUPPORTED,
        zh=f"文件内容是{found.zh}，暂不支持；请另存为文本后再导入",
        en=f"the content is {found.en}, which is not read yet; save it as text and import that",
    )
