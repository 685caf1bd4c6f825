"""What jixiao itself has written, told by its marks: to read it as a source would count every indicator again."""

import re
from contextlib import suppress

from parsers.formats.package import Package, entry_names
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Status

REPORT_MARK = b'<meta name="generator" content="jixiao">'
"""Stands in the head of every page that is handed over."""

NAME = "jixiao"
"""Title and comment of every workbook that is handed over; Excel keeps both when somebody saves it again."""

HEADS = ("indicator key", "later indicator key", "question to ask", "指标的键", "本期指标的键", "疑点（请核实）")
"""A column that every list has which is handed over, and no other list."""

_HEAD_BYTES = 1024
_LONGEST_LINE = 4096
_TITLED = ("docProps/core.xml", "meta.xml")
"""The parts that hold the title of a workbook of Excel, and of OpenDocument."""
_PROPERTIES = re.compile(rb"<dc:(?:title|description)>\s*" + NAME.encode() + rb"\s*</dc:")
_BETWEEN = re.compile(r"[,;\t]")


def is_own_output(content: bytes) -> bool:
    r"""Whether jixiao has written a file; of a page and of a list the beginning tells.

    >>> is_own_output("项目,指标的键\n".encode()), is_own_output("项目,指标\n".encode())
    (True, False)
    """
    return _is_page(content) or _is_workbook(content) or _is_list(content)


def refuse_own_output(content: bytes) -> None:
    """Raise `no_tables` for a file that jixiao has written."""
    if is_own_output(content):
        raise ReadError(
            Status.NO_TABLES,
            zh="这是 jixiao 写出的文件，不是来源，未读取；请放到要导入的文件夹之外",
            en="jixiao itself wrote this file, it is no source and was not read; keep it outside the folder you import",
        )


def _is_page(content: bytes) -> bool:
    return REPORT_MARK in content[:_HEAD_BYTES]


def _is_workbook(content: bytes) -> bool:
    names = entry_names(content)
    titled = [part for part in _TITLED if part.lower() in names]
    if not titled or not {"xl/workbook.xml", "content.xml"}.intersection(names):
        return False
    with suppress(ReadError):
        return len(_PROPERTIES.findall(Package(content, Limits()).part(titled[0]))) > 1
    return False


def _is_list(content: bytes) -> bool:
    first = content[:_LONGEST_LINE].splitlines()[:1]
    for encoding in ("utf-8-sig", "gb18030"):
        with suppress(UnicodeDecodeError):
            heads = _BETWEEN.split(first[0].decode(encoding)) if first else []
            return any(head.strip(' "') in HEADS for head in heads)
    return False
