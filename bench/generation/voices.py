"""How a document writes its targets down, and what each of them means."""

from calendar import monthrange
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from random import Random

from bench.generation.truth import TrueTarget, plain
from bench.generation.world import Aim, canonical

_SIGNS = (">=", "<=", "=")
_GLYPHS = (("≥", "≤"), ("≥", "≤"), ("≥", "≤"), ("≧", "≦"), (">=", "<="), ("⩾", "⩽"), ("＞＝", "＜＝"))
_SPLIT_WORDS = {">=": "大于等于", "<=": "小于等于", "=": "等于"}
_WORDS = {">=": ("不少于", "不低于", "至少"), "<=": ("不超过", "不高于", "不多于"), "=": ("", "", "")}
_BEHIND = {">=": "以上", "<=": "以内", "=": ""}
_SPELT = {"%": "百分比"}


@dataclass(frozen=True, slots=True)
class Voice:
    """How one document writes: `style` glyph, system, words or suffix; the rest are habits of its author."""

    style: str
    equals: str
    date: int
    word: int
    coded: int
    money: str
    levels: str
    prefix: bool
    glyphs: tuple[str, str] = ("≥", "≤")
    percent: str = "%"
    short: bool = False
    star: bool = False
    spaced: bool = False
    worded: bool = False

    def say(self, aim: Aim, year: int, *, with_unit: bool = True) -> str:
        """A target in one cell, its unit with it or in a column of its own."""
        if aim.sign == "~":
            return aim.words
        if aim.sign == "by":
            return self._by(aim, year)
        number, unit = plain(aim.number), self.unit(aim) if with_unit else ""
        if self.style == "words" and aim.sign != "=":
            return f"{_WORDS[aim.sign][self.word]}{number}{unit}"
        if self.style == "suffix" and aim.sign != "=":
            return f"{number}{unit}{_BEHIND[aim.sign]}"
        return f"{self._glyph(aim.sign, self.equals)}{number}{unit}"

    def _glyph(self, sign: str, equals: str) -> str:
        return equals if sign == "=" else self.glyphs[sign == "<="]

    def unit(self, aim: Aim) -> str:
        """Its unit behind a number."""
        if aim.unit == "工作日" and self.style != "system":
            return "个工作日"
        if self.style == "system":
            return _SPELT.get(aim.unit, aim.unit)
        return self.percent if aim.unit == "%" else aim.unit

    def unit_column(self, aim: Aim) -> str:
        """Its unit in a column of its own."""
        return aim.unit if aim.unit == "工作日" else self.unit(aim)

    def operator(self, aim: Aim) -> str:
        """Its operator in a column of its own."""
        if aim.sign not in _SIGNS:
            return "定性"
        return _SPLIT_WORDS[aim.sign] if self.worded else self._glyph(aim.sign, self.equals or "=")

    def bare(self, aim: Aim, year: int) -> str:
        """Its value beside columns for operator and unit."""
        return plain(aim.number) if aim.sign in _SIGNS else self.say(aim, year)

    def level(self, name: str) -> str:
        """A level as the document calls it: 产出指标, or 产出."""
        return name.removesuffix("指标") if self.short else name

    def label(self, text: str) -> str:
        """A label of the form, its characters spread over the cell."""
        return " ".join(text) if self.spaced and 2 <= len(text) <= 4 and text.isalpha() else text

    def _by(self, aim: Aim, year: int) -> str:
        month = int(aim.number)
        ways = (f"{year}年{month}月{monthrange(year, month)[1]}日前", f"{month}月底前", f"{year}年{month}月底前")
        return "年底前" if month == 12 and self.date == 3 else ways[self.date % 3]


def voice_of(chance: Random) -> Voice:
    """The habits of one author."""
    return Voice(
        style=chance.choice(("glyph", "glyph", "glyph", "system", "words", "suffix")),
        equals=chance.choice(("", "=", "＝")),
        date=chance.randrange(4),
        word=chance.randrange(3),
        coded=chance.randrange(3),
        money=chance.choice(("plain", "fixed", "fixed", "grouped")),
        levels=chance.choice(("merged", "merged", "repeated")),
        prefix=chance.random() < 0.15,
        glyphs=chance.choice(_GLYPHS),
        percent=chance.choice(("%", "%", "%", "％")),
        short=chance.random() < 0.2,
        star=chance.random() < 0.1,
        spaced=chance.random() < 0.15,
        worded=chance.random() < 0.15,
    )


def meaning(aim: Aim, year: int) -> TrueTarget:
    """What a target means, however it is written.

    >>> meaning(Aim("成本", "总成本", "<=", Decimal("231.5"), "万元"), 2024)
    TrueTarget(kind='comparison', comparator='<=', low=None, high='2315000', unit='元', not_after=None)
    """
    if aim.sign == "~":
        return TrueTarget("statement")
    if aim.sign == "by":
        month = int(aim.number)
        return TrueTarget("deadline", not_after=f"{year}-{month:02d}-{monthrange(year, month)[1]}")
    number, unit = canonical(aim.number, aim.unit)
    bound = exact(number)
    low, high = (None if aim.sign == "<=" else bound), (None if aim.sign == ">=" else bound)
    return TrueTarget("comparison", aim.sign, low, high, unit)


def exact(number: Fraction) -> str:
    """A number as text: a plain decimal where it ends, else a fraction.

    >>> exact(Fraction(5, 2)), exact(Fraction(2, 3))
    ('2.5', '2/3')
    """
    rest = number.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        return f"{number.numerator}/{number.denominator}"
    return plain(Decimal(number.numerator) / Decimal(number.denominator))


def amount(yuan: Decimal, unit: str, style: str) -> str:
    """An amount of money as the heads of tables print it.

    >>> amount(Decimal(49_900_000), "万元", "grouped"), amount(Decimal(455_000), "万元", "plain")
    ('4,990.00', '45.5')
    """
    number = yuan / (10_000 if unit == "万元" else 1)
    return {"plain": plain(number), "fixed": f"{number:.2f}", "grouped": f"{number:,.2f}"}[style]
