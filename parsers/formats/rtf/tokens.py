"""The tokens of an RTF file: groups, control words with their numbers, characters in hexadecimal, plain bytes."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    rb"(?P<brace>[{}])|\\(?P<word>[A-Za-z]{1,32})(?P<number>-?[0-9]{1,10})? ?|\\'(?P<hex>[0-9A-Fa-f]{2})"
    rb"|\\(?P<symbol>[^A-Za-z'])|(?P<text>[^{}\\\r\n]+)|[\r\n]+|\\",
    re.DOTALL,
)
_TOO_LONG = 10**9


class Token(NamedTuple):
    """One token: a brace, a control word or symbol with its number, or bytes of text."""

    kind: str
    value: bytes
    number: int | None = None


def tokens(content: bytes) -> Iterator[Token]:
    r"""The tokens one after the other; binary data that `\bin` announces is passed over.

    >>> [(token.value, token.number) for token in tokens(rb"{\b0 a\'b2\~}")]
    [(b'{', None), (b'b', 0), (b'a', None), (b'\xb2', None), (b'~', None), (b'}', None)]
    """
    at = 0
    while found := _TOKEN.match(content, at):
        at = found.end()
        kind = found.lastgroup
        if kind in {"word", "number"}:
            number = int(found["number"]) if found["number"] else None
            if found["word"] == b"bin" and number is not None and number > 0:
                at += number
            else:
                yield Token("word", found["word"], number if number is None or abs(number) < _TOO_LONG else 0)
        elif kind == "hex":
            yield Token("text", bytes.fromhex(found["hex"].decode()))
        elif kind is not None:
            yield Token(kind, found[kind])
