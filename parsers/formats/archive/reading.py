"""Archives → one Document of all their members, each block with the member it stands in."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from parsers.formats.archive.members import (
    Member,
    gzip_members,
    is_gzip,
    is_tar,
    tar_members,
    unpacked_size,
    zip_members,
)
from parsers.formats.archive.names import is_noise
from parsers.formats.package import entry_names, is_zip
from parsers.formats.reader import Reader, Request
from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.document import Block, Document
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Status
from schema.span import Span

ReadAny = Callable[[bytes, str, Request], Document]
Unpack = Callable[[bytes, Limits], Iterator[Member]]
_NAMED = 12


def archives(read_any: ReadAny) -> tuple[Reader, ...]:
    """The readers of archives; `read_any` reads a member by its content, and may come back here."""

    def reader(name: str, suffixes: tuple[str, ...], matches: Callable[[bytes], bool], unpack: Unpack) -> Reader:
        return Reader(
            name=name,
            suffixes=suffixes,
            matches=lambda content, _name: matches(content),
            read=lambda content, request: Archive(name, unpack, read_any).read(content, request),
        )

    return (
        reader("zip", (".zip",), lambda content: is_zip(content) and not _is_package(content), zip_members),
        reader("tar", (".tar",), is_tar, tar_members),
        reader("gzip", (".gz", ".tgz"), is_gzip, gzip_members),
    )


def _is_package(content: bytes) -> bool:
    """Whether a zip file is a document of some program, which other readers read or refuse by its name."""
    names = entry_names(content)
    return "[content_types].xml" in names or "ofd.xml" in names or names[:1] == ("mimetype",)


class Archive:
    """Reads an archive of one kind."""

    def __init__(self, kind: str, unpack: Unpack, read_any: ReadAny) -> None:
        self._kind = kind
        self._unpack = unpack
        self._read_any = read_any

    def read(self, content: bytes, request: Request) -> Document:
        """Every member in the order of the archive; one that cannot be read is a diagnostic, and the rest goes on.

        Raises `ReadError`: `limit` past the nesting, cells or bytes; where no member can be read, the status that all
        of them share, else `unsupported`; `no_tables` for an archive without files.
        """
        if request.nesting >= request.limits.archive_nesting:
            raise _too_deep(request.limits)
        reading = _Reading(self._read_any, request)
        for member in self._unpack(content, request.limits):
            reading.take(member)
        if not reading.blocks:
            raise reading.refusal()
        return Document(
            source=self._kind, blocks=tuple(reading.blocks), diagnostics=(*reading.ignored(), *reading.diagnostics)
        )


class _Reading:
    """What has been read of an archive so far, and what of its limits is left."""

    def __init__(self, read_any: ReadAny, request: Request) -> None:
        self.blocks: list[Block] = []
        self.diagnostics: list[Diagnostic] = []
        self._read_any = read_any
        self._request = request
        self._left = request.limits
        self._noise: list[str] = []
        self._names: set[str] = set()
        self._errors: list[ReadError] = []

    def take(self, member: Member) -> None:
        """Read a member, or say why it was not read."""
        if is_noise(member.name):
            self._noise.append(member.name)
            return
        name = self._own(member.name)
        try:
            content = member.content()
            self._spend(inflated_bytes=unpacked_size(content, self._left))
            request = replace(self._request, limits=self._left, nesting=self._request.nesting + 1)
            document = self._read_any(content, name, request)
            members = len({block.member for block in document.blocks})
            self._spend(cells=sum(len(grid.cells) for grid in document.grids), zip_entries=members)
        except ReadError as error:
            self._errors.append(error)
            args = {"member": name, "status": error.status.value, "zh": error.zh, "en": error.en}
            self.diagnostics.append(Diagnostic(code=Code.MEMBER_NOT_READ, args=args, span=Span(place=f"member {name}")))
            return
        self.blocks.extend(_inside(document, name))
        self.diagnostics.extend(_of_member(diagnostic, name) for diagnostic in document.diagnostics)

    def _own(self, name: str) -> str:
        """A name no other member has."""
        own, number = name or "?", 1
        while own in self._names:
            number += 1
            own = f"{name} ({number})"
        self._names.add(own)
        return own

    def _spend(self, **spent: int) -> None:
        """Take from what is left for the members that follow."""
        left = {name: getattr(self._left, name) - amount for name, amount in spent.items()}
        if min(left.values()) < 0:
            raise _too_much()
        self._left = self._left.model_copy(update=left)

    def ignored(self) -> tuple[Diagnostic, ...]:
        """What was passed over, by name and count."""
        if not self._noise:
            return ()
        members = ", ".join(self._noise[:_NAMED]) + (", …" if len(self._noise) > _NAMED else "")
        args = {"count": str(len(self._noise)), "members": members}
        return (Diagnostic(code=Code.MEMBERS_IGNORED, args=args),)

    def refusal(self) -> ReadError:
        """Why nothing of the archive could be read."""
        if not self._errors:
            return ReadError(
                Status.NO_TABLES,
                zh="压缩包内没有可读取的文件；请确认压缩包内容",
                en="the archive holds no file that could be read; check what is in it",
            )
        statuses = {error.status for error in self._errors}
        first, count = self._errors[0], len(self._errors)
        return ReadError(
            statuses.pop() if len(statuses) == 1 else Status.UNSUPPORTED,
            zh=f"压缩包内 {count} 个文件均未能读取，第一个的原因：{first.zh}",
            en=f"none of the {count} files in the archive could be read; of the first: {first.en}",
        )


def _inside(document: Document, name: str) -> Iterator[Block]:
    """The blocks of a member with its name; something begins with the first."""
    for number, block in enumerate(document.blocks):
        changed: dict[str, object] = {
            "place": _place(block.place, name),
            "member": name if block.member is None else f"{name} › {block.member}",
        }
        if number == 0:
            changed["form_boundary"] = True
        yield block.model_copy(update=changed)


def _place(place: str, name: str) -> str:
    return f"member {name} › {place.removeprefix('member ')}"


def _of_member(diagnostic: Diagnostic, name: str) -> Diagnostic:
    span, args = diagnostic.span, diagnostic.args
    place = f"member {name}" if span is None else _place(span.place, name)
    if diagnostic.code is Code.MEMBER_NOT_READ:
        args = {**args, "member": f"{name} › {args['member']}"}
    return diagnostic.model_copy(update={"span": (span or Span(place))._replace(place=place), "args": args})


def _too_deep(limits: Limits) -> ReadError:
    return ReadError(
        Status.LIMIT,
        zh=f"压缩包嵌套超过 {limits.archive_nesting} 层；请解压后再导入",
        en=f"archives nest deeper than {limits.archive_nesting}; unpack them and import what is inside",
    )


def _too_much() -> ReadError:
    return ReadError(
        Status.LIMIT,
        zh="压缩包内的文件合计超过单元格或字节的上限；请分批导入",
        en="the files of the archive together pass the limit of cells or bytes; import them in parts",
    )
