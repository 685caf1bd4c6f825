"""Word files of Office Open XML: .docx, .docm, .dotx and what WPS Office saves as such, transitional and strict."""

import html
import posixpath
import re
from collections.abc import Iterable
from contextlib import suppress
from functools import lru_cache

from lxml import etree

from parsers.formats import trees
from parsers.formats.conservation import counted, lost
from parsers.formats.docx import names, scanning
from parsers.formats.docx.body import Reading, marks_place
from parsers.formats.docx.lists import Lists
from parsers.formats.docx.paragraphs import Story, special
from parsers.formats.docx.raw_count import raw_count
from parsers.formats.docx.style_cuts import needed
from parsers.formats.docx.styles import Styles
from parsers.formats.flow import Flow, blocks
from parsers.formats.package import Package, entry_names, missing
from parsers.formats.reader import Reader, Request
from parsers.formats.struck import struck
from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.document import Document
from schema.limits import Limits
from schema.read_error import ReadError

_MAIN = "word/document.xml"
_REMEMBERED = 1_048_576
"""A larger part of styles is parsed anew."""
_STYLE = re.compile(rb"""Style\s[^<>]*?val\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_EMBEDDED = re.compile(rb"<(?:\w+:)?altChunk[\s/>]")
_SIGN_FONTS = (b'"symbol"', b'"wingdings', b'"webdings"')
_RUN = re.compile(rb"<w:r(?: [^<>]*)?>(.*?)</w:r>", re.DOTALL)
_STRUCK = re.compile(rb"<w:d?strike(?: w:val=\"(?:1|true|on)\")? ?/>")
_TEXT = re.compile(rb"<w:t(?: [^<>]*)?>([^<]*)</w:t>")
_CODES = (b"\xef\x80", b"\xef\x81", b"\xef\x82", b"\xef\x83")
"""How the codes of sign fonts begin in UTF-8."""


def matches(content: bytes, _name: str) -> bool:
    """Whether the directory of a zip file lists the parts of a Word document."""
    listed = entry_names(content)
    if _MAIN in listed:
        return True
    if "[content_types].xml" not in listed:
        return False
    if any(name.startswith("word/") for name in listed):
        return True
    with suppress(ReadError):
        return b"wordprocessingml" in Package(content, Limits()).part("[Content_Types].xml")
    return False


def read(content: bytes, request: Request) -> Document:
    """The paragraphs and tables of a Word document in reading order; headers, footers and notes are left out.

    Raises `ReadError`: `truncated`, `corrupt`, `encrypted`, `unsafe` as the package or a part is, `limit` past a bound,
    `image_only` where nothing but pictures is shown.
    """
    return _Opened(content, request.limits).document()


class _Opened:
    """The parts of one document."""

    def __init__(self, content: bytes, limits: Limits) -> None:
        self.limits = limits
        self.package = Package(content, limits)
        self._inflated: dict[str, bytes] = {}
        self.main = self._related("", "officeDocument") or _MAIN

    def document(self) -> Document:
        if self.main not in self.package:
            raise missing(self.main)
        part = self._bytes(self.main)
        used = _styles_used(part)
        styles = Styles(self._styles(used) if used else None)
        plain = not _changes_words(part) and not any(styles.of(key).dresses for key in used)
        pictures = b"<a:blip" in part or b"<v:imagedata" in part
        scanned = self._scanned(part, styles) if plain else None
        flow = self._walked(styles, plain=plain) if scanned is None else scanned
        found = blocks(flow, self.limits, pictures=pictures)
        hides = any(styles.of(key).hidden for key in used)
        odd = () if hides else lost(raw_count(part), counted(found))
        return Document(source="docx", blocks=found, diagnostics=(*odd, *_unread(part), *struck(_struck_through(part))))

    def _scanned(self, part: bytes, styles: Styles) -> list[Flow] | None:
        """What the bytes of a plain body say, None where only the tree can tell."""
        body = scanning.plain(part, self.limits.xml_depth)
        if body is not None:
            with suppress(scanning.Unusual):
                return scanning.Scan(styles, marks_place, self._lists()).walk(body)
        return None

    def _walked(self, styles: Styles, *, plain: bool) -> Iterable[Flow]:
        root = self._tree(self.main)
        body = root.find(names.BODY) if root.tag == names.DOCUMENT else None
        if body is None:
            raise missing(f"{self.main}: w:body")
        story = Story(styles, self._lists(), special(body) if plain else None)
        return Reading(story).flow(body)

    def _lists(self) -> Lists:
        """The lists of the document, none of them begun."""
        return Lists(lambda: self._part_of("numbering"))

    def _bytes(self, name: str) -> bytes:
        """A part, inflated once; nothing where it is missing."""
        if name not in self._inflated:
            self._inflated[name] = (
                names.transitional(names.eight_bits(self.package.part(name))) if name in self.package else b""
            )
        return self._inflated[name]

    def _tree(self, name: str) -> etree._Element:
        if name not in self.package:
            raise missing(name)
        return trees.parse(self._bytes(name), self.limits, name)

    def _styles(self, used: set[str]) -> etree._Element | None:
        """The styles that are used; a template brings hundreds of others."""
        name = self._name_of("styles")
        if name not in self.package:
            return None
        part = self._bytes(name)
        if trees.declares_doctype(part):
            return self._tree(name)
        if len(part) > _REMEMBERED:
            return trees.parse(needed(part, used), self.limits, name)
        return _parsed(part, frozenset(used), self.limits, name)

    def _part_of(self, kind: str) -> etree._Element | None:
        name = self._name_of(kind)
        return self._tree(name) if name in self.package else None

    def _name_of(self, kind: str) -> str:
        return self._related(self.main, kind) or posixpath.join(posixpath.dirname(self.main), f"{kind}.xml")

    def _related(self, source: str, kind: str) -> str | None:
        """The part that another names as related in this way."""
        folder, name = posixpath.split(source)
        listing = posixpath.join(folder, "_rels", f"{name}.rels")
        if listing not in self.package:
            return None
        for stated, target in _relations(self._bytes(listing), self.limits, listing):
            if stated.endswith("/" + kind):
                return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        return None


@lru_cache(maxsize=64)
def _relations(part: bytes, limits: Limits, name: str) -> tuple[tuple[str, str], ...]:
    """The kind and the target of each relation inside a file; files of one template have the same."""
    relations = trees.parse(part, limits, name).iterchildren("{*}Relationship")
    inside = (relation for relation in relations if relation.get("TargetMode") != "External")
    return tuple((relation.get("Type") or "", relation.get("Target") or "") for relation in inside)


@lru_cache(maxsize=16)
def _parsed(part: bytes, used: frozenset[str], limits: Limits, name: str) -> etree._Element:
    """The tree of the styles that are used; files of one office come from one template. Nobody changes it."""
    return trees.parse(needed(part, used), limits, name)


def _styles_used(document: bytes) -> set[str]:
    """The ids of the styles that paragraphs, runs and tables name."""
    return {html.unescape((double or single).decode("utf-8", "replace")) for double, single in _STYLE.findall(document)}


def _struck_through(document: bytes) -> list[str]:
    """The texts of the runs that are struck through; what tracked changes delete is no text."""
    if b"strike" not in document:
        return []
    runs = (run for run in _RUN.findall(document) if _STRUCK.search(run))
    return [html.unescape(b"".join(_TEXT.findall(run)).decode("utf-8", "replace")) for run in runs]


def _unread(document: bytes) -> tuple[Diagnostic, ...]:
    """A word about files that the body takes in whole: Word merges them in when it saves."""
    count = len(_EMBEDDED.findall(document)) if b"altChunk" in document else 0
    return (Diagnostic(code=Code.PART_NOT_READ, args={"count": str(count)}),) if count else ()


def _changes_words(document: bytes) -> bool:
    """Whether a font or a sign of a font may change what the words of the document are."""
    folded = document.lower()
    return (
        any(font in folded for font in _SIGN_FONTS)
        or (b"&" in document and b"&#" in document)
        or any(code in document for code in _CODES)
    )


DOCX = Reader(name="docx", suffixes=(".docx", ".docm", ".dotx", ".dotm"), matches=matches, read=read)
