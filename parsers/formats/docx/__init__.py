"""Word files of Office Open XML: .docx, .docm, .dotx and what WPS Office saves as such, transitional and strict."""

import posixpath
from contextlib import suppress

from lxml import etree

from parsers.formats import trees
from parsers.formats.docx import names
from parsers.formats.docx.body import Reading
from parsers.formats.docx.lists import Lists
from parsers.formats.docx.paragraphs import Story, special
from parsers.formats.docx.styles import Styles
from parsers.formats.flow import blocks
from parsers.formats.package import Package, entry_names, missing
from parsers.formats.reader import Reader, Request
from schema.document import Document
from schema.limits import Limits
from schema.read_error import ReadError

_MAIN = "word/document.xml"
_SIGN_FONTS = (b'"symbol"', b'"wingdings', b'"webdings"')
# A private code in UTF-8, as a reference, or in a part that is not in UTF-8.
_CODES = (b"\xef\x80", b"\xef\x81", b"\xef\x82", b"\xef\x83", b"&#", b"\xff\xfe", b"\xfe\xff")


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
        root = self._tree(self.main)
        body = root.find(names.BODY) if root.tag == names.DOCUMENT else None
        if body is None:
            raise missing(f"{self.main}: w:body")
        document = self._bytes(self.main)
        styled = b"pStyle" in document or b"rStyle" in document
        plain = not _changes_words(document, self._bytes(self._name_of("styles")) if styled else b"")
        styles = Styles(self._part_of("styles") if styled else None)
        story = Story(styles, Lists(lambda: self._part_of("numbering")), special(body) if plain else None)
        pictures = b"<a:blip" in document or b"<v:imagedata" in document
        return Document(source="docx", blocks=blocks(Reading(story).flow(body), self.limits, pictures=pictures))

    def _bytes(self, name: str) -> bytes:
        """A part, inflated once; nothing where it is missing."""
        if name not in self._inflated:
            self._inflated[name] = names.transitional(self.package.part(name)) if name in self.package else b""
        return self._inflated[name]

    def _tree(self, name: str) -> etree._Element:
        if name not in self.package:
            raise missing(name)
        return trees.parse(self._bytes(name), self.limits, name)

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
        for relation in self._tree(listing).iterchildren("{*}Relationship"):
            if (relation.get("Type") or "").endswith("/" + kind) and relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target") or ""))
                return target.lstrip("/")
        return None


def _changes_words(document: bytes, styles: bytes) -> bool:
    """Whether a style, a font or a sign of a font may change what the words of the document are."""
    fonts = document.lower() + styles.lower()
    return any(font in fonts for font in _SIGN_FONTS) or any(code in document for code in _CODES) or b"vanish" in styles


DOCX = Reader(name="docx", suffixes=(".docx", ".docm", ".dotx", ".dotm"), matches=matches, read=read)
