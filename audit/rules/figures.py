"""The SQL functions that rules are written with: numbers in cells, text that says something, figures for people."""

import re
import sqlite3
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from typing import Any

from ingest.rows import real
from normalize import parse_value, taxonomy
from normalize.directions import stated_direction
from normalize.text import fold, narrow
from schema.target import Comparison

_NUMBER = re.compile(r"[-+]?\d[\d,]*(?:\.\d+)?")
_SAYS_NOTHING = re.compile(r"[\s\-—―–_/\\.。、,，*…]*|无|无偏差|没有|不涉及|不适用|N/?A|空", re.IGNORECASE)
_BRACKETS = re.compile(r"\(.*?\)")
_YEARS = re.compile(r"(?:19|20)\d{2}")


def number(text: str | None) -> float | None:
    """The number a cell begins with, whatever unit follows, or None: of weights, scores and rates.

    >>> number("15分"), number("1,620.50"), number("95.00%"), number("—"), number("（10）"), number(None)
    (15.0, 1620.5, 95.0, None, 10.0, None)
    """
    if not text:
        return None
    said = narrow(text).strip(" ()[]")
    found = _NUMBER.match(said)
    return float(found[0].replace(",", "")) if found else None


def says(text: str | None) -> bool:
    """Whether a cell says anything: 无 and dashes do not.

    >>> says("疫情影响"), says(" — "), says("无"), says(None), says("")
    (True, False, False, False, False)
    """
    return bool(text) and _SAYS_NOTHING.fullmatch((text or "").strip()) is None


def yuan(amount: float | None) -> str | None:
    """An amount for people, in the unit these tables print.

    >>> yuan(2315000), yuan(600), yuan(1.523e9), yuan(None)
    ('231.5万元', '600元', '152300万元', None)
    """
    if amount is None:
        return None
    return f"{plain(amount / 10_000)}万元" if abs(amount) >= 10_000 else f"{plain(amount)}元"


def plain(value: float | None) -> str | None:
    """A number for people, without a tail of zeros or of rounding.

    >>> plain(12.50), plain(0.1 + 0.2), plain(100.0), plain(-3), plain(None)
    ('12.5', '0.3', '100', '-3', None)
    """
    if value is None:
        return None
    text = format(Decimal(repr(round(float(value), 6))), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def undated(text: str | None) -> str | None:
    """A text without its years, folded, so that two years of a project can be laid side by side.

    >>> undated("2024年 执法业务费"), undated("（2023—2025）规划")
    ('年执法业务费', '(—)规划')
    """
    return None if text is None else _YEARS.sub("", fold(text))


def level_name(name: str | None) -> bool:
    """Whether a name says no more than the level it stands under, bracketed weights and 指标 aside.

    >>> level_name("质量指标"), level_name("服务对象满意度"), level_name("群众满意度"), level_name("成本节约率")
    (True, True, False, False)
    """
    known = taxonomy.level2(name or "")
    level = known.name if known else taxonomy.level1(name or "")
    if level is None or not level.endswith("指标"):
        return False
    said = _BRACKETS.sub("", fold(name or "")).rstrip("0123456789").removesuffix("指标")
    return said.endswith(level.removesuffix("指标"))


def amount_of(exact_amount: str | None) -> float | None:
    """An exact number of the database as the nearest float.

    >>> amount_of("1356000"), amount_of("2000/3"), amount_of(None)
    (1356000.0, 666.6666666666666, None)
    """
    return real(exact_amount)


def has_digit(text: str | None) -> bool:
    """Whether a text holds a digit.

    >>> has_digit("≥９０"), has_digit("每季度"), has_digit(None)
    (True, False, False)
    """
    return text is not None and any(character.isdecimal() for character in text)


@lru_cache(maxsize=4096)
def measure_of(unit: str | None) -> str | None:
    """The canonical unit of a unit column, and per what; None where it is no unit that is known.

    >>> measure_of("万元"), measure_of("元/亩"), measure_of("百分比"), measure_of("无"), measure_of(None)
    ('元', '元/亩', '%', None, None)
    """
    if not unit or not says(unit):
        return None
    match parse_value(f"1{unit}").targets:
        case (Comparison(unit_canonical=str(canonical), per=per),):
            return canonical if per is None else f"{canonical}/{per}"
        case _:
            return None


@lru_cache(maxsize=4096)
def declared(direction: str | None) -> str | None:
    """The direction that a column states: higher, lower, hit or None.

    >>> declared("正向指标"), declared("反向"), declared("≥")
    ('higher', 'lower', None)
    """
    return stated_direction(direction)


Function = Callable[[Any], str | float | None]
FUNCTIONS: dict[str, Function] = {
    "number": number,
    "says": says,
    "yuan": yuan,
    "plain": plain,
    "undated": undated,
    "level_name": level_name,
    "amount_of": amount_of,
    "has_digit": has_digit,
    "measure_of": measure_of,
    "declared": declared,
}


def install(connection: sqlite3.Connection) -> None:
    """Make the functions known to a connection."""
    for name, function in FUNCTIONS.items():
        connection.create_function(name, 1, function, deterministic=True)
