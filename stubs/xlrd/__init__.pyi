# What of xlrd's untyped interface is used.
from collections.abc import Mapping, Sequence
from typing import TextIO

class XLRDError(Exception): ...

class XF:
    format_key: int

class Format:
    format_str: str

class RowInfo:
    hidden: int

class ColInfo:
    hidden: int
    width: int

class Sheet:
    name: str
    visibility: int
    nrows: int
    merged_cells: Sequence[tuple[int, int, int, int]]
    rowinfo_map: Mapping[int, RowInfo]
    colinfo_map: Mapping[int, ColInfo]
    def row_types(self, row: int) -> Sequence[int]: ...
    def row_values(self, row: int) -> Sequence[object]: ...
    def cell_xf_index(self, row: int, column: int) -> int: ...

class Book:
    datemode: int
    xf_list: Sequence[XF]
    format_map: Mapping[int, Format]
    def sheets(self) -> Sequence[Sheet]: ...

error_text_from_code: Mapping[object, str]

def open_workbook(
    *,
    file_contents: bytes,
    formatting_info: bool,
    ragged_rows: bool,
    logfile: TextIO,
    encoding_override: str | None = ...,
) -> Book: ...
