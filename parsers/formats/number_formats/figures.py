"""A number and the section of a format meant for it → its digits as Excel shows them."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

from parsers.formats.number_formats.codes import Kind, Section, Token

# A double holds 15 digits that people wrote; what comes after is noise of the binary system.
_EXACT = Context(prec=15, rounding=ROUND_HALF_UP, Emax=999_999, Emin=-999_999)
_WIDE = Context(prec=400, rounding=ROUND_HALF_UP, Emax=999_999, Emin=-999_999)
_WIDEST = 11
"""Characters of a number in a cell of format General, besides its sign."""


def exact(number: Decimal) -> Decimal:
    """A number without the noise of the binary system; one that no program stores, 1E999999999, as it is.

    >>> exact(Decimal("0.28499999999999998"))
    Decimal('0.285000000000000')
    """
    return _EXACT.plus(number) if number.adjusted() <= _EXACT.Emax else number


def general(number: Decimal) -> str:
    """A number without a format: eleven characters, and whole numbers with all the digits they have.

    Excel shows whole numbers past eleven digits as 1.23E+11; codes of projects are such numbers, so they stay whole.

    >>> [general(Decimal(n)) for n in ("0.1", "12345.678912345", "440000230001", "1E-7", "-0.30000000000000004")]
    ['0.1', '12345.67891', '440000230001', '1E-07', '-0.3']
    """
    number = exact(number)
    if not number:
        return "0"
    size = number.adjusted()
    if number == number.to_integral_value() and size < 15:
        return f"{number:.0f}"
    if not -5 <= size < _WIDEST:
        return _scientific(number)
    places = max(_WIDEST - 1 - max(size + 1, 1), 0)
    return _trimmed(f"{number.quantize(Decimal(1).scaleb(-places), context=_WIDE):f}")


def _trimmed(plain: str) -> str:
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _scientific(number: Decimal) -> str:
    mantissa, _, power = f"{number:.5E}".partition("E")
    return f"{_trimmed(mantissa)}E{power[0]}{power[1:]:0>2}"


def figure(number: Decimal, section: Section) -> str:
    """A number that is not negative, in a section with digits.

    >>> from parsers.formats.number_formats.codes import sections
    >>> [figure(Decimal("123456.789"), sections(code)[0]) for code in ("#,##0.0", '0!.0,"万"', "0.0E+00", "# ?/?")]
    ['123,456.8', '12.3万', '1.2E+05', '123456 4/5']
    """
    kinds = section.kinds()
    tokens = section.tokens
    number = _scaled(number, tokens)
    if Kind.EXPONENT in kinds:
        return _with_exponent(number, tokens)
    if Kind.SLASH in kinds and _is_fraction(tokens):
        return _as_fraction(number, tokens)
    whole, point, rest = _parts(tokens)
    places = sum(token.kind is Kind.DIGIT for token in rest)
    digits = f"{number.quantize(Decimal(1).scaleb(-places), context=_WIDE):f}"
    before, _, after = digits.partition(".")
    return _whole(before, whole, grouped=_grouped(tokens)) + point + _decimals(after, rest)


def _scaled(number: Decimal, tokens: Sequence[Token]) -> Decimal:
    percents = sum(token.kind is Kind.PERCENT for token in tokens)
    thousands = 0
    for index in _commas(tokens):
        if not _digit_follows(tokens, index):
            thousands += 1
    return number.scaleb(2 * percents - 3 * thousands)


def _commas(tokens: Sequence[Token]) -> list[int]:
    """Where commas stand that mean something: after a digit."""
    first = next((index for index, token in enumerate(tokens) if token.kind is Kind.DIGIT), len(tokens))
    return [index for index, token in enumerate(tokens) if token.kind is Kind.COMMA and index > first]


def _digit_follows(tokens: Sequence[Token], index: int) -> bool:
    for token in tokens[index:]:
        if token.kind is Kind.DIGIT:
            return True
        if token.kind in {Kind.POINT, Kind.EXPONENT}:
            return False
    return False


def _grouped(tokens: Sequence[Token]) -> bool:
    return any(_digit_follows(tokens, index) for index in _commas(tokens))


def _parts(tokens: Sequence[Token]) -> tuple[Sequence[Token], str, Sequence[Token]]:
    """What stands before the decimal point, the point, what stands after it."""
    for index, token in enumerate(tokens):
        if token.kind is Kind.POINT:
            return tokens[:index], ".", tokens[index + 1 :]
    return tokens, "", ()


def _shows(token: Token) -> str:
    return "" if token.kind is Kind.COMMA else token.text


def _whole(digits: str, tokens: Sequence[Token], *, grouped: bool) -> str:
    """Digits laid into their places from the right; the first place takes what is left."""
    left = digits.lstrip("0")
    placed = 0
    first = next((index for index, token in enumerate(tokens) if token.kind is Kind.DIGIT), -1)
    found: list[str] = []
    for index in range(len(tokens) - 1, -1, -1):
        token = tokens[index]
        if token.kind is not Kind.DIGIT:
            found.append(_shows(token))
            continue
        take = len(left) if index == first else min(len(left), 1)
        filling = {"0": "0", "?": " ", "#": ""}[token.text] if take == 0 else ""
        for character in reversed(left[len(left) - take :] or filling):
            if grouped and placed and placed % 3 == 0:
                found.append(",")
            found.append(character)
            placed += 1
        left = left[: len(left) - take]
    text = "".join(reversed(found))
    return left + text if first < 0 else text


def _decimals(digits: str, tokens: Sequence[Token]) -> str:
    found: list[str] = []
    at = 0
    for token in tokens:
        if token.kind is not Kind.DIGIT:
            found.append(_shows(token))
            continue
        if token.text == "0" or digits[at:].strip("0"):
            found.append(digits[at])
        elif token.text == "?":
            found.append(" ")
        at += 1
    return "".join(found)


def _with_exponent(number: Decimal, tokens: Sequence[Token]) -> str:
    split = next(index for index, token in enumerate(tokens) if token.kind is Kind.EXPONENT)
    mantissa, sign, power = tokens[:split], tokens[split].text[1], tokens[split + 1 :]
    whole, point, rest = _parts(mantissa)
    step = max(sum(token.kind is Kind.DIGIT for token in whole), 1)
    places = sum(token.kind is Kind.DIGIT for token in rest)
    exponent = number.adjusted() if number else 0
    exponent -= exponent % step
    quantum = Decimal(1).scaleb(-places)
    digits = number.scaleb(-exponent).quantize(quantum, context=_WIDE)
    if digits.adjusted() >= step:  # 9.99 rounded up to 10
        exponent += step
        digits = number.scaleb(-exponent).quantize(quantum, context=_WIDE)
    before, _, after = f"{digits:f}".partition(".")
    shown = _whole(before, whole, grouped=False) + point + _decimals(after, rest)
    marked = "-" if exponent < 0 else sign.replace("-", "")
    return f"{shown}E{marked}{_whole(str(abs(exponent)), power, grouped=False)}"


def _is_fraction(tokens: Sequence[Token]) -> bool:
    split = next(index for index, token in enumerate(tokens) if token.kind is Kind.SLASH)
    return any(token.kind is Kind.DIGIT for token in tokens[:split]) and bool(_denominator(tokens[split + 1 :]))


def _denominator(tokens: Sequence[Token]) -> str:
    """The places of a denominator, or the number that is given for it."""
    found = ""
    for token in tokens:
        if not (token.kind is Kind.DIGIT or token.text.isdecimal()):
            break
        found += token.text
    return found


def _as_fraction(number: Decimal, tokens: Sequence[Token]) -> str:
    split = next(index for index, token in enumerate(tokens) if token.kind is Kind.SLASH)
    below = _denominator(tokens[split + 1 :])
    above = split
    while above and tokens[above - 1].kind is Kind.DIGIT:
        above -= 1
    mixed = any(token.kind is Kind.DIGIT for token in tokens[:above])
    whole = int(number) if mixed else 0
    part = Fraction(number) - whole
    if below.isdecimal() and int(below):
        fraction = (round(part * int(below)), int(below))
    else:
        near = part.limit_denominator(10 ** len(below) - 1)
        fraction = (near.numerator, near.denominator)
    if mixed and fraction[0] == fraction[1]:
        whole, fraction = whole + 1, (0, fraction[1])
    before = _whole(str(whole), tokens[:above], grouped=False) if whole or not fraction[0] else ""
    after = "".join(token.text for token in tokens[split + 1 + len(below) :])
    if mixed and not fraction[0]:
        return (before.rstrip() or "0") + after
    return f"{before}{fraction[0]}/{fraction[1]}{after}"
