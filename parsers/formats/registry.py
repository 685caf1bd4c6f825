"""Every format jixiao reads, in the order they are asked, and the one way from bytes to a Document."""

from collections.abc import Collection, Iterator
from functools import cache
from importlib import import_module

from parsers.formats.default_password import unlocked
from parsers.formats.error_values import with_errors_said
from parsers.formats.own_outputs import refuse_own_output
from parsers.formats.reader import Reader, Request, empty
from parsers.formats.refusal import breaks_off, broken_off, refusal, refuse_a_stump
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


class Readers(Collection[Reader]):
    """Readers by the names of their modules, each loaded when it is first asked: an import has files of few formats.

    >>> [reader.name for reader in Readers("docx.DOCX", "text.TEXT")]
    ['docx', 'text']
    """

    def __init__(self, *names: str) -> None:
        """Name the readers, in the order in which they are asked."""
        self._names = names

    def __iter__(self) -> Iterator[Reader]:
        """Each reader, loaded as it is come to."""
        for name in self._names:
            yield from _loaded(name)

    def __len__(self) -> int:
        """How many there are."""
        return sum(1 for _ in self)

    def __contains__(self, reader: object) -> bool:
        """Whether a reader is one of them."""
        return any(reader == known for known in self)


@cache
def _loaded(name: str) -> tuple[Reader, ...]:
    """The reader of a name; those of archives are made here, as they read each member by its content."""
    module, _, constant = name.partition(".")
    found = getattr(import_module(f"parsers.formats.{module}"), constant)
    return (found,) if isinstance(found, Reader) else tuple(found(read))


READERS = Readers(
    "docx.DOCX",
    "doc.DOC",
    "rtf.RTF",
    "odt.ODT",
    "xlsx.XLSX",
    "xls.XLS",
    "xlsb.XLSB",
    "ods.ODS",
    "spreadsheetml.SPREADSHEETML",
    "pdf.PDF",
    "archive.archives",
    "html.MHTML",
    "html.HTML",
    "text.TEXT",
)
