"""PDFium as this package speaks to it: handles as numbers, results read from buffers that are used again."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Sequence
from ctypes import byref, c_double, c_float, c_int, c_uint, c_void_p, cast, create_string_buffer
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

from parsers.formats.pdf.fonts import stand_in_for_system

# The binding carries no types; it is asked for its functions by name here, and nowhere else.
_raw: Any = import_module("pypdfium2.raw")

PASSWORD = 4
"""FPDF_ERR_PASSWORD."""
TEXT, PATH, PICTURE, FORM = 1, 2, 3, 5
"""The kinds of objects of a page that matter here."""

_LONGEST_NAME = 256
"""No name of a font is longer, in bytes; of one that is, nothing is told."""
_LONGEST_ENTRY = 4_096
_END = 2
"""The bytes of the mark that ends a text."""
_AS_VIEWED, _PAINTED = 0, 1

_Call = Callable[..., Any]


def _function(name: str, result: Any, *arguments: Any) -> _Call:
    """A function of PDFium with handles as plain numbers, which costs half of what typed pointers do."""
    address = cast(getattr(_raw, name), c_void_p).value or 0
    call: _Call = ctypes.CFUNCTYPE(result, *arguments)(address)
    return call


_H = c_void_p
_OUT = c_void_p
"""Where a result goes: a place in one of the buffers below."""

load = _function("FPDF_LoadMemDocument64", _H, ctypes.c_char_p, ctypes.c_size_t, ctypes.c_char_p)
last_error = _function("FPDF_GetLastError", ctypes.c_ulong)
close = _function("FPDF_CloseDocument", None, _H)
count_pages = _function("FPDF_GetPageCount", c_int, _H)
load_page = _function("FPDF_LoadPage", _H, _H, c_int)
close_page = _function("FPDF_ClosePage", None, _H)
rotation = _function("FPDFPage_GetRotation", c_int, _H)
page_width = _function("FPDF_GetPageWidthF", c_float, _H)
page_height = _function("FPDF_GetPageHeightF", c_float, _H)
count_objects = _function("FPDFPage_CountObjects", c_int, _H)
get_object = _function("FPDFPage_GetObject", _H, _H, c_int)
object_type = _function("FPDFPageObj_GetType", c_int, _H)
count_form_objects = _function("FPDFFormObj_CountObjects", c_int, _H)
get_form_object = _function("FPDFFormObj_GetObject", _H, _H, ctypes.c_ulong)
count_segments = _function("FPDFPath_CountSegments", c_int, _H)
get_segment = _function("FPDFPath_GetPathSegment", _H, _H, c_int)
segment_type = _function("FPDFPathSegment_GetType", c_int, _H)
segment_closes = _function("FPDFPathSegment_GetClose", c_int, _H)
get_clip_path = _function("FPDFPageObj_GetClipPath", _H, _H)
count_clip_paths = _function("FPDFClipPath_CountPaths", c_int, _H)
count_clip_segments = _function("FPDFClipPath_CountPathSegments", c_int, _H, c_int)
get_clip_segment = _function("FPDFClipPath_GetPathSegment", _H, _H, c_int, c_int)
load_text = _function("FPDFText_LoadPage", _H, _H)
close_text = _function("FPDFText_ClosePage", None, _H)
count_letters = _function("FPDFText_CountChars", c_int, _H)
letter_code = _function("FPDFText_GetUnicode", c_uint, _H, c_int)
letter_object = _function("FPDFText_GetTextObject", _H, _H, c_int)
letter_size = _function("FPDFText_GetFontSize", c_double, _H, c_int)
is_generated = _function("FPDFText_IsGenerated", c_int, _H, c_int)
count_annotations = _function("FPDFPage_GetAnnotCount", c_int, _H)
get_annotation = _function("FPDFPage_GetAnnot", _H, _H, c_int)
close_annotation = _function("FPDFPage_CloseAnnot", None, _H)
remove_annotation = _function("FPDFPage_RemoveAnnot", c_int, _H, c_int)
annotation_kind = _function("FPDFAnnot_GetSubtype", c_int, _H)
annotation_flags = _function("FPDFAnnot_GetFlags", c_int, _H)
_flatten = _function("FPDFPage_Flatten", c_int, _H, c_int)

_appearance = _function("FPDFAnnot_GetAP", ctypes.c_ulong, _H, c_int, c_void_p, ctypes.c_ulong)
_annotation_string = _function(
    "FPDFAnnot_GetStringValue", ctypes.c_ulong, _H, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_ulong
)
_get_text = _function("FPDFText_GetText", c_int, _H, c_int, c_int, ctypes.c_char_p)
_object_bounds = _function("FPDFPageObj_GetBounds", c_int, _H, *[_OUT] * 4)
_object_matrix = _function("FPDFPageObj_GetMatrix", c_int, _H, c_void_p)
_fill_colour = _function("FPDFPageObj_GetFillColor", c_int, _H, *[_OUT] * 4)
_stroke_colour = _function("FPDFPageObj_GetStrokeColor", c_int, _H, *[_OUT] * 4)
has_transparency = _function("FPDFPageObj_HasTransparency", c_int, _H)
_draw_mode = _function("FPDFPath_GetDrawMode", c_int, _H, _OUT, _OUT)
_segment_point = _function("FPDFPathSegment_GetPoint", c_int, _H, _OUT, _OUT)
_loose_box = _function("FPDFText_GetLooseCharBox", c_int, _H, c_int, c_void_p)
_letter_matrix = _function("FPDFText_GetMatrix", c_int, _H, c_int, c_void_p)
_font_info = _function("FPDFText_GetFontInfo", ctypes.c_ulong, _H, c_int, ctypes.c_char_p, ctypes.c_ulong, _OUT)
_page_box = _function("FPDF_GetPageBoundingBox", c_int, _H, c_void_p)

_four = (c_float * 4)()
_six = (c_float * 6)()
_modes = (c_int * 2)()
_colour = (c_uint * 4)()
_float_refs = [byref(_four, 4 * at) for at in range(4)]
_mode_refs = [byref(_modes, 4 * at) for at in range(2)]
_colour_refs = [byref(_colour, 4 * at) for at in range(4)]


class Matrix(NamedTuple):
    """How coordinates of an object become those of what it stands in."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def after(self, inner: Matrix) -> Matrix:
        """This matrix after another one."""
        return Matrix(
            inner.a * self.a + inner.b * self.c,
            inner.a * self.b + inner.b * self.d,
            inner.c * self.a + inner.d * self.c,
            inner.c * self.b + inner.d * self.d,
            inner.e * self.a + inner.f * self.c + self.e,
            inner.e * self.b + inner.f * self.d + self.f,
        )


