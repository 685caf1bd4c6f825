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
_REMEMBERED = 4_096


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
    known: dict[bytes, Token | None] = {}
    while found := _TOKEN.match(content, at):
        at = found.end()
        raw = found[0]
        if raw not in known:
            if len(known) >= _REMEMBERED:
                known.clear()
            known[raw] = _token(found)
        token = known[raw]
        if token is not None and token.value == b"bin" and token.kind == "word":
            at += max(token.number or 0, 0)
        elif token is not None:
            yield token


def _token(found: re.Match[bytes]) -> Token | None:
    """What was found, None for the end of a line of the file."""
    kind = found.lastgroup
    if kind in {"word", "number"}:
        number = int(found["number"]) if found["number"] else None
        return Token("word", found["word"], number if number is None or abs(number) < _TOO_LONG else 0)
    if kind == "hex":
        return Token("text", bytes.fromhex(found["hex"].decode()))
    return Token(kind, found[kind]) if kind is not None else None
