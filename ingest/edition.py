"""Editions: fingerprints of what reads a file and of what gives it its meaning, so that an import sees a change."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

READING = ("parsers.formats", "schema")
"""A change here reads every file again."""

MEANING = (
    "parsers.layouts",
    "normalize",
    "schema",
    "ingest.reading",
    "ingest.rows",
    "ingest.answer",
    "ingest.identity",
)
"""A change here gives the stored Documents their meaning again, without the files."""

READING_LIBRARIES = (
    "lxml",
    "msoffcrypto-tool",
    "olefile",
    "pdfminer.six",
    "pdfplumber",
    "Pillow",
    "pydantic",
    "pypdfium2",
    "python-calamine",
    "regex",
    "xlrd",
)
MEANING_LIBRARIES = ("lxml", "pydantic", "regex")


@dataclass(frozen=True, slots=True)
class Editions:
    """The two fingerprints under which a source was read and understood."""

    reading: str
    meaning: str


def editions() -> Editions:
    """The editions of this installation; they rest on names and contents of files, never on where they stand."""
    return Editions(_edition(READING, READING_LIBRARIES), _edition(MEANING, MEANING_LIBRARIES))


def _edition(packages: Iterable[str], libraries: Iterable[str]) -> str:
    seal = sha256()
    for package in packages:
        for name, content in _source(package):
            seal.update(f"{name}\0{len(content)}\0".encode())
            seal.update(content)
    for library in libraries:
        seal.update(f"{library}=={_installed(library)}\0".encode())
    return seal.hexdigest()[:16]


def _source(name: str) -> Iterator[tuple[str, bytes]]:
    """What a package consists of, or a single module; nothing is imported for that."""
    top, *below = name.split(".")
    spec = find_spec(top)
    folders = [] if spec is None else [Path(folder, *below) for folder in spec.submodule_search_locations or ()]
    for folder in folders:
        if folder.is_dir():
            yield from _contents(folder, name)
            return
        if (module := folder.with_suffix(".py")).is_file():
            yield name, module.read_bytes()
            return
    raise ModuleNotFoundError(name)


def _contents(folder: Path, name: str) -> Iterator[tuple[str, bytes]]:
    """Every file of ours below a folder, code and data, in a stable order."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        below = f"{name}/{entry.name}"
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _contents(entry, below)
        elif entry.name.endswith((".py", ".toml")):
            yield below, entry.read_bytes()


def _installed(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "-"
