"""From the bytes of an XML part to its element tree: no DOCTYPE, no entities, no network, bounded depth."""

import io
import re
from collections.abc import Iterator, Sequence
from functools import cache

from lxml import etree

from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Status

# What may stand before a DOCTYPE; possessive, so that no content makes it try twice.
_PROLOG = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s|<\?.*?\?>|<!--.*?-->)*+", re.DOTALL)
_WIDE = {"utf-16-le": (b"\xff\xfe", b"<\x00"), "utf-16-be": (b"\xfe\xff", b"\x00<")}
_LIBRARY_DEPTH = 256
"""Where libxml2 itself stops, unless it is told that a tree may be huge."""
_RESOURCES = "XML_PARSE_HUGE"
"""What libxml2 names where a tree is too deep, or a text longer than ten million bytes."""


def parse(content: bytes, limits: Limits, part: str) -> etree._Element:
    """The root of an XML part, without comments and processing instructions.

    >>> parse("<甲><!-- a -->乙</甲>".encode(), Limits(), "a.xml").text
    '乙'

    Raises `ReadError`: `unsafe` for a DOCTYPE, before anything is parsed; `limit` past the depth; `corrupt`.
    """
    if declares_doctype(content):
        raise _unsafe(part)
    try:
        root = etree.fromstring(content, _parser(huge=limits.xml_depth > _LIBRARY_DEPTH))
    except etree.XMLSyntaxError as error:
        raise (_too_deep(part, limits) if _RESOURCES in error.msg else _not_xml(part)) from error
    except ValueError as error:
        raise _not_xml(part) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _unsafe(part)
    if limits.xml_depth != _LIBRARY_DEPTH and root.xpath("boolean(" + "/*" * (limits.xml_depth + 1) + ")"):
        raise _too_deep(part, limits)
    return root


def events(content: bytes, limits: Limits, part: str, tags: Sequence[str]) -> Iterator[etree._Element]:
    """Each element with one of the tags once it is whole, for parts too large to be held as one tree.

    >>> [row.text for row in events(b"<a><b>1</b><c/><b>2</b></a>", Limits(), "a.xml", ["b"])]
    ['1', '2']

    Raises `ReadError` as `parse` does.
    """
    if limits.xml_depth != _LIBRARY_DEPTH:
        parse(content, limits, part)
    elif declares_doctype(content):
        raise _unsafe(part)
    found = etree.iterparse(
        io.BytesIO(content),
        events=("end",),
        tag=tags,
        remove_comments=True,
        remove_pis=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=limits.xml_depth > _LIBRARY_DEPTH,
        collect_ids=False,
    )
    try:
        for _, element in found:
            yield element
    except etree.XMLSyntaxError as error:
        raise (_too_deep(part, limits) if _RESOURCES in error.msg else _not_xml(part)) from error


def declares_doctype(content: bytes) -> bool:
    """Whether a DOCTYPE stands before the root element; an Office part has none, an attack has.

    >>> declares_doctype(b"<?xml version='1.0'?><!-- <a> --><!DOCTYPE a>"), declares_doctype(b"<a>&lt;!DOCTYPE</a>")
    (True, False)
    """
    wide = next((encoding for encoding, start in _WIDE.items() if content.startswith(start)), None)
    if wide:
        content = content.decode(wide, "replace").encode()
    prolog = _PROLOG.match(content)
    return prolog is not None and content.startswith(b"<!DOCTYPE", prolog.end())


@cache
def _parser(*, huge: bool) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=huge,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )


def _unsafe(part: str) -> ReadError:
    return ReadError(
        Status.UNSAFE,
        zh=f"文件部件“{part}”含有 DOCTYPE 声明，可能是攻击，未读取；请向发布单位索取正常文件",
        en=f"the part '{part}' declares a DOCTYPE, as attacks do; it was not read; ask the publisher for a clean file",
    )


def _too_deep(part: str, limits: Limits) -> ReadError:
    return ReadError(
        Status.LIMIT,
        zh=f"文件部件“{part}”嵌套超过 {limits.xml_depth} 层或文本过长；请另存后再试",
        en=f"the part '{part}' nests deeper than {limits.xml_depth} or holds too long a text; save the file anew",
    )


def _not_xml(part: str) -> ReadError:
    return ReadError(
        Status.CORRUPT,
        zh=f"文件部件“{part}”已损坏，不是完整的 XML；请重新获取原文件",
        en=f"the part '{part}' is damaged, not well-formed XML; fetch the file again",
    )