AS_IS = Matrix(1, 0, 0, 1, 0, 0)


@cache
def start() -> None:
    """Start the library, once; it reads with no fonts but those of the file and a stand-in."""
    _raw.FPDF_InitLibrary()
    stand_in_for_system()


def text_of(text_page: int, count: int) -> str:
    """All the text of a page; where a letter has no code or two, each is asked for by itself.

    So the n-th character is always the n-th letter.
    """
    buffer = create_string_buffer(2 * count + 4)
    written = _get_text(text_page, 0, count, buffer)
    text = buffer.raw[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")
    if len(text) == count:
        return text
    return "".join(_character(letter_code(text_page, at)) for at in range(count))


def _character(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def bounds(handle: int) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of an object in what it stands in."""
    if not _object_bounds(handle, *_float_refs):
        return (0.0, 0.0, 0.0, 0.0)
    left, bottom, right, top = _four[:]
    return left, bottom, right, top


def matrix(handle: int) -> Matrix:
    """The matrix of an object."""
    return Matrix(*_six) if _object_matrix(handle, _six) else AS_IS


NOTHING, WHITE, INK = 0, 1, 2
"""How a path is painted: not at all, in white, which shows where the paper is not white, or in a colour that shows."""


def drawn(handle: int) -> tuple[int, int]:
    """How a path is filled and how it is stroked: `NOTHING`, `WHITE` or `INK`."""
    if not _draw_mode(handle, *_mode_refs):
        return NOTHING, NOTHING
    fills, strokes = _modes[:]
    return _paint(_fill_colour, handle) if fills else NOTHING, _paint(_stroke_colour, handle) if strokes else NOTHING


def _paint(colour: _Call, handle: int) -> int:
    if not colour(handle, *_colour_refs):
        return INK
    red, green, blue, alpha = _colour[:]
    if alpha <= _FAINT:
        return NOTHING
    return INK if red < _PALE or green < _PALE or blue < _PALE else WHITE


_FAINT, _PALE = 8, 250


def fill_colour(handle: int) -> tuple[int, int, int] | None:
    """The colour an object is filled with, as it shows on white paper; None where it is no plain colour."""
    if not _fill_colour(handle, *_colour_refs):
        return None
    red, green, blue, alpha = _colour[:]
    return (_on_white(red, alpha), _on_white(green, alpha), _on_white(blue, alpha))


def _on_white(value: int, alpha: int) -> int:
    return 255 - (255 - value) * alpha // 255


def point(segment: int) -> tuple[float, float]:
    """Where a segment of a path ends."""
    _segment_point(segment, _float_refs[0], _float_refs[1])
    return _four[0], _four[1]


def letter_box(text_page: int, at: int) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of what a letter takes up in its line."""
    _loose_box(text_page, at, _four)
    left, top, right, bottom = _four[:]
    return left, bottom, right, top


def letter_matrix(text_page: int, at: int) -> Sequence[float]:
    """How a letter is turned and scaled, and where its text begins on its base line."""
    return _six[:] if _letter_matrix(text_page, at, _six) else AS_IS


def font_of(text_page: int, at: int) -> str:
    """The name of the font a letter is drawn in, as the file has it: ABCDEF+Wingdings-Regular."""
    buffer = create_string_buffer(_LONGEST_NAME)
    written = _font_info(text_page, at, buffer, _LONGEST_NAME, _mode_refs[0])
    return buffer.raw[: max(min(written, _LONGEST_NAME) - 1, 0)].decode("utf-8", "replace")


def has_appearance(annotation: int) -> bool:
    """Whether a file says how an annotation looks."""
    return bool(_appearance(annotation, 0, None, 0) > _END)


def annotation_text(annotation: int, entry: bytes) -> str:
    """What an entry of an annotation says, without what follows beyond a bound."""
    buffer = create_string_buffer(_LONGEST_ENTRY)
    written = _annotation_string(annotation, entry, buffer, _LONGEST_ENTRY)
    return buffer.raw[: max(min(written, _LONGEST_ENTRY) - _END, 0)].decode("utf-16-le", "replace")


def flatten(page: int) -> bool:
    """Paint the annotations of a page into it as a viewer shows them; whether there were any."""
    return bool(_flatten(page, _AS_VIEWED) == _PAINTED)


def page_box(page: int) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of the part of a page that is shown."""
    _page_box(page, _four)
    left, top, right, bottom = _four
    return left, bottom, right, top
