"""The styles of a Word document, for what they do to text: headings, hidden words, signs, numbers."""

from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from parsers.formats.docx import names
from parsers.formats.docx.names import word

_BODY_TEXT = 9
"""The outline level of a paragraph that is no heading."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says, and its parent says where it is silent; None where neither does."""

    outline: int | None = None
    hidden: bool | None = None
    font: str | None = None
    list: str | None = None
    level: str | None = None


_PLAIN = Style()


class Styles:
    """The styles of a document by their ids, each resolved when first asked for."""

    def __init__(self, root: etree._Element | None) -> None:
        self._root = root
        self._resolved: dict[str, Style] = {}

    @cached_property
    def _elements(self) -> dict[str, etree._Element]:
        found = () if self._root is None else self._root.iterchildren(word("style"))
        return {style.get(word("styleId")) or "": style for style in found}

    @cached_property
    def _default(self) -> dict[str, str]:
        return {
            style.get(names.TYPE) or "": key
            for key, style in self._elements.items()
            if (default := style.get(word("default"))) is not None and names.on(default)
        }

    def of(self, key: str | None, kind: str = "paragraph") -> Style:
        """The style with an id; the default of its kind where there is none."""
        key = self._default.get(kind) if key is None else key
        if key is None:
            return _PLAIN
        if key not in self._resolved:
            self._resolved[key] = _PLAIN  # a style that is its own ancestor inherits nothing
            self._resolved[key] = self._resolve(key)
        return self._resolved[key]

    def _resolve(self, key: str) -> Style:
        element = self._elements.get(key)
        if element is None:
            return _PLAIN
        based = element.find(word("basedOn"))
        parent = self.of(based.get(names.VAL) or "") if based is not None else _PLAIN
        paragraph, run = element.find(names.PPR), element.find(names.RPR)
        number = paragraph.find(names.NUMBERED) if paragraph is not None else None
        outline = _value(paragraph, names.OUTLINE)
        hidden = run.find(names.VANISH) if run is not None else None
        return Style(
            outline=int(outline) if outline and outline.isdecimal() else parent.outline,
            hidden=names.on(hidden.get(names.VAL)) if hidden is not None else parent.hidden,
            font=font_of(run) or parent.font,
            list=_value(number, names.LIST) or parent.list,
            level=_value(number, names.LEVEL) or parent.level,
        )

    def is_heading(self, key: str | None, outline: str | None) -> bool:
        """Whether a paragraph of a style, with an outline level of its own or none, is a heading."""
        level = int(outline) if outline and outline.isdecimal() else self.of(key).outline
        return level is not None and level < _BODY_TEXT


def _value(parent: etree._Element | None, name: str) -> str | None:
    child = parent.find(name) if parent is not None else None
    return child.get(names.VAL) if child is not None else None


def font_of(run: etree._Element | None) -> str | None:
    """The font that the properties of a run name for signs."""
    fonts = run.find(names.FONTS) if run is not None else None
    return (fonts.get(names.ASCII) or fonts.get(names.HIGH)) if fonts is not None else None
