"""RTF files, under whatever suffix: Word and WPS Office write .doc files that are RTF, and other programs .rtf."""

from parsers.formats.conservation import counted, lost
from parsers.formats.doc.story import flow
from parsers.formats.flow import blocks
from parsers.formats.reader import Reader, Request
from parsers.formats.rtf.raw_count import raw_count
from parsers.formats.rtf.walk import Walk
from schema.document import Document
from schema.read_error import ReadError
from schema.source import Status

_START = b"{\\rtf"


def matches(content: bytes, _name: str) -> bool:
    """Whether the content begins as RTF does.

    >>> matches(b"{\\\\rtf1 a}", "a.doc"), matches(b"rtf", "a.rtf")
    (True, False)
    """
    return content[:64].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(_START)


def read(content: bytes, request: Request) -> Document:
    """The paragraphs and tables of an RTF file in reading order; headers, footers and notes are left out.

    Raises `ReadError`: `truncated` where a group never ends, `limit` past a bound, `image_only` where nothing but
    pictures is shown, `corrupt` where nothing is.
    """
    walk = Walk(content[content.find(_START) :], lambda: _too_deep(request.limits.xml_depth), request.limits.xml_depth)
    found = tuple(flow(walk.paragraphs()))
    if walk.open:
        raise ReadError(
            Status.TRUNCATED,
            zh="文件不完整，结尾缺失；请重新下载",
            en="the file is cut off, its end is missing; download it again",
        )
    made = blocks(found, request.limits, pictures=b"\\pict" in content)
    return Document(source="rtf", blocks=made, diagnostics=lost(raw_count(content), counted(made)))


def _too_deep(depth: int) -> ReadError:
    return ReadError(
        Status.LIMIT,
        zh=f"文件嵌套超过 {depth} 层；请另存后再试",
        en=f"the file nests deeper than {depth}; save it anew and import that",
    )


RTF = Reader(name="rtf", suffixes=(".rtf",), matches=matches, read=read)
