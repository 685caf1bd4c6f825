"""A number format's code ('#,##0.00;[Red]-0') → its sections, each a list of tokens; data for what renders them."""

import re
from collections.abc import Callable
from decimal import Decimal
from enum import Enum, auto
from functools import cached_property
from operator import eq, ge, gt, le, lt, ne
from typing import NamedTuple


class Kind(Enum):
    """What a piece of a code stands for."""

    LITERAL = auto()
    DIGIT = auto()
    POINT = auto()
    COMMA = auto()
    PERCENT = auto()
    SLASH = auto()
    EXPONENT = auto()
    GENERAL = auto()
    TEXT = auto()
    MOMENT = auto()
    ELAPSED = auto()
    HALF_DAY = auto()


class Token(NamedTuple):
    """A piece of a code, and its characters."""

    kind: Kind
    text: str


class Condition(NamedTuple):
    """For which numbers a section is meant."""

    test: Callable[[Decimal, Decimal], bool]
    limit: Decimal

    def holds(self, value: Decimal) -> bool:
        """Whether it is meant for this one."""
        return self.test(value, self.limit)


class Section:
    """One part of a code between semicolons.

    `chinese` is 1 or 2 where its digits are shown as 一 or 壹, `locale` the language a bracket names.
    """

    def __init__(self) -> None:
        self.tokens: list[Token] = []
        self.condition: Condition | None = None
        self.chinese = 0
        self.locale = ""

    def kinds(self) -> set[Kind]:
        """What stands in it."""
        return self._kinds

    @cached_property
    def _kinds(self) -> set[Kind]:
        return {token.kind for token in self.tokens}


_TOKEN = re.compile(
    r"""
      "(?P<quoted>[^"]*)"?
    | [\\!](?P<escaped>.)                        # Excel in East Asia writes ! for the backslash
    | _(?P<gap>.)                                # as wide as that character
    | \*(?P<fill>.)                              # repeated to fill the column
    | \[(?P<bracket>[^\[\]]*)\]
    | (?P<general>General|G/通用格式)
    | (?P<half_day>AM/PM|A/P|上午/下午)
    | (?P<exponent>E[+-])
    | (?P<moment>y+|m+|d+|h+|s+(?:\.0+)?|aaa+|e+)
    | (?P<digit>[0\#?])
    | (?P<sign>[.,%/@;])
    | (?P<other>.)
    """,
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_SIGNS = {".": Kind.POINT, ",": Kind.COMMA, "%": Kind.PERCENT, "/": Kind.SLASH, "@": Kind.TEXT}
_KINDS = {
    "general": Kind.GENERAL,
    "half_day": Kind.HALF_DAY,
    "exponent": Kind.EXPONENT,
    "moment": Kind.MOMENT,
    "digit": Kind.DIGIT,
}
_TESTS = {"=": eq, "<>": ne, ">=": ge, "<=": le, ">": gt, "<": lt}
_CONDITION = re.compile(r"(<>|>=|<=|[=<>])\s*(-?[0-9]{1,15}(?:\.[0-9]{1,15})?)")
_ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)
_CHINESE = re.compile(r"DBNum([12])", re.IGNORECASE)
LONGEST = 255
"""Characters of a code that Excel allows."""


def sections(code: str) -> list[Section]:
    """The sections of a code, at most the four that mean something.

    >>> [[token.text for token in section.tokens] for section in sections('0.0,"万";[Red]-0')]
    [['0', '.', '0', ',', '万'], ['-', '0']]
    """
    found = [Section()]
    for match in _TOKEN.finditer(code[:LONGEST]):
        name, text = match.lastgroup or "", match[match.lastgroup or 0]
        if text == ";" and name == "sign":
            found.append(Section())
        elif name == "bracket":
            _bracket(found[-1], text)
        elif name == "sign":
            found[-1].tokens.append(Token(_SIGNS[text], text))
        elif name == "gap":
            found[-1].tokens.append(Token(Kind.LITERAL, " "))
        elif name in _KINDS:
            found[-1].tokens.append(Token(_KINDS[name], text))
        elif name != "fill":
            found[-1].tokens.append(Token(Kind.LITERAL, text))
    return found[:4]


def _bracket(section: Section, text: str) -> None:
    """A condition, elapsed time, a currency with its language, Chinese digits; colours show nothing."""
    condition = _CONDITION.fullmatch(text)
    chinese = _CHINESE.fullmatch(text)
    if condition is not None:
        section.condition = Condition(_TESTS[condition[1]], Decimal(condition[2]))
    elif chinese is not None:
        section.chinese = int(chinese[1])
    elif _ELAPSED.fullmatch(text):
        section.tokens.append(Token(Kind.ELAPSED, text.lower()))
    elif text.startswith("$"):
        symbol, _, section.locale = text[1:].partition("-")
        if symbol:
            section.tokens.append(Token(Kind.LITERAL, symbol))
