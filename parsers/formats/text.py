"""Text files in their dialects: tab-separated, one cell a line, pipe tables, comma-separated, and prose between."""

import re

from parsers.formats.dialects import passages
from parsers.formats.encodings import Decoded, decode, not_text
from parsers.formats.lines import bare, numbered
from parsers.formats.passages import blocks
from parsers.formats.reader import Reader, Request, empty
from parsers.formats.signatures import signature
from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.document import Document
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Status

SUFFIXES = (".txt", ".tsv", ".tab", ".csv", ".md", ".markdown", ".text")

# What no person sees and no dialect uses: C0 but for tab, line breaks and form feed, DEL, and C1.
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_CONTROL_BYTES = bytes({*range(9), *range(14, 32), 127})
_MOSTLY = 20
"""One control character among so many, and the content is no text."""


def without_controls(text: str) -> tuple[str, int]:
    """A text without control characters, and how many those were.

    >>> without_controls("甲\\x00乙\\x85"), without_controls("·甲\\n")
    (('甲乙', 2), ('·甲\\n', 0))
    """
    encoded = text.encode("utf-8", "surrogatepass")
    # Bytes are looked through several times as fast; those of C1 follow a C2, as some other characters do.
    if len(encoded.translate(None, _CONTROL_BYTES)) == len(encoded) and b"\xc2" not in encoded:
        return text, 0
    return CONTROL.subn("", text)


def matches(content: bytes, name: str) -> bool:
    """Whether the content is text; a name that says so lets damaged text be read, and be refused in clear words."""
    if signature(content) is not None:
        return False
    if name.lower().endswith(SUFFIXES):
        return True
    try:
        decode(content)
    except ReadError:
        return False
    return True


def read(content: bytes, request: Request) -> Document:
    r"""The paragraphs and tables of a text file; spans name lines, and a text without tables has none.

    >>> document = read("## 附件3\n\n项目名称\t专利转化\n资金\t460万元\n".encode(), Request())
    >>> [(block.place, block.text) for block in document.blocks if block.kind == "text"]
    [('line 1', '附件3')]
    >>> grid = document.grids[0]
    >>> grid.span(grid.at(4, 2))
    Span(place='table 1', row=4, column=2, box=None)

    Raises `ReadError`: `corrupt`, `truncated`, `unsupported` for what is no text, `limit` past characters or cells.
    """
    decoded, limits = decode(content), request.limits
    if len(decoded.text) > limits.characters:
        raise _too_long(len(decoded.text), limits)
    text, controls = without_controls(decoded.text)
    if controls * _MOSTLY > len(decoded.text):
        raise not_text()
    if not bare(text):
        raise empty()
    found = blocks(passages(tuple(numbered(text))), limits)
    return Document(source="text", blocks=tuple(found), diagnostics=tuple(_oddities(decoded, controls)))


def _oddities(decoded: Decoded, controls: int) -> list[Diagnostic]:
    oddities = []
    if decoded.guessed:
        oddities.append(Diagnostic(code=Code.ENCODING_GUESSED, args={"encoding": decoded.encoding}))
    if controls:
        oddities.append(Diagnostic(code=Code.CONTROL_CHARACTERS, args={"count": str(controls)}))
    return oddities


def _too_long(characters: int, limits: Limits) -> ReadError:
    return ReadError(
        Status.LIMIT,
        zh=f"文件有 {characters:,} 个字符，超过上限 {limits.characters:,}；请拆分文件或调高上限",
        en=f"the file has {characters:,} characters, past the limit of {limits.characters:,}; "
        "split it or raise the limit",
    )


TEXT = Reader(name="text", suffixes=SUFFIXES, matches=matches, read=read)
