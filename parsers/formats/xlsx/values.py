"""What a cell of a workbook stores → the text it shows."""

from datetime import datetime
from decimal import Decimal, InvalidOperation

from parsers.formats.number_formats import NumberFormat
from parsers.formats.sheets import shown

_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001  workbooks know no time zones
_PLAIN = 11


def number_shown(stored: str, style: NumberFormat, *, since_1904: bool) -> str:
    """What is shown of a number; text that is none is shown as it is.

    >>> from parsers.formats.number_formats import number_format
    >>> [number_shown("0.95", number_format(code), since_1904=False) for code in ("0%", "General")]
    ['95%', '0.95']
    """
    if style.plain and len(stored) <= _PLAIN and stored.isdigit() and stored[0] != "0":
        return stored
    number = as_number(stored)
    return stored.strip() if number is None else style.number(number, since_1904=since_1904).strip()


def as_number(stored: str) -> Decimal | None:
    """The number a cell stores, or None.

    >>> as_number("1E-3"), as_number("inf"), as_number("甲")
    (Decimal('0.001'), None, None)
    """
    try:
        number = Decimal(stored)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def serial(stored: str, *, since_1904: bool) -> Decimal | None:
    """The serial number of a day and time in ISO 8601, as strict workbooks may store it.

    >>> serial("2024-12-31T12:00:00", since_1904=False), serial("甲", since_1904=False)
    (Decimal('45657.5'), None)
    """
    try:
        passed = datetime.fromisoformat(stored).replace(tzinfo=None) - _EPOCH
    except ValueError:
        return None
    days = passed.days - 1462 * since_1904
    return days + Decimal(passed.seconds) / 86_400


def text_shown(stored: str, style: NumberFormat) -> str:
    """What is shown of a text under a number format that may dress it."""
    return shown(style.text(stored)) if stored else ""
