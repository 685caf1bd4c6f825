"""A typed target in the words of a person."""

from fractions import Fraction

from ingest.language import pick
from normalize.numbers import exact, exact_text
from normalize.units import MULTIPLIERS
from schema.diagnostic import Language
from schema.target import Blank, Comparison, Deadline, Statement, Target, Unparsed

_SENSES = {
    "boolean": ("是否", "yes or no"),
    "grade": ("等级", "grade"),
    "scale": ("程度", "scale"),
    "trend": ("趋势", "trend"),
    "rank": ("名次", "rank"),
    "reference": ("参照", "reference"),
    "text": ("文字", "words"),
}
_REASONS = {
    "placeholder": ("占位符", "placeholder"),
    "not_applicable": ("不适用", "not applicable"),
    "missing": ("未填", "not filled in"),
}
_CHANGES = {"increase": ("增加", "increase"), "decrease": ("减少", "decrease")}


def spoken(target: Target, language: Language) -> str:
    """What a target asks for, in canonical units, or where a person would not use those, in the unit as written.

    >>> cost = Comparison(text="≤231.5万元", comparator="<=", explicit=True, value="231.5", unit="万元",
    ...                   unit_canonical="元", dimension="money", high="2315000")
    >>> spoken(cost, "en"), spoken(Statement(text="有效提升", sense="trend"), "zh")
    ('≤ 2,315,000 元', '文字（趋势）')
    >>> spoken(Deadline(text="2024年12月31日前", not_after="2024-12-31", granularity="day"), "en")
    'by 2024-12-31'
    """
    said = _said(target, language)
    return f"{target.subject} {said}" if target.subject else said


def _said(target: Target, language: Language) -> str:
    match target:
        case Comparison():
            return _comparison(target, language)
        case Deadline():
            return _deadline(target, language)
        case Statement():
            return _statement(target, language)
        case Blank(reason=reason):
            zh, en = _REASONS[reason]
            return pick(language, zh=f"空（{zh}）", en=f"blank ({en})")
        case Unparsed():
            return pick(language, zh="未能识别，请核对原文", en="not understood; check the source")


def _statement(target: Statement, language: Language) -> str:
    truth = {True: ("：是", ": yes"), False: ("：否", ": no"), None: ("", "")}[target.truth]
    sense = _SENSES[target.sense]
    return pick(language, zh=f"文字（{sense[0]}{truth[0]}）", en=f"words ({sense[1]}{truth[1]})")


def grouped(exact: str) -> str:
    """An exact number with its thousands set apart.

    >>> grouped("2315000"), grouped("-1234.5"), grouped("2000/3")
    ('2,315,000', '-1,234.5', '2000/3')
    """
    if "/" in exact:
        return exact
    whole, point, rest = exact.partition(".")
    sign = "-" if whole.startswith("-") else ""
    return f"{sign}{int(whole.removeprefix('-')):,}{point}{rest}"


def _comparison(target: Comparison, language: Language) -> str:
    unit = target.unit_canonical or target.unit_inferred or _multiplied(target)
    if target.low is None and target.high is None and target.value is not None:
        unit = target.unit  # a number without bounds is as written, in the unit as written
    scale, unit = _in_use(target, unit)
    said = f"{_interval(target, scale)} {unit}".rstrip()
    if target.per:
        said += f"/{target.per}"
    remarks = [
        pick(language, zh="单位推定", en="unit inferred") if target.unit_inferred and not target.unit_canonical else "",
        _change(target, language),
        pick(language, zh=f"相对于{target.basis}", en=f"against {target.basis}") if target.basis else "",
        target.hedge or "",
        target.trigger or "",
    ]
    given = list(filter(None, remarks))
    return f"{said} ({', '.join(given)})" if given else said


def _multiplied(target: Comparison) -> str:
    """The unit as written without the multiplier that its bounds hold already: 3亿 is 300,000,000, not so many 亿."""
    bounds = {bound for bound in (target.low, target.high) if bound is not None}
    if not bounds or target.value in bounds:
        return target.unit
    words = [word for word in MULTIPLIERS if target.unit.startswith(word)]
    return target.unit.removeprefix(max(words, key=len, default=""))


_TIMES = (("天", 86_400), ("小时", 3_600), ("分钟", 60))
_HUGE = 10**9


def _in_use(target: Comparison, unit: str) -> tuple[Fraction, str]:
    """The unit that a person uses for a target, and what one of it is in the canonical one.

    That is the canonical one, but for hours kept in seconds, 亩 kept in thirds of square metres, bytes by the billion:
    those are said as they are written.
    """
    bounds = [exact(bound) for bound in (target.low, target.high) if bound is not None]
    awkward = target.dimension == "duration" or target.unit.endswith(("亩", "顷"))
    huge = target.dimension != "money" and any(abs(bound) >= _HUGE for bound in bounds)
    if not target.unit_canonical or not bounds or not (awkward or huge):
        return Fraction(1), unit
    numbers = [exact(number) for number in (target.value, target.upper) if number is not None]
    scale = bounds[0] / numbers[0] if numbers and numbers[0] else Fraction(1)
    if scale > 0 and target.unit and {bound / scale for bound in bounds} <= set(numbers):
        return scale, target.unit
    for name, seconds in _TIMES if target.dimension == "duration" else ():
        if all(bound % seconds == 0 for bound in bounds):
            return Fraction(seconds), name
    return Fraction(1), unit


def _change(target: Comparison, language: Language) -> str:
    if target.change is None:
        return ""
    zh, en = _CHANGES[target.change]
    return pick(language, zh=zh, en=en)


def _interval(target: Comparison, scale: Fraction) -> str:
    low, high = (None if bound is None else _scaled(bound, scale) for bound in (target.low, target.high))
    match low, high:
        case None, None:
            sign = {">=": "≥", "<=": "≤", "~": "≈"}.get(target.comparator, target.comparator)
            return f"{sign} {grouped(target.value)}" if target.value else sign
        case str(), None:
            return f"{'>' if target.low_open else '≥'} {low}"
        case None, str():
            return f"{'<' if target.high_open else '≤'} {high}"
        case _ if low == high:
            return f"= {low}"
        case _:
            if not (target.low_open or target.high_open):
                return f"{low} – {high}"
            return f"{'>' if target.low_open else '≥'} {low}, {'<' if target.high_open else '≤'} {high}"


def _scaled(bound: str, scale: Fraction) -> str:
    return grouped(bound if scale == 1 else exact_text(exact(bound) / scale))


def _deadline(target: Deadline, language: Language) -> str:
    if target.recurrence:
        return pick(language, zh=f"每{target.recurrence}", en=f"every {target.recurrence}")
    year = pick(language, zh="（年份推定）", en=" (year inferred)") if target.inferred else ""
    return _days(target, language) + year


def _days(target: Deadline, language: Language) -> str:
    match target.not_before, target.not_after:
        case None, None:
            return target.text
        case None, str(last):
            return pick(language, zh=f"不晚于 {last}", en=f"by {last}")
        case str(first), None:
            return pick(language, zh=f"不早于 {first}", en=f"from {first}")
        case first, last:
            return f"{first} – {last}"
