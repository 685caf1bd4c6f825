"""What the packages of OpenDocument have in common: a part that says of which kind they are, and a list of parts."""

from contextlib import suppress

from parsers.formats.package import Package, entry_names, locked
from schema.limits import Limits
from schema.read_error import ReadError

CONTENT = "content.xml"
_MIMETYPE, _MANIFEST = "mimetype", "META-INF/manifest.xml"
_KINDS = "application/vnd.oasis.opendocument."
_AT_FIRST = 200


def is_of_kind(content: bytes, name: str, kind: str, suffixes: tuple[str, ...]) -> bool:
    """Whether a package says that it is of a kind; where it cannot be made out what it says, its name does.

    Programs write the kind at the beginning of the file as it is; whoever packs a file anew compresses it.
    """
    if _MIMETYPE not in entry_names(content):
        return False
    start = content[:_AT_FIRST]
    if _KINDS.encode() in start:
        return f"{_KINDS}{kind}".encode() in start
    with suppress(ReadError):
        said = Package(content, Limits()).part(_MIMETYPE)
        return said.startswith(f"{_KINDS}{kind}".encode())
    return name.lower().endswith(suffixes)


def refuse_encrypted(package: Package) -> None:
    """Raise `encrypted` where the list of parts says that they are."""
    if _MANIFEST in package and b":encryption-data" in package.part(_MANIFEST):
        raise locked()
