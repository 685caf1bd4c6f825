"""Bytes → text, and how that was told: BOM, declaration, strict UTF-8, then the reading that looks like Chinese."""

import codecs
import re
from typing import NamedTuple

from parsers.formats.evidence import plausibility
from schema.read_error import ReadError
from schema.source import Status


class Decoded(NamedTuple):
    """The text, the name of its encoding, and whether that was inferred from the bytes alone."""

    text: str
    encoding: str
    guessed: bool = False


# A longer mark stands above the shorter one it begins with.
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
_DECLARED = re.compile(
    rb"""(?:<meta[^<>]*?charset=|<\?xml[^<>]*?encoding=|-\*-.*?coding:)\s*["']?([\w.:-]{1,40})""", re.IGNORECASE
)
# What a declaration may say; GB 18030 and Big5-HKSCS hold the older ones whole, and files declared as those use them.
_DECLARABLE = {
    "utf-8": "utf-8",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "cp950": "big5hkscs",
    "big5hkscs": "big5hkscs",
}
_HEAD = 1024

# In the order in which a draw is decided: a mainland file is most likely.
_CANDIDATES = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
_LEAD = 0.05
"""How much better than the one before it another encoding must look before it is preferred."""
_CHANCE = 8
"""Characters that bytes of another encoding may make up when they are read as UTF-8."""
_FAR_FROM_CHANCE = 200
"""Bytes that only continue characters; of those of another encoding one in four would be out of place."""
_DOUBTFUL = 0.3
"""A reading that looks no better needs more to speak for it."""
_FLOOR = 0.1
"""A reading that looks worse than this is no text."""


def decode(content: bytes, stated: str | None = None) -> Decoded:
    r"""The text of a file; `stated` is the encoding that the envelope around it names.

    >>> decode("≥98%".encode("gb18030"))
    Decoded(text='≥98%', encoding='gb18030', guessed=True)
    >>> decode(b"\xff\xfe" + "件".encode("utf-16-le")).encoding
    'utf-16-le'

    Raises `ReadError`: `truncated` where the file ends in the middle of a character, `corrupt` where no encoding fits.
    """
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return Decoded(_strict(content[len(bom) :], encoding), encoding)
    for name in filter(None, (_known(stated), declared(content))):
        read = _attempt(content, name)
        if read is not None and (_never_by_chance(name, content, read) or plausibility(read) >= _DOUBTFUL):
            return Decoded(read, name)  # a wrong declaration is common; past this, the bytes decide
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse_damaged_utf8(content, error)
    else:
        if _surely_utf8(text):
            return Decoded(text, "utf-8")
    return _by_evidence(content)


def narrow(head: bytes) -> bytes:
    """The beginning of a file of two or four bytes a character in UTF-8, for who looks for marks; any other as it is.

    >>> narrow("<甲".encode("utf-16-be")).decode(), narrow("<甲".encode("utf-32")).decode(), narrow(b"<a")
    ('<甲', '<甲', b'<a')
    """
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "replace").encode() if encoding in _WIDE else head
    for encoding in _WIDE[:2]:
        if head.startswith("<".encode(encoding)):
            return head.decode(encoding, "replace").encode()
    return head


def _never_by_chance(encoding: str, content: bytes, read: str) -> bool:
    """Whether bytes declared as UTF-8 are that, with more characters of several bytes than chance ever makes."""
    return encoding == "utf-8" and len(content) - len(read) > _FAR_FROM_CHANCE


def _surely_utf8(text: str) -> bool:
    """Whether valid UTF-8 is UTF-8: GB 18030 may be so by chance, as 小时 is, but hardly ever in three bytes."""
    look = plausibility(text)
    long = sum(character > "\u07ff" for character in text)
    other = sum(character > "\x7f" for character in text)
    return look > _DOUBTFUL or (look > -1 and (long > 1 or other > _CHANCE))


def _strict(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(content, encoding, error) from error


def _undecodable(content: bytes, encoding: str, error: UnicodeDecodeError) -> ReadError:
    if error.end >= len(content) and len(content) - error.start <= 4:
        return ReadError(
            Status.TRUNCATED,
            zh=f"文件在一个字符中间结束（{encoding}），内容不完整；请重新获取原文件",
            en=f"the file ends in the middle of a character ({encoding}); fetch it again",
        )
    line = content.count(b"\n", 0, error.start) + 1
    return ReadError(
        Status.CORRUPT,
        zh=f"第 {line} 行附近有 {encoding} 编码无法识别的字节，文件已损坏；请重新获取原文件",
        en=f"bytes near line {line} are no {encoding}; the file is damaged, fetch it again",
    )


def declared(content: bytes) -> str | None:
    """The encoding a file declares at its beginning, or the one that holds it whole.

    >>> declared(b'<meta charset="gb2312">'), declared(b"charset=gb2312")
    ('gb18030', None)
    """
    found = _DECLARED.search(content[:_HEAD])
    return _known(found[1].decode("ascii", "replace")) if found else None


def _known(name: str | None) -> str | None:
    try:
        return _DECLARABLE.get(codecs.lookup(name).name) if name else None
    except (LookupError, ValueError):
        return None


def _refuse_damaged_utf8(content: bytes, error: UnicodeDecodeError) -> None:
    """Raise where all but a few bytes are UTF-8: such a file is damaged, and every other reading of it is nonsense."""
    if len(content) - error.start < 4:
        before = content[: error.start].decode("utf-8")
        damaged = sum(character > "\x7f" for character in before) > 1 and plausibility(before) > 0.5
    else:
        lenient = content.decode("utf-8", "replace")
        damaged = sum(character > "\x7f" for character in lenient) > 8 * lenient.count("\ufffd")
    if damaged:
        raise _undecodable(content, "utf-8", error) from error


def _by_evidence(content: bytes) -> Decoded:
    best, best_score = Decoded("", ""), _FLOOR
    for encoding in _CANDIDATES:
        text = _attempt(content, encoding)
        if text is None:
            continue
        score = plausibility(text)
        if score > best_score + (_LEAD if best.encoding else 0):
            best, best_score = Decoded(text, encoding, guessed=encoding != "utf-8"), score
    if not best.encoding:
        raise _no_encoding(content)
    return best


def _attempt(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _no_encoding(content: bytes) -> ReadError:
    """Say whether GB 18030 fails only at the very end, which is a download that broke off."""
    try:
        content.decode("gb18030")
    except UnicodeDecodeError as error:
        kept = content[: error.start]
        if len(content) - error.start <= 4 and plausibility(kept.decode("gb18030")) > 0.5:
            return _undecodable(content, "gb18030", error)
    if _controls(content) * 20 > min(len(content), _HEAD):
        return not_text()
    return ReadError(
        Status.CORRUPT,
        zh="无法识别文字编码（已尝试 UTF-8、GB 18030、Big5、UTF-16），文件已损坏或不是文本；请核对原文件",
        en="no encoding fits (tried UTF-8, GB 18030, Big5, UTF-16): the file is damaged or no text; check it",
    )


def _controls(content: bytes) -> int:
    return sum(byte < 0x20 and byte not in b"\t\n\v\f\r\x1a" for byte in content[:_HEAD])


def not_text() -> ReadError:
    """The error of a binary file."""
    return ReadError(
        Status.UNSUPPORTED,
        zh="不是文本文件（含大量控制字符）；请确认文件内容和扩展名",
        en="this is not a text file (it is full of control characters); check what it is",
    )
