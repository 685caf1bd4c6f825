"""A typed target in the words of a person."""

from ingest.language import pick
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
    """What a target asks for, in canonical units.

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
    unit = target.unit_canonical or target.unit_inferred or target.unit
    if target.low is None and target.high is None and target.value is not None:
        unit = target.unit  # a number without bounds is as written, in the unit as written
    said = f"{_interval(target)} {unit}".rstrip()
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


def _change(target: Comparison, language: Language) -> str:
    if target.change is None:
        return ""
    zh, en = _CHANGES[target.change]
    return pick(language, zh=zh, en=en)


def _interval(target: Comparison) -> str:
    match target.low, target.high:
        case None, None:
            sign = {">=": "≥", "<=": "≤", "~": "≈"}.get(target.comparator, target.comparator)
            return f"{sign} {grouped(target.value)}" if target.value else sign
        case str(low), None:
            return f"{'>' if target.low_open else '≥'} {grouped(low)}"
        case None, str(high):
            return f"{'<' if target.high_open else '≤'} {grouped(high)}"
        case low, high if low == high:
            return f"= {grouped(low or '')}"
        case low, high:
            ends = grouped(low or ""), grouped(high or "")
            if not (target.low_open or target.high_open):
                return " – ".join(ends)
            return f"{'>' if target.low_open else '≥'} {ends[0]}, {'<' if target.high_open else '≤'} {ends[1]}"


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
