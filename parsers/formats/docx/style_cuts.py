"""The styles that a document needs, cut out of the bytes of a part that holds hundreds; equal to parsing them all."""

import re
from collections.abc import Iterable

from parsers.formats.docx.plain_bytes import attributes_of, root_of

_BEGINS = re.compile(rb"\s*<w:style\s[^<>]*[^<>/]>")
_LAST = re.compile(rb"\s*</w:styles>\s*")
_BASED = re.compile(rb"<w:basedOn(?=[\s/])([^<>]*)>")
_END = b"</w:style>"


def needed(part: bytes, used: Iterable[str]) -> bytes:
    """The part with the styles of these ids, those they rest on and the defaults; the whole part where in doubt."""
    first, *others = part.split(_END)
    start = first.find(b"<w:style ")
    root = root_of(first)
    # A reference to a character may stand for any letter of an id; a comment may hold anything.
    if start < 0 or root is None or not others or b"&" in part or b"!" in part or part.find(b"?", root.start()) >= 0:
        return part
    styles = [first[start:], *others[:-1]]
    heads = [_BEGINS.match(style) for style in styles]
    tags = [head[0] for head in heads if head is not None]
    if len(tags) < len(styles) or not _LAST.fullmatch(others[-1]):
        return part
    kept = {number for number, tag in enumerate(tags) if b"w:default" in tag}
    wanted = [key.encode() for key in used]
    for number in kept:
        wanted += [attributes_of(tags[number]).get(b"w:styleId", b""), *_below(styles[number])]
    while wanted:
        key = wanted.pop()
        for number, tag in enumerate(tags):
            if key in tag and number not in kept and attributes_of(tag).get(b"w:styleId", b"") == key:
                kept.add(number)
                wanted += _below(styles[number])
    cut = [styles[number] + _END for number in sorted(kept)]
    return b"".join((part[: root.end()], *cut, others[-1])) if b"xmlns" not in b"".join(cut) else part


def _below(style: bytes) -> list[bytes]:
    """The ids of the styles that one rests on."""
    return [attributes_of(tag).get(b"w:val", b"") for tag in _BASED.findall(style)]
