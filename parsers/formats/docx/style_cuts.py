"""The styles that a document needs, cut out of the bytes of a part that holds hundreds; equal to parsing them all."""

import re
from collections.abc import Iterable
from itertools import repeat

from parsers.formats.docx.plain_bytes import attributes_of, root_of

_STYLE = re.compile(rb"<w:style(?=[\s/>])")
_BASED = re.compile(rb"<w:basedOn(?=[\s/])([^<>]*)>")
_END, _LAST = b"</w:style>", b"</w:styles>"


def needed(part: bytes, used: Iterable[str]) -> bytes:
    """The part with the styles of these ids, those they rest on and the defaults; the whole part where in doubt."""
    root = root_of(part)
    # A reference to a character may stand for any letter of an id.
    if root is None or b"&" in part:
        return part
    styles = _STYLE.split(part.rstrip().removesuffix(_LAST))[1:]
    if not all(map(bytes.endswith, styles, repeat(_END))):
        styles = [style.rstrip() for style in styles]
        if not all(map(bytes.endswith, styles, repeat(_END))):
            return part
    tags = [style[: style.find(b"<")] for style in styles]
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
    return b"".join((part[: root.end()], *[b"<w:style" + styles[number] for number in sorted(kept)], _LAST))


def _below(style: bytes) -> list[bytes]:
    """The ids of the styles that one rests on."""
    return [attributes_of(tag).get(b"w:val", b"") for tag in _BASED.findall(style)]
