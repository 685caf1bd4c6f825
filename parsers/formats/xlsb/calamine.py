"""What calamine reads of a workbook → Sheets, numbers as they are stored: it knows no number formats."""

import io
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import python_calamine

from parsers.formats.number_formats.figures import general
from parsers.formats.sheets import Range, Sheet, shown
from schema.read_error import ReadError
from schema.source import Status

Value = int | float | str | bool | time | date | datetime | timedelta


def sheets(content: bytes) -> Iterator[Sheet]:
    """The sheets of a workbook whose extent was checked before: calamine lays out every slot up to the last cell.

    Raises `ReadError`: `encrypted`, `corrupt`.
    """
    try:
        workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        for index, stated in enumerate(workbook.sheets_metadata):
            if stated.typ == python_calamine.SheetTypeEnum.WorkSheet:
                hidden = stated.visible != python_calamine.SheetVisibleEnum.Visible
                yield _sheet(workbook.get_sheet_by_index(index), stated.name, hidden=hidden)
    except python_calamine.PasswordError as error:
        raise _locked() from error
    except BaseException as error:
        # A damaged file may make the library panic, which Python sees as a BaseException of no public class.
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            raise damaged() from error
        raise


def _sheet(found: python_calamine.CalamineSheet, name: str, *, hidden: bool) -> Sheet:
    sheet = Sheet(name, hidden=hidden)
    for row, values in enumerate(found.to_python(skip_empty_area=False), start=1):
        for column, value in enumerate(values, start=1):
            text = "" if value == "" else _text(value)
            if text:
                sheet.cells[row, column] = text
    for (top, left), (low, right) in found.merged_cell_ranges or ():
        sheet.merges.append(Range(top + 1, left + 1, low + 1, right + 1))
    return sheet


def _text(value: Value) -> str:
    match value:
        case bool():
            return "TRUE" if value else "FALSE"
        case int() | float():
            number = Decimal(repr(value))
            return general(number) if number.is_finite() else str(value)
        case datetime():
            return f"{value.year}/{value.month}/{value.day} {value:%H:%M:%S}".removesuffix(" 00:00:00")
        case date():
            return f"{value.year}/{value.month}/{value.day}"
        case _:
            return shown(str(value))


def _locked() -> ReadError:
    return ReadError(
        Status.ENCRYPTED,
        zh="文件已加密；请去除密码后再导入",
        en="the file is encrypted; remove its password and import it again",
    )


def damaged() -> ReadError:
    """The error of a workbook that calamine cannot read either."""
    return ReadError(
        Status.CORRUPT,
        zh="工作簿已损坏，无法读取；请用 Excel 或 WPS 打开后另存为 .xlsx 再导入",
        en="the workbook is damaged and cannot be read; open it in Excel, save it as .xlsx and import that",
    )
