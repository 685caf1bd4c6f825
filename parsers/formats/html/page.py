"""Web pages, whatever their name says: decoded, parsed, and read as a browser shows them."""

import re
from collections.abc import Sequence
from html import unescape
from typing import NamedTuple

from lxml import etree

from parsers.formats.conservation import counted, lost
from parsers.formats.encodings import narrow
from parsers.formats.html.content import Content
from parsers.formats.html.decoding import decode_page
from parsers.formats.html.plain_tables import Cut, cut_out, without_empty_ends
from parsers.formats.html.raw_count import raw_count
from parsers.formats.html.rendering import Rendering
from parsers.formats.html.styled_tables import MARK as STYLED
from parsers.formats.html.styled_tables import make_tables
from parsers.formats.lines import bare
from parsers.formats.reader import Reader, Request
from parsers.formats.signatures import signature
from parsers.formats.struck import struck
from parsers.formats.text import without_controls
from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.document import Block, Document, Text
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Status

SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")
# What office programs and web systems also call such a file.
_BORROWED = (".xls", ".doc", ".et", ".wps", ".xlsx", ".docx")
_HEAD = 65_536
_PROLOG = rb"(?:\xef\xbb\xbf)?(?:\s|<\?.{0,500}?>|<!--.{0,200}?-->)*+"
_BEGINS = re.compile(
    _PROLOG + rb"<(?:!doctype\s+html|html|head|body|title|meta|style|script|table|thead|tbody|tr)\b",
    re.IGNORECASE | re.DOTALL,
)
_MARKED_UP = re.compile(rb"<(?:html|body|table|td|div|p|span|h[1-6]|br|a)\b", re.IGNORECASE)
_TABLE = re.compile(rb"<(?:table|td)\b", re.IGNORECASE)
_STRUCK = re.compile(
    r"<(?P<tag>s|strike|del)(?=[\s>])[^<>]*>(?P<text>.{0,200}?)</(?P=tag)\s*>"
    r"|<(?P<styled>[a-z]+)(?=\s)[^<>]*line-through[^<>]*>(?P<words>.{0,200}?)</(?P=styled)\s*>",
    re.IGNORECASE | re.DOTALL,
)
_MAY_BE_STRUCK = (b"line-through", b"</s>", b"</strike", b"</del")
_TAG = re.compile(r"<[^<>]*>")
_RESOURCE_LIMIT = 114
"""libxml2's XML_ERR_RESOURCE_LIMIT: it stopped at this depth and dropped what follows."""
_SHALLOWEST = 500
"""So many tags a page needs at least to be that deep."""
_PER_XML_DEPTH = 8
"""Pages nest deeper than XML: a font that nobody closes is a level for the rest of the page."""


def matches(content: bytes, name: str) -> bool:
    """Whether the content is a page; a name that says so, or an office program's, lets a piece of one pass for it."""
    head = narrow(content[:_HEAD])
    if _BEGINS.match(head):
        return True
    if signature(content) is not None:
        return False
    name = name.lower()
    return (name.endswith(SUFFIXES) and _MARKED_UP.search(head) is not None) or (
        name.endswith(_BORROWED) and _TABLE.search(head) is not None
    )


def read(content: bytes, request: Request) -> Document:
    """The paragraphs and tables of a page, hidden ones marked; spans name tables, rows and columns.

    >>> page = "<title>附件</title><table><tr><td rowspan=2>产出<td>&ge;5件<tr><td>1<sup>2</sup></table>"
    >>> document = read(page.encode(), Request())
    >>> document.blocks[0].text, [(cell.row, cell.column, cell.text) for cell in document.grids[0].cells]
    ('附件', [(1, 1, '产出'), (1, 2, '≥5件'), (2, 2, '1²')])

    Raises `ReadError`: `corrupt` and `truncated` as its encoding shows, `truncated` for the beginning of a page that
    shows no text yet, `no_tables` for a page without text, `image_only` for one of pictures, `limit` past depth, cells
    or characters.
    """
    page = read_page(content, None, Rendering(request.limits), request.limits)
    if not page.blocks:
        raise nothing_yet() if page.cut_off else shows_nothing(content)
    return Document(source="html", blocks=page.blocks, diagnostics=page.diagnostics)


