"""A drawing as text: tab-separated, comma-separated, or pipe tables."""

import csv
import io
from collections.abc import Iterator
from random import Random

from bench.generation.drawing import Drawing, Line, Table

_ENCODINGS = ("utf-8", "utf-8", "utf-8-sig", "gb18030", "utf-16")


def tabbed(drawing: Drawing, chance: Random) -> bytes:
    """Cells between tabs, covered ones blank, as a converter leaves them."""
    lines = (line for block in drawing for line in _tabbed(block))
    return "\n".join(lines).encode(chance.choice(_ENCODINGS))


def _tabbed(block: object) -> Iterator[str]:
    match block:
        case Line(text=text):
            yield text
            yield ""
        case Table():
            for row in block.as_lists():
                yield "\t".join(text.replace("\n", " ") for text in row)
            yield ""


def separated(drawing: Drawing, chance: Random) -> bytes:
    """Comma-separated values, a paragraph in a row of its own."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator=chance.choice(("\n", "\r\n")))
    for block in drawing:
        match block:
            case Line(text=text):
                rows.writerow([text])
            case Table():
                rows.writerows(block.as_lists())
                rows.writerow([])
    return out.getvalue().encode(chance.choice(("utf-8-sig", "gb18030")))


def piped(drawing: Drawing, _chance: Random) -> bytes:
    """Markdown."""
    lines = (line for block in drawing for line in _piped(block))
    return "\n".join(lines).encode()


def _piped(block: object) -> Iterator[str]:
    match block:
        case Line(text=text, heading=heading):
            yield f"{'## ' if heading else ''}{text}"
            yield ""
        case Table():
            for at, row in enumerate(block.as_lists()):
                yield f"| {' | '.join(text.replace(chr(10), '<br>') for text in row)} |"
                if at == 0:
                    yield "|" + "---|" * len(row)
            yield ""
