"""Numbers in Chinese numerals, as the formats [DBNum1] and [DBNum2] show them."""

_DIGITS = ("", "〇一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖")
_PLACES = ("", ("", "十", "百", "千"), ("", "拾", "佰", "仟"))
_GROUPS = ("", "万", "亿", "万亿")
_LARGEST = 10**16


def digit_by_digit(digits: str, style: int = 1) -> str:
    """Digits one by one, as years are written.

    >>> digit_by_digit("2024")
    '二〇二四'
    """
    return "".join(_DIGITS[style][int(digit)] if "0" <= digit <= "9" else digit for digit in digits)


def numeral(number: int, style: int) -> str:
    """A whole number as a numeral: 1 for 一百二十, 2 for 壹佰贰拾; digit by digit where it is too large for that.

    >>> numeral(12, 1), numeral(20305, 1), numeral(12, 2), numeral(0, 1), numeral(100000000, 2)
    ('一十二', '二万〇三百〇五', '壹拾贰', '〇', '壹亿')
    """
    if not number or number >= _LARGEST:
        return digit_by_digit(str(number), style)
    zero = _DIGITS[style][0]
    found, gap = "", False
    for group in range(3, -1, -1):
        part = number // 10_000**group % 10_000
        if not part:
            gap = gap or bool(found)
            continue
        digits = f"{part:04}"
        for place, digit in enumerate(digits):
            if digit == "0":
                gap = gap or bool(found)
                continue
            found += (zero if gap else "") + _DIGITS[style][int(digit)] + _PLACES[style][3 - place]
            gap = False
        found += _GROUPS[group]
        gap = False
    return found
