"""A drawing as a web page, tables pasted into it as offices do."""

from collections.abc import Iterator
from html import escape
from random import Random

from bench.generation.drawing import Break, Drawing, Line, Slot, Table

_CHARSETS = ("utf-8", "utf-8", "gb2312")
_EMPTY = (0, 0, 0, 0, 0, 2, 250)
"""Empty cells that pasting a sheet leaves at the end of every row."""


def write(drawing: Drawing, chance: Random) -> bytes:
    """A page in one charset or another, lines of cells as paragraphs or breaks."""
    charset, paragraphs = chance.choice(_CHARSETS), chance.random() < 0.5
    return page(drawing, charset, paragraphs=paragraphs, empty=chance.choice(_EMPTY))


def page(drawing: Drawing, charset: str, *, paragraphs: bool, empty: int = 0) -> bytes:
    """A page with its navigation and footer; the charset it declares is its own, empty cells end every row."""
    body = "\n".join(line for block in drawing for line in _block(block, "<td></td>" * empty, paragraphs))
    text = (
        f'<!DOCTYPE html>\n<html><head><meta charset="{charset}"><title>绩效信息公开</title>'
        "<style>td{border:1px solid #000}</style><script>var page = 1 < 2;</script></head>\n"
        '<body><div class="nav"><a href="/">首页</a> &gt; <a href="/czyjs">财政预决算</a></div>\n'
        f'<div class="content">\n{body}\n</div><div class="foot">主办：市人民政府办公室</div></body></html>\n'
    )
    return text.encode("gb18030" if charset == "gb2312" else charset)


def _block(block: object, tail: str, paragraphs: bool) -> Iterator[str]:  # noqa: FBT001 - a habit of the page, passed along
    match block:
        case Line(text=text, heading=heading):
            yield f"<h3>{_escaped(text)}</h3>" if heading else f"<p>{_escaped(text)}</p>"
        case Table():
            yield '<table border="1" cellspacing="0">'
            for row in block.rows:
                yield f"<tr>{''.join(_cell(slot, paragraphs) for slot in row)}{tail}</tr>"
            yield "</table>"
        case Break():
            yield "<hr>"


def _escaped(text: str) -> str:
    """A text with its runs of spaces kept, as offices paste them."""
    return escape(text).replace("  ", "&nbsp; ")


def _cell(slot: Slot, paragraphs: bool) -> str:  # noqa: FBT001 - the same
    spans = (f' colspan="{slot.columns}"' if slot.columns > 1 else "") + (
        f' rowspan="{slot.rows}"' if slot.rows > 1 else ""
    )
    lines = [_escaped(line) for line in slot.text.split("\n")]
    inside = "".join(f"<p>{line}</p>" for line in lines) if paragraphs else "<br>".join(lines)
    return f"<td{spans}>{inside or '&nbsp;'}</td>"
