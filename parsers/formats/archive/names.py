"""The names of members as their maker wrote them, and which of them no person put into the archive."""

import re
import zipfile

from parsers.formats.left_behind import left_behind

_UTF8_FLAG = 0x800
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\ud800-\udfff]")
_SYSTEM = frozenset([".ds_store", "thumbs.db", "desktop.ini"])


def decoded(raw: bytes) -> str:
    """A name from its bytes: UTF-8, else GB 18030 as Chinese Windows writes it, else as zip defines it.

    >>> decoded("附件2.docx".encode()), decoded("附件2.docx".encode("gbk")), decoded(b"caf\\x82.txt")
    ('附件2.docx', '附件2.docx', 'café.txt')
    """
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("cp437")


def zip_name(entry: zipfile.ZipInfo) -> str:
    """The name of a member of a zip file, whatever its flags claim."""
    if entry.flag_bits & _UTF8_FLAG:
        return shown(entry.filename)
    try:
        return shown(decoded(entry.filename.encode("cp437")))
    except UnicodeEncodeError:  # a field of its own gave the name in Unicode
        return shown(entry.filename)


def shown(name: str) -> str:
    """A name as people see it: forward slashes, nothing that cannot be seen; it is a label and never a path.

    >>> shown("..\\\\附件\\\\表.xls"), shown("/a\\u202e.txt")
    ('附件/表.xls', 'a.txt')
    """
    parts = _UNSEEN.sub("", name).replace("\\", "/").split("/")
    return "/".join(part for part in parts if part not in {"", ".", ".."})


def is_noise(name: str) -> bool:
    """Whether a system or a program left this file behind.

    >>> [is_noise(name) for name in ("__MACOSX/._表.xls", "a/.DS_Store", "~$附件.docx", "附件.docx")]
    [True, True, True, False]
    """
    *folders, last = name.split("/")
    return "__MACOSX" in folders or last.startswith("._") or last.lower() in _SYSTEM or left_behind(last) is not None
