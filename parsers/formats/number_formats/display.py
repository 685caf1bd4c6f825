"""A value and the code of its number format → what Excel shows in the cell."""

from decimal import Decimal
from functools import lru_cache
from operator import ge, gt, le, lt

from parsers.formats.number_formats.chinese import digit_by_digit, numeral
from parsers.formats.number_formats.codes import Kind, Section, sections
from parsers.formats.number_formats.figures import exact, figure, general
from parsers.formats.number_formats.moments import moment_shown

_LARGEST = 308
"""The power of ten of the largest number a workbook can hold."""
_TIMES = {Kind.MOMENT, Kind.ELAPSED, Kind.HALF_DAY}


class NumberFormat:
    """A format, ready to show values.

    >>> percent, ten_thousands = NumberFormat("0.0%"), NumberFormat('0!.0,"万"')
    >>> percent.number(Decimal("0.95")), ten_thousands.number(Decimal(231500)), percent.text("≥95%")
    ('95.0%', '23.2万', '≥95%')
    """

    def __init__(self, code: str) -> None:
        found = sections(code)
        self.plain = code.lower() == "general"
        self._text: Section | None = None
        if len(found) == 4 or Kind.TEXT in found[-1].kinds():
            self._text = found.pop()
        self._numbers = found

    def number(self, number: Decimal, *, since_1904: bool = False) -> str:
        """What is shown of a number, day or time."""
        if self.plain or not self._numbers or number.adjusted() > _LARGEST:
            return general(number)
        number = exact(number) if number.adjusted() > -_LARGEST else Decimal(0)
        index = self._chosen(number)
        if index is None:
            return general(number)
        section = self._numbers[index]
        if section.kinds() & _TIMES:
            return moment_shown(number, section, since_1904=since_1904) or general(number)
        sign = "-" if number < 0 and not self._drops_sign(index) else ""
        return sign + _shown(abs(number), section)

    def text(self, text: str) -> str:
        """What is shown of a text."""
        if self._text is None or len(self._text.tokens) == 1:
            return text
        return "".join(text if token.kind is Kind.TEXT else token.text for token in self._text.tokens)

    def _chosen(self, number: Decimal) -> int | None:
        conditions = [section.condition for section in self._numbers[:2]]
        if not any(conditions):
            return self._by_sign(number)
        for index, condition in enumerate(conditions):
            if condition is not None and condition.holds(number):
                return index
        other = 2 if all(conditions) else 1
        return other if other < len(self._numbers) else None

    def _by_sign(self, number: Decimal) -> int:
        if number < 0 and len(self._numbers) > 1:
            return 1
        return 2 if not number and len(self._numbers) > 2 else 0

    def _drops_sign(self, index: int) -> bool:
        """Whether a section is meant for negative numbers only, so that it writes its own sign."""
        conditions = [section.condition for section in self._numbers[:2]]
        own = self._numbers[index].condition
        if own is not None:
            return own.limit == 0 and own.test in {lt, le}
        if index != 1:
            return False
        first = conditions[0]
        return first is None or (first.limit == 0 and first.test in {gt, ge})


def _shown(number: Decimal, section: Section) -> str:
    kinds = section.kinds()
    if Kind.GENERAL in kinds or Kind.TEXT in kinds:
        shown = _chinese(general(number), number, section.chinese)
        return "".join(shown if token.kind in {Kind.GENERAL, Kind.TEXT} else token.text for token in section.tokens)
    if Kind.DIGIT in kinds:
        shown = figure(number, section)
        return digit_by_digit(shown, section.chinese) if section.chinese else shown
    return "".join(token.text for token in section.tokens)


def _chinese(shown: str, number: Decimal, style: int) -> str:
    if not style or "E" in shown:
        return shown
    _, point, places = shown.partition(".")
    return numeral(int(number), style) + point + digit_by_digit(places, style)


@lru_cache(maxsize=1024)
def number_format(code: str) -> NumberFormat:
    """The format of a code; workbooks repeat the same few."""
    return NumberFormat(code)