class Page(NamedTuple):
    """What a page shows, and what was odd about it."""

    blocks: tuple[Block, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def cut_off(self) -> bool:
        """Whether it ends in the middle of something."""
        return any(said.code is Code.CUT_OFF for said in self.diagnostics)


def read_page(content: bytes, charset: str | None, rendering: Rendering, limits: Limits) -> Page:
    """One page of a file; `charset` is what the envelope around it declares."""
    decoded = decode_page(content, charset)
    source, controls = without_controls(without_empty_ends(decoded.text))
    try:
        folded = source.encode().lower()
        cut = cut_out(source, folded)
    except UnicodeEncodeError:  # half a character, which no table is cut out around
        folded, cut = source.encode("utf-8", "replace").lower(), Cut(source, [])
    root = _parsed(cut.source)
    if root is None:
        return Page((), ())
    if STYLED in folded:
        make_tables(root)
    content_of = Content(root, cut.tables)
    if content_of.deepest > _PER_XML_DEPTH * limits.xml_depth:
        raise _too_deep(content_of.deepest)
    blocks = (*_title(root), *rendering.blocks(content_of.found))
    found = counted(blocks)
    if found.characters > limits.characters:
        raise _too_long(found.characters, limits)
    counts = {
        Code.CONTROL_CHARACTERS: controls,
        Code.UNDECODABLE: decoded.damaged,
        Code.HIDDEN_TEXT: content_of.hidden,
    }
    diagnostics = [Diagnostic(code=code, args={"count": str(count)}) for code, count in counts.items() if count]
    if decoded.guessed:
        diagnostics.insert(0, Diagnostic(code=Code.ENCODING_GUESSED, args={"encoding": decoded.encoding}))
    diagnostics.extend(struck(_struck_through(source, folded)))
    if _cut_off(source):
        diagnostics.append(Diagnostic(code=Code.CUT_OFF))
    known = found._replace(characters=found.characters + content_of.hidden)
    return Page(blocks, (*diagnostics, *lost(raw_count(source, folded), known)))


def _struck_through(source: str, folded: bytes) -> list[str]:
    """The texts of a page that are struck through, by an element or by the style of one."""
    if not any(mark in folded for mark in _MAY_BE_STRUCK):
        return []
    found = _STRUCK.finditer(source)
    return [unescape(_TAG.sub("", match["text"] or match["words"] or "")) for match in found]


def _parsed(source: str) -> etree._Element | None:
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True, collect_ids=False
    )
    try:
        root = etree.fromstring(source.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    if source.count("<") >= _SHALLOWEST and any(entry.type == _RESOURCE_LIMIT for entry in parser.error_log):
        raise _too_deep(2048)
    return root


def _title(root: etree._Element) -> Sequence[Text]:
    heads = (head for head in root if head.tag == "head")
    title = next((part for head in heads for part in head if part.tag == "title"), None)
    text = bare(" ".join((title.text or "").split())) if title is not None else ""
    return (Text(place="title", text=text, form_boundary=True),) if text else ()


def _cut_off(source: str) -> bool:
    """Whether a page ends in the middle of a table or of a tag, as a download that broke off does."""
    end = source[-2000:].lower()
    if "</html" in end or "</body" in end:
        return False
    in_tag = re.search(r"<[/a-z][^<>]*\Z", end) is not None
    return in_tag or _count(source, "<table") > _count(source, "</table")


def _count(source: str, tag: str) -> int:
    return len(re.findall(tag, source, re.IGNORECASE))


def shows_nothing(content: bytes) -> ReadError:
    """The error of a page without a word: a frame around other files, pictures, or scripts that would fetch it."""
    if re.search(rb"<frame\b", content, re.IGNORECASE):
        return ReadError(
            Status.NO_TABLES,
            zh="网页只是框架，表格在同名文件夹的其他文件里；请导入那个文件夹，或另存为单个文件",
            en="the page is only a frame around other files; import the folder beside it, or save it as one file",
        )
    if re.search(rb"<img\b", content, re.IGNORECASE):
        return ReadError(
            Status.IMAGE_ONLY,
            zh="网页只有图片，没有文字；请查找文字版",
            en="the page holds pictures and no text; look for a version with text",
        )
    return ReadError(
        Status.NO_TABLES,
        zh="网页不显示任何文字，内容可能由脚本载入；请在浏览器中打开后另存再导入",
        en="the page shows no text, scripts may fetch it; open it in a browser, save it and import that",
    )


def nothing_yet() -> ReadError:
    """The error of the beginning of a page, before its first word."""
    return ReadError(
        Status.TRUNCATED,
        zh="网页不完整，在显示任何文字之前就结束了；请重新下载",
        en="the page is cut off before it shows any text; download it again",
    )


def _too_deep(depth: int) -> ReadError:
    return ReadError(
        Status.LIMIT,
        zh=f"网页元素嵌套超过 {depth} 层，后面的内容无法读取；请另存为 Excel 后再导入",
        en=f"the page nests deeper than {depth} levels and cannot be read to its end; save it as Excel and import that",
    )


def _too_long(count: int, limits: Limits) -> ReadError:
    return ReadError(
        Status.LIMIT,
        zh=f"网页有 {count:,} 个字符，超过上限 {limits.characters:,}；请拆分文件或调高上限",
        en=f"the page has {count:,} characters, past the limit of {limits.characters:,}; split it or raise the limit",
    )


HTML = Reader(name="html", suffixes=SUFFIXES, matches=matches, read=read)
