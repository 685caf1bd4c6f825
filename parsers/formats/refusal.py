"""Why no reader took a file: cut off, damaged, another format than its name says, or one that is not read."""

from pathlib import PurePath

from parsers.formats.compound import MAGIC, Compound, is_compound, refuse_encrypted, stream_names
from parsers.formats.package import LOCAL, Package, entry_names, is_zip, missing
from parsers.formats.reader import empty
from parsers.formats.signatures import Signature, signature
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Status

_BEGINNINGS = {
    LOCAL: (".docx", ".docm", ".dotx", ".dotm", ".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".odt", ".ods", ".zip"),
    MAGIC: (".doc", ".dot", ".wps", ".xls", ".xlt", ".et", ".ett"),
    b"{\\rtf": (".rtf",),
    b"%PDF-": (".pdf",),
}
"""How files begin whose name ends so."""
_SHEETS, _WORKBOOK = "xl/", "xl/workbook.xml"
_SECTOR = 512
"""The files of Office 97-2003 consist of whole sectors."""
_ZEROS = bytes(512)
"""At the end of a file: what a download leaves that made room for all of it and then broke off."""


def refuse_a_stump(content: bytes, name: str) -> None:
    """Raise `truncated` for the first few bytes of a format the name states, too few to tell them from text.

    >>> refuse_a_stump(b"PK", "表.txt"), refuse_a_stump(b"PK", "表.docx")
    Traceback (most recent call last):
    schema.read_error.ReadError: the file is cut off after 2 bytes; download it again
    """
    suffix = PurePath(name).suffix.lower()
    for beginning, suffixes in _BEGINNINGS.items():
        if suffix in suffixes and len(content) < len(beginning) and beginning.startswith(content):
            raise ReadError(
                Status.TRUNCATED,
                zh=f"文件只有开头的 {len(content)} 个字节，其余缺失；请重新下载",
                en=f"the file is cut off after {len(content)} bytes; download it again",
            )


def refusal(content: bytes, name: str, limits: Limits) -> ReadError:
    """The reason why no reader took a file.

    >>> print(refusal(bytes(range(256)), "表.docx", Limits()))
    the name ends in .docx, but the content is no such file, nor any format known here; fetch it again, or check it
    """
    try:
        refuse_encrypted(content)
        if is_compound(content):
            Compound(content, limits)
        elif is_zip(content):
            Package(content, limits)
            if any(name.startswith(_SHEETS) for name in entry_names(content)):
                return missing(_WORKBOOK)
    except ReadError as error:
        return error
    found = signature(content)
    if found is None:
        return _unknown(PurePath(name).suffix.lower())
    if not found.read and (not is_compound(content) or stream_names(content)):
        return _not_read(found)
    return _damaged(found)


def breaks_off(error: ReadError, content: bytes) -> bool:
    """Whether what cannot be read is a download that broke off: it ends in zeros, or within a sector.

    >>> breaks_off(refusal(bytes(1024), "表.docx", Limits()), bytes(1024))
    True
    """
    if error.status is Status.CORRUPT and str(error) != str(empty()):
        return content.endswith(_ZEROS) or _ends_within_a_sector(content)
    if error.status is not Status.UNSUPPORTED:
        return False
    found = signature(content)
    if found is None:
        return content.endswith(_ZEROS)
    # An OLE file whose directory stood at the end no longer says what it is.
    return not found.inside and _ends_within_a_sector(content)


def _ends_within_a_sector(content: bytes) -> bool:
    return is_compound(content) and len(content) % _SECTOR > 0


def broken_off() -> ReadError:
    """The error of a download that broke off."""
    return ReadError(
        Status.TRUNCATED,
        zh="文件不完整，下载中断；请重新下载",
        en="the file is not whole, its download broke off; download it again",
    )


def _unknown(suffix: str) -> ReadError:
    if any(suffix in suffixes for suffixes in _BEGINNINGS.values()):
        return ReadError(
            Status.UNSUPPORTED,
            zh=f"文件名以 {suffix} 结尾，但内容不是这种文件，也不是可识别的格式；请重新获取原文件或确认文件内容",
            en=f"the name ends in {suffix}, but the content is no such file, nor any format known here; "
            "fetch it again, or check it",
        )
    return ReadError(
        Status.UNSUPPORTED,
        zh="不是文本文件，也不是可识别的格式；请确认文件内容",
        en="this is not a text file, nor any format known here; check what it is",
    )


def _not_read(found: Signature) -> ReadError:
    if found.packed:
        return ReadError(
            Status.UNSUPPORTED,
            zh=f"文件是{found.zh}，暂不支持；请解压后导入其中的文件，或改用 ZIP 压缩",
            en=f"the file is {found.en}, which is not read; unpack it and import what is inside, or pack it as ZIP",
        )
    return ReadError(
        Status.UNSUPPORTED,
        zh=f"文件内容是{found.zh}，暂不支持；请另存为 Word、Excel 或文本后再导入",
        en=f"the content is {found.en}, which is not read yet; save it as Word, Excel or text and import that",
    )


def _damaged(found: Signature) -> ReadError:
    return ReadError(
        Status.CORRUPT,
        zh=f"文件是{found.zh}，但已损坏，缺少必需的部分；请重新获取原文件",
        en=f"the file is {found.en}, but damaged, what it needs is missing; fetch it again from where it was published",
    )
