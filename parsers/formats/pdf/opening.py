"""A file opened, or the reason why it cannot be: encrypted, cut off, damaged, too long."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from parsers.formats.pdf import pdfium
from parsers.formats.pdf.ranges import ranges
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Status

_END = b"%%EOF"
_LENGTH = re.compile(rb"/Linearized\b.{0,200}?/L\s+(\d+)", re.DOTALL)
_OBJECT = re.compile(rb"\d+\s+\d+\s+obj\b")


@contextmanager
def document(content: bytes, limits: Limits) -> Iterator[int | None]:
    """The document PDFium makes of a file's bytes, None where it refuses them and another reader may not.

    Raises `ReadError`: `truncated`, `encrypted`, `limit` past the number of pages.
    """
    if is_cut_off(content):
        raise _truncated()
    pdfium.start()
    handle = pdfium.load(content, len(content), None)
    if not handle:
        if pdfium.last_error() == pdfium.PASSWORD:
            raise encrypted()
        yield None
        return
    try:
        pages = pdfium.count_pages(handle)
        if pages > limits.pages:
            raise too_many(pages, limits)
        yield handle if pages > 0 else None
    finally:
        pdfium.close(handle)


def is_cut_off(content: bytes) -> bool:
    """Whether a file ends before its end: without its mark, short of the length it states, or with objects after it.

    >>> is_cut_off(b"%PDF-1.7 1 0 obj 2 endobj trailer %%EOF"), is_cut_off(b"%PDF-1.7 1 0 obj 2 endo")
    (False, True)
    """
    end = content.rfind(_END)
    if end == -1 or _OBJECT.search(content, end):
        return True
    stated = _LENGTH.search(content[:1024])
    return stated is not None and int(stated[1]) > len(content)


def encrypted() -> ReadError:
    """The end of a file that asks for a password."""
    return ReadError(
        Status.ENCRYPTED,
        zh="PDF 有打开密码；请去除密码后再导入",
        en="the PDF asks for a password; remove it, then import the file again",
    )


def _truncated() -> ReadError:
    return ReadError(
        Status.TRUNCATED,
        zh="PDF 不完整，文件在结尾之前中断；请重新下载",
        en="the PDF ends before its end; download it again",
    )


def damaged() -> ReadError:
    """The end of a file that no reader makes sense of."""
    return ReadError(
        Status.CORRUPT,
        zh="PDF 已损坏，无法打开；请重新获取原文件",
        en="the PDF is damaged and cannot be opened; fetch it again from where it was published",
    )


def too_many(pages: int, limits: Limits) -> ReadError:
    """The end of a file with more pages than the limit."""
    return ReadError(
        Status.LIMIT,
        zh=f"PDF 有 {pages:,} 页，超过上限 {limits.pages:,}；请拆分文件或调高上限",
        en=f"the PDF has {pages:,} pages, past the limit of {limits.pages:,}; split it or raise the limit",
    )


def image_only(pages: Sequence[int]) -> ReadError:
    """The end of a file whose pages are pictures."""
    named = ranges(pages)
    return ReadError(
        Status.IMAGE_ONLY,
        zh=f"第 {named} 页只有图像，没有文字；请向发布单位索取原文件，或用文字识别软件处理",
        en=f"pages {named} are pictures without text; ask the publisher for the original, or use text recognition",
    )


def too_much_text(limits: Limits) -> ReadError:
    """The end of a file with more text than the limit."""
    return ReadError(
        Status.LIMIT,
        zh=f"PDF 的文字超过上限 {limits.characters:,} 个字符；请拆分文件或调高上限",
        en=f"the PDF has more than {limits.characters:,} characters; split it or raise the limit",
    )


def too_many_cells(limits: Limits) -> ReadError:
    """The end of a file with more cells than the limit."""
    return ReadError(
        Status.LIMIT,
        zh=f"PDF 的单元格超过上限 {limits.cells:,} 个；请拆分文件或调高上限",
        en=f"the PDF has more than {limits.cells:,} cells; split it or raise the limit",
    )
