"""Which fonts PDFium takes for those a file names and does not hold: a stand-in to read, the system's to draw."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from typing import Any

from parsers.formats.pdf.stand_in import stand_in

_raw: Any = import_module("pypdfium2.raw")

_ANSI = 0
"""The charset of Latin fonts, for which PDFium has its own."""
_CHINESE = 134
_NAME = b"stand-in\0"
_HANDLE = 1


@cache
def _reading() -> Any:
    """The interface through which PDFium asks for fonts, answered with the stand-in; it lives as long as PDFium."""
    info = _raw.FPDF_SYSFONTINFO()
    info.version = 1
    answers = {
        "Release": lambda _: None,
        "EnumFonts": lambda _, __: None,
        "MapFont": lambda _, __, ___, charset, *____: None if charset == _ANSI else _HANDLE,
        "GetFont": lambda *_: None,
        "GetFontData": lambda _, __, table, buffer, size: _given(stand_in() if table == 0 else b"", buffer, size),
        "GetFaceName": lambda _, __, buffer, size: _given(_NAME, buffer, size),
        "GetFontCharset": lambda *_: _CHINESE,
        "DeleteFont": lambda *_: None,
    }
    kinds = dict(_raw.FPDF_SYSFONTINFO._fields_)
    for name, answer in answers.items():
        setattr(info, name, kinds[name](answer))
    return info


def _given(content: bytes, buffer: Any, size: int) -> int:
    if buffer and size >= len(content):
        ctypes.memmove(buffer, content, len(content))
    return len(content)


def stand_in_for_system() -> None:
    """Read with the stand-in from now on: letters have their places, whatever fonts the machine has."""
    _raw.FPDF_SetSystemFontInfo(ctypes.byref(_reading()))


@contextmanager
def system_fonts() -> Iterator[None]:
    """The system's fonts, to draw pages as a person sees them, and after them the stand-in again."""
    system = _raw.FPDF_GetDefaultSystemFontInfo()
    _raw.FPDF_SetSystemFontInfo(system)
    try:
        yield
    finally:
        stand_in_for_system()
