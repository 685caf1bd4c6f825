"""Boxes that a form prints beside its options, and which of them are ticked."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from normalize.remembered import remembered
from normalize.text import narrow
from schema.table import HeaderField

Side = Literal["before", "behind"]

_TICKED, _EMPTY = "√✓✔☑☒■▣●◉", "□☐○〇◻▢"
_YEAR = "[一二三四五六七八九〇○]"
_MARK = re.compile(
    rf"\(\s*([{_TICKED}{_EMPTY}]?)\s*\)|(?!(?<={_YEAR})[○〇]|[○〇]{_YEAR})([{_TICKED}{_EMPTY}])"  # 二〇二三 has no box
)
_OPTION = re.compile(r"^[\s,，、;；/]+|[\s,，、;；/]+$|^\d{1,2}[.、]\s*")


@remembered
def has_boxes(text: str) -> bool:
    """Whether a text holds options with boxes, or one that is ticked.

    >>> has_boxes("新增项目□ 延续项目√"), has_boxes("√"), has_boxes("延续项目")
    (True, False, False)
    """
    return any(mark[1] or mark[2] for mark in _MARK.finditer(narrow(text))) and bool(_bare(_MARK.sub("", narrow(text))))


def side(texts: Iterable[str]) -> Side | None:
    """On which side of its option a mark stands in a form, told by the texts in which only one side is possible.

    >>> side(["新增项目□ 延续项目√"]), side(["√是 □否"]), side(["□是 否√"])
    ('behind', 'before', None)
    """
    told = {found for text in texts if (found := _side(text)) is not None}
    return told.pop() if len(told) == 1 else None


def ticked(text: str, marks: Side) -> tuple[str, ...]:
    """The options of a text that are ticked.

    >>> ticked("新增项目□ 延续项目√", "behind"), ticked("☑部门预算项目 □其他", "before")
    (('延续项目',), ('部门预算项目',))
    """
    told, found = _told(text)
    options = told[:-1] if marks == "behind" else told[1:]
    return tuple(option for mark, option in zip(found, options, strict=True) if option and mark and mark in _TICKED)


def with_ticked(fields: Sequence[HeaderField]) -> Iterator[HeaderField]:
    """The fields of a head, each that has boxes followed by one of the same label that holds what is ticked."""
    marks = side(field.text for field in fields if has_boxes(field.text))
    for field in fields:
        yield field
        chosen = ticked(field.text, marks) if marks is not None and has_boxes(field.text) else ()
        if chosen:
            yield field.model_copy(update={"text": "；".join(chosen)})


def unclear(fields: Iterable[HeaderField]) -> list[HeaderField]:
    """The fields whose boxes cannot be told, because the form prints marks on both sides or on neither."""
    boxed = [field for field in fields if has_boxes(field.text)]
    return boxed if boxed and side(field.text for field in boxed) is None else []


def _side(text: str) -> Side | None:
    told, _ = _told(text)
    if bool(told[0]) == bool(told[-1]):
        return None
    return "behind" if told[0] else "before"


def _told(text: str) -> tuple[list[str], list[str]]:
    """The words before, between and behind the marks of a text, one more than there are marks, and the marks."""
    found = list(_MARK.finditer(narrow(text)))
    edges = [0, *(edge for mark in found for edge in mark.span()), len(text)]
    return [_bare(text[a:b]) for a, b in zip(edges[::2], edges[1::2], strict=True)], [m[1] or m[2] or "" for m in found]


def _bare(option: str) -> str:
    return _OPTION.sub("", _OPTION.sub("", option))
