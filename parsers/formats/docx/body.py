"""The body of a Word document as paragraphs and tables in reading order, tracked changes accepted."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from parsers.formats.docx import names
from parsers.formats.docx.names import word
from parsers.formats.docx.paragraphs import Story, chosen
from parsers.formats.flow import Flow, Paragraph, Table, is_list, lined
from parsers.formats.merging import Row, Stated, placed

# What stands around paragraphs, tables, rows and cells, and is nothing itself.
_AROUND = frozenset((names.INS, names.MOVE_TO, names.CUSTOM_XML, names.SMART_TAG, names.SDT_CONTENT))
_WIDTH, _SPAN, _VERTICAL, _HORIZONTAL, _DELETED = map(word, ("tcW", "gridSpan", "vMerge", "hMerge", "cellDel"))
_PASSING = ("_GoBack", "_Hlk", "_Ref", "OLE_LINK")
"""Bookmarks that Word sets while people type; they mark no place in the document."""


def stated(parent: etree._Element) -> Iterator[etree._Element]:
    """The children of an element, those inside content controls, insertions and renderings among them."""
    for child in parent.iterchildren():
        tag = child.tag
        if tag == names.SDT:
            content = child.find(names.SDT_CONTENT)
            yield from stated(content) if content is not None else ()
        elif tag in _AROUND:
            yield from stated(child)
        elif tag == names.ALTERNATE:
            rendering = chosen(child)
            yield from stated(rendering) if rendering is not None else ()
        else:
            yield child


@dataclass(slots=True)
class Reading:
    """One walk over a body; a bookmark may stand before the paragraph or table it marks."""

    story: Story

    def flow(self, body: etree._Element) -> Iterator[Flow]:
        """The paragraphs and tables of a body or a text box."""
        marked = False
        for element in stated(body):
            tag = element.tag
            if tag == names.P:
                yield from self._paragraph(element, marked=marked)
                marked = False
            elif tag == names.TBL:
                if marked:
                    yield Paragraph("", boundary=True)
                    marked = False
                yield self._table(element)
            elif tag == names.BOOKMARK:
                marked = marked or _marks(element)

    def _paragraph(self, element: etree._Element, *, marked: bool) -> Iterator[Flow]:
        text = self.story.text(element)
        boxes, self.story.boxes = self.story.boxes, []
        marked = marked or any(map(_marks, element.iterchildren(names.BOOKMARK)))
        yield Paragraph(text, boundary=marked or self._is_heading(element))
        for box in boxes:
            yield from self.flow(box)

    def _is_heading(self, paragraph: etree._Element) -> bool:
        properties = paragraph.find(names.PPR)
        if properties is None:
            return self.story.styles.is_heading(None, None)
        style, outline = properties.find(names.PSTYLE), properties.find(names.OUTLINE)
        return self.story.styles.is_heading(
            style.get(names.VAL) if style is not None else None,
            outline.get(names.VAL) if outline is not None else None,
        )

    def _table(self, table: etree._Element) -> Table:
        rows = [self._row(row) for row in stated(table) if row.tag == names.TR and not _deleted_row(row)]
        grid = table.find(names.TBLGRID)
        return placed(rows, len(grid) if grid is not None else 0)

    def _row(self, row: etree._Element) -> Row:
        found = Row([])
        hidden = merging = False
        for element in stated(row):
            tag = element.tag
            if tag == names.TC:
                cell, shape = self._cell(element, hidden=hidden)
                # hMerge, of early Word 2007 and of converters: the cell belongs to the one before it.
                continues = merging and shape.merges == "continue"
                merging = continues or shape.merges == "restart"
                if continues and found.cells:
                    found.cells[-1].columns += cell.columns
                    found.cells[-1].width += cell.width
                elif not shape.deleted:
                    found.cells.append(cell)
            elif tag == names.TRPR:
                found.before, found.after = _number(element, "gridBefore"), _number(element, "gridAfter")
                hidden = _switched(element, "hidden")
        return found

    def _cell(self, element: etree._Element, *, hidden: bool) -> tuple[Stated, "_Shape"]:
        lines, inner = self._inside(element)
        cell = Stated("\n".join(lines), hidden=hidden, inner=inner)
        shape = _PLAIN
        for properties in element.iterchildren(names.TCPR):
            shape = _shape(cell, properties)
        return cell, shape

    def _inside(self, cell: etree._Element) -> tuple[list[str], list[Table]]:
        """The lines of a cell, and the tables in it that are tables of their own."""
        lines: list[str] = []
        inner: list[Table] = []
        for element in stated(cell):
            tag = element.tag
            if tag == names.P:
                text = lined(self.story.text(element))
                if text:
                    lines.append(text)
                boxes, self.story.boxes = self.story.boxes, []
                for box in boxes:
                    more, tables = self._inside(box)
                    lines += more
                    inner += tables
            elif tag == names.TBL:
                table = self._table(element)
                if is_list(table):
                    lines += [cell.text for cell in table.cells]
                    inner += [deeper for _, _, deeper in table.inner]
                else:
                    inner.append(table)
        return lines, inner


def _marks(bookmark: etree._Element) -> bool:
    return not (bookmark.get(names.NAME) or "_GoBack").startswith(_PASSING)


def _deleted_row(row: etree._Element) -> bool:
    properties = row.find(names.TRPR)
    return properties is not None and properties.find(names.DEL) is not None


class _Shape(NamedTuple):
    """What the properties of a cell say besides its extent: the mark of a horizontal merge, a tracked deletion."""

    merges: str | None = None
    deleted: bool = False


_PLAIN = _Shape()


def _shape(cell: Stated, properties: etree._Element) -> _Shape:
    shape = _PLAIN
    for element in properties:
        tag = element.tag
        if tag == _WIDTH:
            cell.width = _integer(element.get(names.WIDTH), 0) if element.get(names.TYPE) in {"dxa", None} else 0
        elif tag == _SPAN:
            cell.columns = max(1, _integer(element.get(names.VAL), 1))
        elif tag == _VERTICAL:
            cell.starts = element.get(names.VAL) == "restart"
            cell.continues = not cell.starts
        elif tag == _HORIZONTAL:
            shape = shape._replace(merges=element.get(names.VAL) or "continue")
        elif tag == _DELETED:
            shape = shape._replace(deleted=True)
    return shape


def _switched(parent: etree._Element, name: str) -> bool:
    switch = parent.find(word(name))
    return switch is not None and names.on(switch.get(names.VAL))


def _number(parent: etree._Element, name: str) -> int:
    child = parent.find(word(name))
    return _integer(child.get(names.VAL), 0) if child is not None else 0


def _integer(text: str | None, default: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) <= 12 else default
