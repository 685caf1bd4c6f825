"""What a format has to offer to be read: a name, a test on content, and bytes → Document."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module

from schema.document import Document, Grid, Text
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Status

Blocks = Sequence[Grid | Text]


def everything(_text: str) -> bool:
    """Pass nothing over."""
    return True


def nothing(_read: Mapping[int, Blocks], _skipped: Sequence[int], _look: Callable[[int], Blocks]) -> dict[int, Blocks]:
    """Leave every page passed over that was."""
    return {}


@dataclass(frozen=True, slots=True)
class Request:
    """What a reader is asked: under which limits, and which pages it may pass over.

    `wanted` answers whether the text of a page may belong to a performance table; a reader knows no labels itself.
    `left_out` is told of the pages that were read, by number, and of those passed over, and looks at some of these: it
    answers with those that belong to a table after all, and what they show.
    `nesting` counts the archives around the file.

    >>> Request().limits.archive_nesting, Request().wanted("收支总表"), Request().nesting
    (3, True, 0)
    """

    limits: Limits = field(default_factory=Limits)
    wanted: Callable[[str], bool] = everything
    left_out: Callable[[Mapping[int, Blocks], Sequence[int], Callable[[int], Blocks]], Mapping[int, Blocks]] = nothing
    nesting: int = 0


@dataclass(frozen=True)
class Reader:
    """One format; the content decides whether it is the right one, a suffix only hints.

    `name` becomes `Document.source`. `matches` never raises. `read` gives equal Documents for equal bytes and raises
    `ReadError`, and nothing else, where a file cannot be read.
    """

    name: str
    suffixes: tuple[str, ...]
    matches: Callable[[bytes, str], bool]
    read: Callable[[bytes, Request], Document]


def read_by(module: str) -> Callable[[bytes, Request], Document]:
    """What a module reads, which is loaded when the first file asks for it: one format may bring a dozen libraries.

    >>> read_by("parsers.formats.text")("项目名称".encode(), Request()).source
    'text'
    """

    def read(content: bytes, request: Request) -> Document:
        of_module: Callable[[bytes, Request], Document] = import_module(module).read
        return of_module(content, request)

    return read


def empty() -> ReadError:
    """The error of a file that shows nothing: no bytes, or blanks only."""
    return ReadError(
        Status.CORRUPT,
        zh="文件为空；请重新获取原文件",
        en="the file is empty; fetch it again from where it was published",
    )
