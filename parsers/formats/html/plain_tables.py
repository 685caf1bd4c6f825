"""Tables of plain cells, cut out of the source of a page before it is parsed: several times as fast, and the same.

A table is plain where every row and cell is closed and holds nothing but text, paragraphs and dress, none of it hidden.
What is declined here the parser reads; where both read, they read the same.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache, partial
from html import unescape
from itertools import chain, pairwise
from typing import NamedTuple

from parsers.formats.html.plain_rows import shown
from parsers.formats.html.spans import TALLEST, WIDEST, span
from parsers.formats.html.typefaces import MAY_BE
from parsers.formats.html.visibility import hides
from parsers.formats.html.written import BREAK, PlainCell, Row, made

PLACE = "jixiao-plain-table"
"""The attribute that holds the number of the table which stood in a place."""
_TABLE = re.compile(r"(</?[tT][aA][bB][lL][eE])")
_BEGINS = re.compile(r"(?![\w])([^<>]*)>")
# A cell with what stands before it: its attributes, a few tags before its text with blanks between them, its text, and
# the rest of it; or else all that is left. No part may be cut in more ways than a few, so that a table costs as much as
# it is long. (Possessive groups would say so, but Python 3.11.2 misreads those that look ahead.)
_CELL = re.compile(
    r"([^<]*+(?:<(?!t[dh][\s>])[^<]*+)*)<t[dh]((?=[\s>])[^<>]*+)>"
    r"((?:[ \t\r\n]*+<(?!/t[dh])[^<>]*+>){0,8})([^<]*+)((?:<(?!/t[dh]\s*>)[^<]*+)*)</t[dh]\s*>"
    r"|(.+)".replace("t[dh]", "[tT][dDhH]"),
    re.DOTALL,
)
_TAG = re.compile(r"<(/?[a-z]+)(?=[\s/>])([^<>]*)>")
_WHOLE_TAG = re.compile(r"<([^<>]*+)>")
_NAMED = re.compile(r"(/?)([a-zA-Z][a-zA-Z0-9:]*)(.*)", re.DOTALL)
# The tags before the first cell, between two rows, and behind the last cell, by their names.
_FIRST = re.compile(r"(?:<colgroup)?(?:<col)*(?:</colgroup)?(?:<tbody)?(?:<tr</tr)*<tr")
_NEXT = re.compile(r"</tr(?:<tr</tr)*<tr")
_LAST = re.compile(r"</tr(?:<tr</tr)*(?:</tbody)?")
_ATTRIBUTES = re.compile(r"""(?:\s+[a-zA-Z][\w:-]*(?:\s*=\s*(?:"[^"&]*"|'[^'&]*'|[^\s"'=&/]+))?)*+\s*/?""")
_ATTRIBUTE = re.compile(r"""([a-zA-Z][\w:-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=&/]+)))?""")
_INLINE = frozenset(["span", "font", "b", "strong", "i", "em", "u", "o:p"])
_BLOCKS = frozenset(["p", "div"])
_ENTITY = re.compile(r"&(?!(?:nbsp|lt|gt|amp|quot|ge|le|times|middot|ldquo|rdquo|mdash|hellip);)")
_ODD = ("\v", "\f", "\ufffe", "\uffff", PLACE)
_made_plain = partial(made, PlainCell)
_REMEMBERED = 512
"""Tags and attributes that are read once."""


_SEVERAL_EMPTY = "<td></td><td></td></tr>"
_EMPTY_ENDS = re.compile(r"(?<!<td></td>)<td></td>(?:<td></td>)*+(?=</tr>)")


class Cut(NamedTuple):
    """The source of a page with empty tables in place of plain ones, and the rows of these."""

    source: str
    tables: list[list[Row]]


def cut_out(source: str, folded: bytes | None = None) -> Cut:
    """The plain tables of a page; `folded` is its source in small letters, where that is at hand.

    >>> cut = cut_out("甲<table border=1><tr><td rowspan=2>产出</td><td><p>≥5<br>件</p></td></tr><tr></tr></table>乙")
    >>> cut.source, [[(cell.rows, cell.text) for cell in row] for row in cut.tables[0]]
    ('甲<table jixiao-plain-table="0" border=1></table>乙', [[(2, '产出'), (1, '≥5\\n件')], []])
    """
    folded = _folded(source) if folded is None else folded
    if folded is None or b"<pre" in folded or any(odd in source for odd in _ODD):
        return Cut(source, [])
    plain = _plain(sheeted=b"<style" in folded and (b"display" in folded or b"visibility" in folded))
    pieces = _TABLE.split(source)
    tables: list[list[Row]] = []
    for at in range(1, len(pieces) - 2, 2):
        begins = _BEGINS.match(pieces[at + 1]) if "/" not in pieces[at] and "/" in pieces[at + 2] else None
        rows = plain.rows(pieces[at + 1][begins.end() :]) if begins else None
        if begins and rows is not None:
            pieces[at + 1] = f' {PLACE}="{len(tables)}"{begins[0]}'
            tables.append(rows)
    return Cut("".join(pieces), tables) if tables else Cut(source, [])


def without_empty_ends(source: str) -> str:
    """The source without the empty cells at the ends of rows: pages from Excel have hundreds in each, saying nothing.

    >>> without_empty_ends("<tr><td></td><td>甲</td><td></td><td></td></tr>")
    '<tr><td></td><td>甲</td></tr>'
    """
    return _EMPTY_ENDS.sub("", source) if _SEVERAL_EMPTY in source else source


def _folded(source: str) -> bytes | None:
    """The source in small letters, to look for tags in; None for one that cannot be encoded."""
    try:
        return source.encode().lower()
    except UnicodeEncodeError:
        return None


def _is_quick(text: str) -> bool:
    """Whether a text is seen as it is written, but for spaces at its ends: what nobody sees is not printable."""
    return text.isprintable() and "&" not in text and "  " not in text


class _Plain:
    """Reads plain tables; `sheeted` where a style sheet may hide what has a class or a name."""

    def __init__(self, *, sheeted: bool) -> None:
        self._sheeted = sheeted
        self._span = lru_cache(_REMEMBERED)(self._asked)
        self._tag = lru_cache(_REMEMBERED)(self._read_tag)
        self._only_dresses = lru_cache(_REMEMBERED)(self._says_nothing)
        self._rows_begun = lru_cache(_REMEMBERED)(self._begun)
        self._told_by_tags = lru_cache(_REMEMBERED)(self._told)
        self._ended = lru_cache(_REMEMBERED)(self._rows_behind)

    def rows(self, inside: str) -> list[Row] | None:
        """The rows of a table, None where it is not plain."""
        found = _CELL.findall(inside)
        behind = found.pop()[-1] if found and found[-1][-1] else ""
        if not found:
            return None
        befores, stated, dresses, texts, rests, _ = zip(*found, strict=True)
        starts = self._starts(befores)
        spans = [self._span(attributes) for attributes in stated]
        shown = self._shown(dresses, texts, rests)
        ended = self._ended(behind)
        if starts is None or shown is None or ended is None or None in spans:
            return None
        heights, widths = zip(*filter(None, spans), strict=True)
        cells: Row = list(map(_made_plain, zip(heights, widths, shown, [False] * len(shown), strict=True)))
        rows: list[Row] = []
        starts.append((len(cells), ended + 1))
        for (start, empty), (end, _) in pairwise(starts):
            rows += [[] for _ in range(empty)] if empty else ()
            rows.append(cells[start:end])
        return rows + [[] for _ in range(ended)]

    def _starts(self, befores: Sequence[str]) -> list[tuple[int, int]] | None:
        """The first cell of each row and how many rows without cells stand before it; None where other things do."""
        starts: list[tuple[int, int]] = []
        for number, before in enumerate(befores):
            if before or not number:
                begun = self._rows_begun(before, not number)
                if not begun:
                    return None
                if begun > 0:
                    starts.append((number, begun - 1))
        return starts

    def _shown(self, dresses: Sequence[str], texts: Sequence[str], rests: Sequence[str]) -> Sequence[str] | None:
        """What is seen of each cell; None where one is not plain."""
        found: list[str] = []
        around = set(zip(dresses, rests, strict=True))
        bare = {tags for tags in around if self._only_dresses(*tags)}
        all_bare = bare == around
        if all_bare and _is_quick("".join(texts)) and " " not in texts:
            return [text.strip() for text in texts]
        for dress, text, rest in zip(dresses, texts, rests, strict=True):
            # Of a space alone between tags it is for the parser to say whether it is seen.
            if text == "&nbsp;" and all_bare:
                found.append("")
                continue
            if _is_quick(text) and text != " " and (all_bare or (dress, rest) in bare):
                found.append(text.strip())
                continue
            seen = self._seen(dress, text, rest)
            if seen is None:
                return None
            found.append(seen)
        return found

    def _seen(self, dress: str, text: str, rest: str) -> str | None:
        words = self._dressed(dress, text, rest) if dress or rest else text
        if words is not None and "&" in words:
            if _ENTITY.search(words):
                return None
            words = unescape(words)
        if words is None or ("\r" in words and "\r" in words.replace("\r\n", "")):
            return None
        return shown(words)

    def _begun(self, tags: str, first: bool) -> int:  # noqa: FBT001 - remembered by its place
        """How many rows begin before a cell, the empty ones before its own counted; 0 where other things happen.

        -1 where the cell stands in the row of the cell before it.
        """
        names = self._names(tags)
        if names is None or _TAG.sub("", tags.lower()).strip():
            return 0
        if not names and not first:
            return -1
        return names.count("<tr") if (_FIRST if first else _NEXT).fullmatch(names) else 0

    def _rows_behind(self, behind: str) -> int | None:
        """How many rows without cells stand behind the last cell; None where other things do."""
        names = self._names(behind) if not _TAG.sub("", behind.lower()).strip() else None
        return names.count("<tr") if names is not None and _LAST.fullmatch(names) else None

    def _names(self, tags: str) -> str | None:
        """The names of tags; None where one of them hides."""
        found = _TAG.findall(tags.lower())
        return "".join("<" + name for name, _ in found) if all(self._span(stated) for _, stated in found) else None

    def _asked(self, stated: str) -> tuple[int, int] | None:
        """The rows and columns that attributes ask for; None for attributes that hide, or that are no plain ones."""
        if not _ATTRIBUTES.fullmatch(stated) or any(name in stated.lower() for name in MAY_BE):
            return None
        found: dict[str, str] = {}
        for name, double, single, bare in _ATTRIBUTE.findall(stated):
            found.setdefault(name.lower(), double or single or bare)
        if "hidden" in found or hides(found.get("style", "")) or (self._sheeted and {"class", "id"} & found.keys()):
            return None
        return span(found.get("rowspan"), TALLEST), span(found.get("colspan"), WIDEST)

    def _dressed(self, dress: str, text: str, rest: str) -> str | None:
        """The text among the tags in a cell; most have one before it and one behind."""
        only = not text.isspace() and self._only_dresses(dress, rest)
        return text if only else self._words(dress + text + rest)

    def _says_nothing(self, dress: str, rest: str) -> bool:
        """Whether the tags around a text neither hide it nor say anything beside it."""
        return (not dress and not rest) or (self._words(f"{dress}x{rest}") or "").strip(f"{BREAK} \t\r\n") == "x"

    def _words(self, text: str) -> str | None:
        """The text among the tags in a cell, with breaks where blocks begin and end."""
        first, *others = _WHOLE_TAG.split(text)
        texts = others[1::2]
        told = self._told_by_tags(tuple(others[::2]))
        if told is None or "<" in first or any("<" in words for words in texts):
            return None
        breaks, delicate = told
        if any(texts[place].isspace() for place in delicate):
            return None
        return first + "".join(chain.from_iterable(zip(breaks, texts, strict=True)))

    def _told(self, tags: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[int, ...]] | None:
        """What each tag puts before the text behind it, and after which tags a blank text is for the parser to judge.

        That is between two tags within a line. None where a tag is not plain, or not closed as it was opened.
        """
        breaks: list[str] = []
        delicate: list[int] = []
        opened: list[str] = []
        for place, tag in enumerate(tags):
            found = self._tag(tag)
            if found is None:
                return None
            name, closes, breaking = found
            if closes:
                if not opened or opened.pop() != name:
                    return None
            elif name != "br":
                if breaking and "p" in opened:
                    return None
                opened.append(name)
            breaks.append(BREAK if breaking else "")
            if not breaking and place < len(tags) - 1:
                delicate.append(place)
        return (tuple(breaks), tuple(delicate)) if not opened else None

    def _read_tag(self, tag: str) -> tuple[str, bool, bool] | None:
        """The name of a tag, whether it closes, whether it breaks the line; None for one that is not plain."""
        found = _NAMED.fullmatch(tag)
        if found is None:
            return None
        name, closes = found[2].lower(), bool(found[1])
        known = name in _INLINE or name in _BLOCKS or (name == "br" and not closes)
        plain = self._span(found[3]) is not None and (name == "br" or not found[3].endswith("/"))
        return (name, closes, name not in _INLINE) if known and plain else None


@cache
def _plain(*, sheeted: bool) -> _Plain:
    """The one reader of plain tables: pages of one system are written with the same few tags."""
    return _Plain(sheeted=sheeted)
