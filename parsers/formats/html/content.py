"""A parsed page → its lines and tables in reading order, each cell with the lines a browser shows in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element

from parsers.formats.conservation import characters
from parsers.formats.html.plain_rows import plain_row
from parsers.formats.html.plain_tables import PLACE
from parsers.formats.html.spans import TALLEST, WIDEST, span
from parsers.formats.html.typefaces import symbol_font
from parsers.formats.html.visibility import BREAKING, HEADINGS, NO_CONTENT, Visibility
from parsers.formats.html.written import BREAK, MARK, Group, Line, Row, Table, TableCell, lines
from parsers.formats.markup import raised
from parsers.formats.numerals import numeral
from parsers.formats.symbols import signed

_GROUPS = frozenset(["thead", "tbody", "tfoot"])
_TOC = "_Toc"
_NUMERALS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


@dataclass(slots=True)
class _Open:
    """A table that is being read, with the row and the cell that are open in it."""

    table: Table
    row: Row | None = None
    cell: TableCell | None = None


class Content:
    """The lines and tables of a page, gathered in one walk over its elements.

    `hidden` counts the characters inside visible lines that the page does not show, `deepest` the levels of elements.
    `plain` are the tables cut out of the source before it was parsed. A `thorough` walk looks at every element;
    otherwise rows of plain cells are taken in whole.
    """

    def __init__(self, root: _Element, plain: Sequence[list[Row]] = (), *, thorough: bool = False) -> None:
        self._plain = plain
        self._hides = Visibility(root).hides
        self._thorough = thorough
        self.found: list[Line | Table] = []
        self.hidden = 0
        self.deepest = 0
        self._pieces: list[str] = []
        self._open: list[_Open] = []
        self._concealed: list[_Element] = []
        self._pre = 0
        self._walk(root)
        self._flush()

    def _walk(self, root: _Element) -> None:
        walker = etree.iterwalk(root, events=("start", "end"))
        depth = 0
        for event, element in walker:
            if event == "start":
                depth += 1
                self.deepest = max(self.deepest, depth)
                if not self._start(element):
                    walker.skip_subtree()
                elif element.text:
                    self._say(element.text)
            else:
                depth -= 1
                self._end(element)
                if element.tail:
                    self._say(element.tail)

    def _say(self, text: str) -> None:
        self._pieces.append(text.replace("\n", BREAK) if self._pre else text)

    def _start(self, element: _Element) -> bool:
        """Take in where an element begins; whether what is inside it is shown."""
        tag = element.tag
        if tag in NO_CONTENT:
            return False
        concealed = bool(element.items()) and self._hides(element)
        if tag == "table":
            self._start_table(element)
        elif self._open and tag in {"tr", "td", "th", "thead", "tbody", "tfoot", "col", "caption"}:
            if self._start_part(str(tag), element, concealed=concealed):
                return False
        elif tag in BREAKING or tag == "tr":
            self._start_block(str(tag), element)
        else:
            return self._start_inline(str(tag), element, concealed=concealed)
        return not concealed or self._conceal(element)

    def _conceal(self, element: _Element) -> bool:
        """Whether what is hidden is read and marked; inside a visible cell it is counted and left out."""
        if self._open and self._open[-1].cell is not None and element.tag not in {"td", "th", "tr"}:
            self.hidden += self._characters(element)
            return False
        if not self._concealed:
            self._flush()
        self._concealed.append(element)
        return True

    def _start_inline(self, tag: str, element: _Element, *, concealed: bool) -> bool:
        font = symbol_font(element) if element.items() and not concealed else None
        if font:
            self._pieces.append(signed(font, "".join(_texts(element))))
            return False
        if concealed or tag in {"sup", "sub"}:
            if concealed:
                self.hidden += self._characters(element)
            else:
                self._pieces.append(raised("".join(_texts(element)), down=tag == "sub"))
            return False
        if tag == "br":
            self._pieces.append(BREAK)
        elif tag == "input":
            self._pieces.append(_filled_in(element))
        elif tag == "a" and (element.get("name") or element.get("id") or "").startswith(_TOC):
            self._pieces.append(MARK)
        return True

    def _characters(self, element: _Element) -> int:
        """How many characters stand in an element."""
        places = [table.get(PLACE) for table in element.iter("table")] if self._plain else []
        cut = [cell.text for place in places if place for row in self._plain[int(place)] for cell in row]
        return sum(map(characters, (*_texts(element), *cut)))

    def _start_block(self, tag: str, element: _Element) -> None:
        self._pieces.append(BREAK + MARK if tag in HEADINGS else BREAK)
        if tag == "pre":
            self._pre += 1
        elif tag == "li":
            self._pieces.append(_number(element))

    def _start_table(self, element: _Element) -> None:
        self._flush()
        place = element.get(PLACE)
        groups = [] if place is None else [Group("tbody", self._plain[int(place)])]
        self._open.append(_Open(Table(groups=groups)))

    def _start_part(self, tag: str, element: _Element, *, concealed: bool) -> bool:
        """Take in where a part of a table begins; whether it was a row of plain cells, taken in whole."""
        opened = self._open[-1]
        self._flush()
        if tag == "tr":
            opened.row = self._new_row(opened)
            return not (concealed or self._concealed) and self._take_plain_row(element, opened.row)
        if tag in {"td", "th"}:
            if opened.row is None:
                opened.row = self._new_row(opened)
            opened.cell = _cell(element, hidden=concealed or bool(self._concealed))
            opened.row.append(opened.cell)
        elif tag == "col":
            width = max(span(element.get("span"), WIDEST), 1)
            if concealed:
                opened.table.hidden_columns.update(range(opened.table.columns + 1, opened.table.columns + width + 1))
            opened.table.columns += width
        elif tag in _GROUPS:
            opened.table.groups.append(Group(tag))
        return False

    def _take_plain_row(self, element: _Element, row: Row) -> bool:
        """Take in a row whose cells all are plain; whether it was one."""
        found = None if self._pre or self._thorough else plain_row(element, self._is_odd)
        if found is None:
            return False
        row.extend(found)
        return True

    def _is_odd(self, element: _Element) -> bool:
        """Whether an element is hidden, or set in a symbol font: it is not taken in as plain."""
        return self._hides(element) or symbol_font(element) is not None

    @staticmethod
    def _new_row(opened: _Open) -> Row:
        if not opened.table.groups:
            opened.table.groups.append(Group("tbody"))
        row: Row = []
        opened.table.groups[-1].rows.append(row)
        return row

    def _end(self, element: _Element) -> None:
        tag = element.tag
        if tag == "table" and self._open:
            self._end_table()
        elif tag in {"td", "th", "tr", "caption"} and self._open:
            self._flush()
            opened = self._open[-1]
            opened.cell = None
            if tag == "tr":
                opened.row = None
        elif tag in _GROUPS and self._open:
            self._open[-1].table.groups.append(Group("tbody"))
        elif tag in BREAKING:
            self._pieces.append(BREAK)
            if tag == "pre":
                self._pre -= 1
        if self._concealed and self._concealed[-1] is element:
            self._flush()
            self._concealed.pop()

    def _end_table(self) -> None:
        self._flush()
        table = self._open.pop().table
        if self._concealed:
            for group in table.groups:
                group.rows = [[cell.concealed for cell in row] for row in group.rows]
        self._target().append(table)
        if self._open and self._open[-1].cell is not None:
            self._open[-1].table.nests = True

    def _target(self) -> list[Line | Table]:
        if not self._open:
            return self.found
        opened = self._open[-1]
        return opened.table.around if opened.cell is None else opened.cell.content

    def _flush(self) -> None:
        """Put the lines that were gathered where they belong."""
        if not self._pieces:
            return
        text = self._pieces[0] if len(self._pieces) == 1 else "".join(self._pieces)
        self._pieces.clear()
        if text.isspace():
            return
        self._target().extend(lines(text, hidden=bool(self._concealed)))


def _cell(element: _Element, *, hidden: bool) -> TableCell:
    rows, columns = element.get("rowspan"), element.get("colspan")
    return TableCell(span(rows, TALLEST) if rows else 1, span(columns, WIDEST) if columns else 1, hidden)


def _texts(element: _Element) -> Iterator[str]:
    return (str(text) for text in element.itertext())


def _filled_in(element: _Element) -> str:
    """What a field of a form shows: the mark of a box, the words in a line."""
    kind = (element.get("type") or "text").lower()
    if kind in {"checkbox", "radio"}:
        return "□" if element.get("checked") is None else "☑"
    return element.get("value") or "" if kind in {"text", "number", "date", "button", "submit"} else ""


def _number(item: _Element) -> str:
    """The number a browser puts before an item of a numbered list; bullets say nothing."""
    above = item.getparent()
    style = _NUMERALS.get(above.get("type") or "1") if above is not None and above.tag == "ol" else None
    if above is None or style is None:
        return ""
    if "none" in (above.get("style") or "") + (item.get("style") or ""):
        return ""
    place = sum(1 for _ in item.itersiblings("li", preceding=True))
    return f"{numeral(span(above.get('start'), TALLEST) + place, style)}. "
