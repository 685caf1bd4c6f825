"""From a file to tables as stated: formats read bytes into a Document, layouts read a Document into tables."""

from parsers import formats
from parsers.formats import Request
from parsers.layouts import Account, Hints, Interpretation, interpret
from parsers.layouts.sections.pages_across import left_out
from parsers.layouts.wanted import wanted
from schema.document import Document
from schema.limits import Limits

__all__ = ["Account", "Hints", "Interpretation", "interpret", "read"]


def read(content: bytes, name: str, limits: Limits) -> Document:
    r"""Read a file's bytes; the name only hints at the format.

    >>> document = read("项目名称\t专利转化\n".encode(), "表.txt", Limits())
    >>> document.source, document.grids[0].at(1, 2).text
    ('text', '专利转化')

    Raises `ReadError` with the status and the reason in both languages.
    """
    return formats.read(content, name, Request(limits, wanted, left_out))
