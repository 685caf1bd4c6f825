"""Exact numbers: from digits, Chinese numerals and mixtures of both to the Exact form of the schema, and back."""

from fractions import Fraction

from normalize.patterns import deferred
from normalize.remembered import kept

DIGITS = dict(
    zip(
        "零〇一二三四五六七八九两壹贰叁肆伍陆柒捌玖貳叄陸參弍",
        (0, *range(10), 2, *range(1, 10), 2, 3, 6, 3, 2),
        strict=True,
    )
)
HAN = "[零〇一二三四五六七八九十百千万亿两廿卅壹贰叁肆伍陆柒捌玖拾佰仟]"
"""A Chinese numeral, as a character class."""
ONE = Fraction(1)
LONGEST = 40
"""The most characters a number may have; longer runs of digits are codes."""

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")

_DIGIT = f"(?:[{''.join(DIGITS)}]|[0-9]+(?:\\.[0-9]+)?)"
_LARGE = deferred(r"(?:(?P<yi>.*)亿)?(?:(?P<wan>[^亿]*)万)?(?P<rest>[^万亿]*)")
_SECTION = deferred(
    rf"(?:(?P<k>{_DIGIT})?[千仟])?[零〇]?(?:(?P<h>{_DIGIT})?[百佰])?[零〇]?"
    rf"(?:(?P<t>{_DIGIT})?[十拾]|(?P<twenty>廿)|(?P<thirty>卅))?[零〇]?(?P<one>{_DIGIT})?"
)
_POWER = deferred(r"\s*(?:[×xX*]\s*10\^?|[eE])(?P<power>[+-]?[0-9]{1,2}|[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]{1,3})$")


def exact(text: str) -> Fraction:
    """The number an Exact text stands for.

    >>> exact("231.5"), exact("2000/3")
    (Fraction(463, 2), Fraction(2000, 3))
    """
    if text.isdigit():
        return Fraction(int(text))
    upper, slash, lower = text.partition("/")
    whole, point, decimals = upper.partition(".")
    number = Fraction(int(whole + decimals), 10 ** len(decimals)) if point else Fraction(int(whole))
    return number / int(lower) if slash else number


def exact_text(number: Fraction) -> str:
    """The Exact text of a number: a plain decimal where one ends, else p/q.

    >>> exact_text(Fraction(463, 2)), exact_text(Fraction(-1, 20)), exact_text(Fraction(2000, 3))
    ('231.5', '-0.05', '2000/3')
    """
    if number.denominator == 1:
        return str(number.numerator)
    rest, twos, fives = number.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest > 1:
        return f"{number.numerator}/{number.denominator}"
    places = max(twos, fives)
    digits = str(abs(number.numerator) * 10**places // number.denominator).rjust(places + 1, "0")
    return f"{'-' if number < 0 else ''}{digits[:-places]}.{digits[-places:]}"


def scaled(text: str, factor: Fraction) -> str:
    """An Exact text times a factor, as an Exact text.

    >>> scaled("231.5", Fraction(10000)), scaled("1.20", Fraction(1)), scaled("1", Fraction(2000, 3))
    ('2315000', '1.2', '2000/3')
    """
    if factor is ONE and text.isdigit():
        return text if text[0] != "0" else text.lstrip("0") or "0"
    whole, point, decimals = text.partition(".")
    if factor.denominator != 1 or not (whole + decimals).isdigit():
        return exact_text(exact(text) * factor)
    product = int(whole + decimals) * factor.numerator
    if not point:
        return str(product)
    digits = str(product).rjust(len(decimals) + 1, "0")
    return f"{digits[: -len(decimals)]}.{digits[-len(decimals) :]}".rstrip("0").rstrip(".")


def plain(text: str) -> str:
    """A number in digits as an Exact text: grouping, plus sign and spaces gone, powers of ten worked out.

    >>> plain("8,000"), plain("8 000.50"), plain("+3"), plain("1.5×10⁴"), plain("1.5E4"), plain("-5")
    ('8000', '8000.50', '3', '15000', '15000', '-5')
    """
    digits = text.replace(",", "").lstrip("+")
    if digits.lstrip("-").startswith("."):
        digits = digits.replace(".", "0.", 1)
    if power := _POWER.search(digits):
        scale = Fraction(10) ** int(power["power"].translate(SUPERSCRIPTS))
        return exact_text(Fraction(digits[: power.start()].replace(" ", "")) * scale)
    return digits.replace(" ", "")


@kept(4_096)
def chinese(text: str) -> Fraction | None:
    """The number of a Chinese or mixed numeral, or None where the characters make no number.

    >>> [str(chinese(word)) for word in ("一百二十", "两", "廿五", "二〇二四", "1百23", "三万五", "三点五", "千千")]
    ['120', '2', '25', '2024', '123', '35000', '7/2', 'None']
    """
    if len(text) > LONGEST:
        return None
    whole, point, decimals = text.partition("点")
    if point:
        left = chinese(whole)
        if left is None or not decimals or not _all_digits(decimals):
            return None
        return left + Fraction(int(_spelled(decimals)), 10 ** len(decimals))
    if len(text) > 1 and _all_digits(text):
        if len(text) == 2 and not {"零", "〇"} & {*text}:
            return None
        return Fraction(int(_spelled(text)))
    return _large(text)


def _all_digits(text: str) -> bool:
    return all(character in DIGITS for character in text)


def _spelled(text: str) -> str:
    return "".join(str(DIGITS[character]) for character in text)


def _large(text: str) -> Fraction | None:
    """亿 and 万 split a numeral into sections; a lone last digit counts the next lower place (三万五)."""
    parts = _LARGE.fullmatch(text)
    if not text or parts is None:
        return None
    yi, wan, rest = parts["yi"], parts["wan"], parts["rest"]
    total = Fraction(0)
    for section, scale in ((yi, 10**8), (wan, 10**4)):
        if section is not None:
            number = _large(section) if section else Fraction(1)
            if number is None:
                return None
            total += number * scale
    if rest and (yi is not None or wan is not None) and (lone := _one(rest)) is not None and 0 < lone < 10:
        return total + lone * (10**3 if wan is not None else 10**7)
    last = _section(rest)
    return None if last is None else total + last


def _section(text: str) -> Fraction | None:
    parts = _SECTION.fullmatch(text)
    if parts is None:
        return None
    thousands, hundreds = _counted(text, parts["k"], "千仟"), _counted(text, parts["h"], "百佰")
    tens = 20 if parts["twenty"] else 30 if parts["thirty"] else 10 * _counted(text, parts["t"], "十拾")
    one = _one(parts["one"]) if parts["one"] else Fraction(0)
    if one is None:
        return None
    if 0 < one < 10 and not tens and "零" not in text and "〇" not in text and (thousands or hundreds):
        one *= 10 if hundreds else 100
    return 1000 * thousands + 100 * hundreds + tens + one


def _counted(text: str, digit: str | None, scales: str) -> Fraction:
    """How many tens, hundreds or thousands: as said, one where only the scale is said, none where it is not."""
    if digit is not None:
        return _one(digit) or Fraction(0)
    return Fraction(1 if any(scale in text for scale in scales) else 0)


def _one(digit: str) -> Fraction | None:
    if digit in DIGITS:
        return Fraction(DIGITS[digit])
    return Fraction(digit) if digit[0].isascii() and digit.replace(".", "", 1).isdigit() else None
