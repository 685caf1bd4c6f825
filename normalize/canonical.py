"""The one way to write a comparison: bounds in the canonical unit, so that it reads back as what it is."""

from normalize.patterns import deferred
from normalize.units import COUNTED, SHARES, unit_of
from schema.target import Comparator, Comparison

_GLYPHS: dict[Comparator, str] = {">=": "≥", "<=": "≤", ">": ">", "<": "<", "=": "="}
_WORDS: dict[Comparator, str] = {">=": "不低于", "<=": "不超过", ">": "超过", "<": "低于", "=": "等于"}
_CHANGES = {"increase": "增长", "decrease": "下降"}


_AMOUNT = deferred(r"[0-9.]+[^0-9年]*")
"""A level that a change starts from: 从60%提高20个百分点."""
_YEARS = deferred(r"(?:[近前]|过去)?(?:[0-9]+|[一二三四五])年")
"""Years whose mean is a basis: 不低于近三年平均水平."""
_MOMENT = deferred(r"(?:19|20)[0-9]{2}\.[0-9]")
"""A number that alone would be a month of a year."""


def canonical_text(said: Comparison) -> str:
    """A comparison as text that reads back to the same comparator, bounds, unit, denominator, change and basis.

    >>> from normalize import parse_value
    >>> [canonical_text(parse_value(text).targets[0]) for text in ("不少于3场", "0.16万元/亩", "80（含）-90分")]
    ['≥3场', '每亩=1600元', '80分~90分(不含)']
    """
    if said.value is None:
        return _relation(said)
    if said.comparator == "range" and (said.low is None or said.unit == "比" or _is_part_of_a_count(said)):
        return said.text
    number = _number(said)
    per = said.per or ""
    parts = [said.trigger or "", "" if not per or per.isascii() else "".join(f"每{part}" for part in per.split("·"))]
    number += f"/{per}" if per and per.isascii() else ""
    if said.change is not None and _AMOUNT.fullmatch(said.basis or ""):
        return f"从{said.basis}{'提高' if said.change == 'increase' else '降低'}{number.lstrip('≥≤')}"
    if said.change is not None:
        parts.append(f"较{said.basis}{_CHANGES[said.change]}" if said.basis else _CHANGES[said.change])
    elif said.basis is not None and any(character.isdigit() for character in said.basis):
        return f"{''.join(parts)}由{said.basis}{'提高到' if said.comparator == '>=' else '降低到'}{number.lstrip('≥≤')}"
    elif said.basis is not None and said.comparator in _WORDS:
        share = (said.unit_canonical or said.unit_inferred) in SHARES
        return f"{_WORDS[said.comparator]}{said.basis}{'的' if share else ''}{number.lstrip('≥≤<>=')}"
    return "".join(parts) + number


def _is_part_of_a_count(said: Comparison) -> bool:
    """Whether an end of a range is a fraction of what is counted, written so two numbers: 1504/15个."""
    return "/" in f"{said.low}{said.high}" and (said.dimension or "").startswith(COUNTED)


def _relation(said: Comparison) -> str:
    if said.change is not None:
        return "逐年增加" if said.change == "increase" else "逐年减少"
    mean = "平均水平" if _YEARS.fullmatch(said.basis or "") else ""
    return f"{_WORDS[said.comparator]}{said.basis}{mean}" if said.comparator in _WORDS else said.text


def _number(said: Comparison) -> str:
    if said.unit == "比" and said.comparator in _GLYPHS:
        return f"{_GLYPHS[said.comparator]}{_to_one(said.low or said.high or '0')}"
    if said.comparator == "~":
        return f"{'近' if said.high is not None else '约'}{_rough(said)}"
    unit = _unit(said)
    if said.comparator == "range":
        low = f"{said.low}{unit}{'(不含)' if said.low_open else ''}"
        return f"{low}~{said.high}{unit}{'(不含)' if said.high_open else ''}"
    bound = said.low if said.low is not None else said.high
    if not unit and _MOMENT.fullmatch(bound or ""):
        bound = f"{bound}0"
    return f"{_GLYPHS[said.comparator]}{bound}{unit}"


def _rough(said: Comparison) -> str:
    """A number that is only about so much, as it was written: the canonical unit would seem to know more."""
    if said.unit == "半":
        return "一半"
    number = said.value or "0"
    if said.unit == "比":
        return _to_one(number)
    parts = number.split("/")
    if said.unit == "分之" and len(parts) == 2:
        return f"{parts[1]}分之{parts[0]}"
    return f"{number}{'个' if said.unit == '季度' else ''}{said.unit}"


def _to_one(bound: str) -> str:
    """A ratio as one number to another, never like a time of day: 2.3:1, 1000:1300."""
    if "/" not in bound:
        return f"{bound}:1"
    left, right = bound.split("/")
    return f"{left}00:{right}00"


def _unit(said: Comparison) -> str:
    unit = said.unit_canonical or said.unit_inferred
    if unit is None:
        measure = unit_of(said.unit)[0]
        stated = measure is None and said.value in {said.low, said.high} and not any(map(str.isdigit, said.unit))
        return said.unit if stated else ""
    return {"月": "个月", "1/10万": "/10万"}.get(unit, unit)
