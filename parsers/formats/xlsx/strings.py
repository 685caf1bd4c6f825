"""Text in workbooks: shared and inline strings, their runs joined, phonetic text left out."""

import re
from collections.abc import Iterator

from lxml.etree import _Element

from parsers.formats.sheets import shown
from parsers.formats.xlsx.fonts import Font, font
from parsers.formats.xlsx.names import local

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def unescaped(text: str) -> str:
    r"""Characters that XML cannot hold are written as _x000D_, and an underscore before such a thing as _x005F_.

    >>> unescaped("甲_x000D_\n乙_x005F_x0041_")
    '甲\r\n乙_x0041_'
    """
    if "_x" not in text:
        return text
    return _CONTROL.sub("", _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text))


def string(item: _Element, *, signs: bool = True) -> str:
    """The text of a shared or inline string; without `signs` no run of it is set in a symbol font."""
    if len(item) == 1 and len(item[0]) == 0 and local(item[0]) == "t":
        return shown(unescaped(item[0].text or ""))
    return shown("".join(_pieces(item, signs=signs)))


def struck_in(item: _Element) -> str:
    """The text of the runs of a string that are struck through."""
    struck = (run for run in item if local(run) == "r" and font(run.find("{*}rPr")).struck)
    return "".join(piece for run in struck for piece in _of_run(run, signs=True))


def _pieces(item: _Element, *, signs: bool) -> Iterator[str]:
    for part in item:
        match local(part):
            case "t":
                yield unescaped(part.text or "")
            case "r":
                yield from _of_run(part, signs=signs)


def _of_run(run: _Element, *, signs: bool) -> Iterator[str]:
    looks = font(run.find("{*}rPr")) if signs else Font()
    return (looks.shown(unescaped(text.text or "")) for text in run if local(text) == "t")
