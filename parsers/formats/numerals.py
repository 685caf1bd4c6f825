"""Numbers as automatic numbering shows them: 1, 一, （一）, ①, a, IV, by the names that Office gives its formats."""

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = {
    "M": 1000,
    "CM": 900,
    "D": 500,
    "CD": 400,
    "C": 100,
    "XC": 90,
    "L": 50,
    "XL": 40,
    "X": 10,
    "IX": 9,
    "V": 5,
    "IV": 4,
    "I": 1,
}
_MOST = 30_000


def counted(number: int, digits: str = _DIGITS, units: str = "十百千") -> str:
    """A number in Chinese, below ten thousand.

    >>> [counted(number) for number in (3, 10, 12, 20, 105, 110, 2024)]
    ['三', '十', '十二', '二十', '一百零五', '一百一十', '二千零二十四']
    """
    if not 0 < number < 10_000:
        return str(number)
    written, gap = "", False
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if digit:
            written += ("零" if gap and written else "") + digits[digit] + (units[place - 1] if place else "")
        gap = not digit
    short = units == "十百千" and 10 <= number < 20
    return written[1:] if short else written


def _each(number: int, digits: str) -> str:
    return "".join(digits[int(digit)] for digit in str(number))


def _letter(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number else "0"


def _roman(number: int) -> str:
    written = ""
    for letters, worth in _ROMAN.items():
        written += letters * (number // worth)
        number %= worth
    return written


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if 1 <= number <= 20 else str(number)


def _of(signs: str, number: int) -> str:
    return signs[(number - 1) % len(signs)] if number else "0"


_STYLES: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "chineseLegalSimplified": lambda number: counted(number, _LEGAL, "拾佰仟"),
    "ideographLegalTraditional": lambda number: counted(number, _LEGAL, "拾佰仟"),
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperRoman": _roman,
    "ideographTraditional": lambda number: _of(_STEMS, number),
    "ideographZodiac": lambda number: _of(_BRANCHES, number),
}
_STYLES |= dict.fromkeys(
    (
        "chineseCounting",
        "chineseCountingThousand",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
        "japaneseCounting",
    ),
    counted,
)
_STYLES |= dict.fromkeys(
    ("ideographDigital", "taiwaneseDigital", "koreanDigital2", "japaneseDigitalTenThousand"),
    lambda number: _each(number, _DIGITS),
)
_STYLES |= dict.fromkeys(
    ("decimalFullWidth", "decimalFullWidth2"), lambda number: _each(number, "０１２３４５６７８９")
)
_STYLES |= dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese", "ideographEnclosedCircle"), _circled)


def numeral(number: int, style: str) -> str:
    """A number in a format named as in Office Open XML; digits where the format is not known.

    >>> [numeral(12, style) for style in ("decimal", "chineseCountingThousand", "upperRoman", "decimalEnclosedCircle")]
    ['12', '十二', 'XII', '⑫']
    >>> numeral(3, "lowerLetter"), numeral(7, "decimalZero"), numeral(3, "ideographTraditional"), numeral(3, "none")
    ('c', '07', '丙', '')
    """
    return _STYLES[style](number) if style in _STYLES and 0 <= number <= _MOST else str(number)


def labelled(label: str, text: str) -> str:
    """A paragraph with its automatic number, and a space between where they would read as one number or word.

    >>> labelled("1.", "开展培训"), labelled("1.", "2024年"), labelled("1", "培训"), labelled("", "培训")
    ('1.开展培训', '1. 2024年', '1 培训', '培训')
    """
    if not label or not text:
        return label or text
    ends_open = label[-1].isdigit() or (label[-1].isascii() and label[-1].isalpha())
    return label + (" " if ends_open or text[0].isdigit() else "") + text
