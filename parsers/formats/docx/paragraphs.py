"""The text of a Word paragraph as a person sees it: deleted, hidden and doubled words out, signs and numbers in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from parsers.formats.docx import names
from parsers.formats.docx.formulas import linear
from parsers.formats.docx.lists import Lists
from parsers.formats.docx.names import word
from parsers.formats.docx.styles import Style, Styles, font_of
from parsers.formats.markup import raised
from parsers.formats.numerals import labelled
from parsers.formats.symbols import is_symbol_font, sign, signed

_SIGNS = {names.TAB: "\t", names.PTAB: "\t", names.BR: "\n", names.CR: "\n", names.HYPHEN: "-"}
# Where one of these stands in a paragraph, its runs are read one by one.
_SPECIAL = (
    *_SIGNS, names.DEL, names.MOVE_FROM, names.FIELD, names.SYM, names.RUBY, names.BOX, names.VANISH, names.RAISED,
    names.ALTERNATE, names.FORMULA,
)  # fmt: skip
# What holds no words to be shown; every other element only stands around runs.
_SILENT = frozenset((names.PPR, names.DEL, names.MOVE_FROM))
_CODES = re.compile("[\uf000-\uf0ff]")


def chosen(alternate: etree._Element) -> etree._Element | None:
    """The one of several renderings that Word shows: its first choice, else what is for older programs."""
    choice = alternate.find(names.CHOICE)
    return alternate.find(names.FALLBACK) if choice is None else choice


def special(body: etree._Element) -> frozenset[etree._Element]:
    """The paragraphs whose runs must be read one by one; the others consist of nothing but text."""
    return frozenset(paragraph for element in body.iter(*_SPECIAL) for paragraph in element.iterancestors(names.P))


@dataclass(slots=True)
class Story:
    """What is remembered from one paragraph to the next: open fields, lists, styles, text boxes to be read.

    `special` names the paragraphs of more than text; it is None where a style or a font may change any words.
    """

    styles: Styles
    lists: Lists
    special: frozenset[etree._Element] | None
    fields: list[bool] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)

    def text(self, paragraph: etree._Element) -> str:
        """The text of a paragraph; the text boxes in it are kept for whoever asks."""
        properties = paragraph.find(names.PPR)
        if self.special is None or self.fields or paragraph in self.special:
            style = self.styles.of(_value(properties, names.PSTYLE))
            pieces = list(self._inline(paragraph, style))
        else:
            pieces = [_spaced(element, element.text or "") for element in paragraph.iter(names.T)]
        text = "".join(pieces)
        return self._numbered(text, properties) if properties is not None else text

    def _numbered(self, text: str, properties: etree._Element) -> str:
        number = properties.find(names.NUMBERED)
        style = self.styles.of(_value(properties, names.PSTYLE)) if number is None or len(number) < 2 else Style()
        key = _value(number, names.LIST) or style.list
        if key is None or key == "0":
            return text
        return labelled(self.lists.label(key, _value(number, names.LEVEL) or style.level), text.lstrip())

    def _inline(self, parent: etree._Element, style: Style) -> Iterator[str]:
        for child in parent.iterchildren():
            tag = child.tag
            if tag == names.R:
                yield from self._run(child, style)
            elif tag == names.FORMULA:
                yield linear(child)
            elif tag == names.ALTERNATE:
                rendering = chosen(child)
                if rendering is not None:
                    yield from self._inline(rendering, style)
            elif tag == names.BOX:
                self.boxes.append(child)
            elif tag not in _SILENT:
                yield from self._inline(child, style)

    def _run(self, run: etree._Element, style: Style) -> Iterator[str]:
        properties = run.find(names.RPR)
        own = self.styles.of(_value(properties, names.RSTYLE), "character")
        hidden = properties.find(names.VANISH) if properties is not None else None
        vanishes = (
            names.on(hidden.get(names.VAL))
            if hidden is not None
            else own.hidden or (own.hidden is None and style.hidden)
        )
        font = font_of(properties) or own.font or style.font
        raising = _value(properties, names.RAISED)
        for piece in self._pieces(run, font):
            if vanishes or not all(self.fields):
                continue
            yield raised(piece, down=raising == "subscript") if raising in {"superscript", "subscript"} else piece

    def _pieces(self, run: etree._Element, font: str | None) -> Iterator[str]:
        for child in run.iterchildren():
            tag = child.tag
            if tag == names.T:
                text = _spaced(child, child.text or "")
                yield signed(font, text) if is_symbol_font(font) or _CODES.search(text) else text
            elif tag in _SIGNS:
                yield _SIGNS[tag]
            elif tag == names.SYM:
                yield _sign(child)
            elif tag == names.FIELD:
                yield from self._field(child)
            elif tag == names.RUBY:
                base = child.find(names.RUBY_BASE)
                yield from self._inline(base, Style()) if base is not None else ()
            elif tag == names.ALTERNATE:
                rendering = chosen(child)
                yield from self._pieces(rendering, font) if rendering is not None else ()
            else:
                self.boxes.extend(_outermost_boxes(child))

    def _field(self, mark: etree._Element) -> Iterator[str]:
        """A field shows its result, never its code; a box to tick shows itself."""
        match mark.get(word("fldCharType")):
            case "begin":
                data = mark.find(names.FORM_DATA)
                if data is not None and all(self.fields):
                    yield from _form_field(data)
                self.fields.append(False)
            case "separate" if self.fields:
                self.fields[-1] = True
            case "end" if self.fields:
                self.fields.pop()
            case _:
                pass


def _value(parent: etree._Element | None, name: str) -> str | None:
    child = parent.find(name) if parent is not None else None
    return child.get(names.VAL) if child is not None else None


def _spaced(element: etree._Element, text: str) -> str:
    """A text whose blanks at the ends count only where it says so; line ends of the XML are spaces."""
    if text[:1] > " " < text[-1:] and "\n" not in text:
        return text
    return (text if element.get(names.SPACE) == "preserve" else text.strip(" \t\r\n")).replace("\n", " ")


def _sign(symbol: etree._Element) -> str:
    code = symbol.get(names.CHAR) or ""
    try:
        return sign(symbol.get(names.FONT), int(code, 16))
    except (ValueError, OverflowError):
        return ""


def _outermost_boxes(element: etree._Element) -> Iterator[etree._Element]:
    """The text boxes of a drawing, each once; those inside one are found when it is read."""
    if element.tag == names.BOX:
        yield element
        return
    children = element if element.tag != names.ALTERNATE else chosen(element)
    for child in children if children is not None else ():
        yield from _outermost_boxes(child)


def _form_field(data: etree._Element) -> Iterator[str]:
    """What a box to tick or a list to choose from shows."""
    box, choices = data.find(word("checkBox")), data.find(word("ddList"))
    if box is not None:
        state = box.find(word("checked"))
        state = box.find(word("default")) if state is None else state
        yield "☑" if state is not None and names.on(state.get(names.VAL)) else "□"
    if choices is not None:
        entries = [entry.get(names.VAL) or "" for entry in choices.iterchildren(word("listEntry"))]
        selected = _value(choices, word("result")) or _value(choices, word("default")) or "0"
        if selected.isdecimal() and int(selected) < len(entries):
            yield entries[int(selected)]
