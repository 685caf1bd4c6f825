"""What the columns beside a value and the indicator's name say about it: sign, unit, kind of value."""

import re
from functools import cache
from typing import NamedTuple

from normalize.comparators import glyph_sign, lead, legible, stated_sign, tail
from normalize.contexts import Change
from normalize.patterns import deferred
from normalize.placeholders import is_nature
from normalize.quantities import Quantity, read_quantity
from normalize.remembered import kept
from normalize.text import fold
from normalize.units import NO_CUES, Cues
from normalize.vocabulary import vocabulary
from schema.target import Comparator


class Expectation(NamedTuple):
    """What stands beside a value; `unit` is the unit column as a quantity of one, `template` the one in the name."""

    name: str = ""
    level: str = ""
    sign: Comparator | None = None
    operator: str = ""
    nature: str = ""
    unit: Quantity | None = None
    unit_written: str = ""
    template_sign: Comparator | None = None
    template: Quantity | None = None
    change: Change | None = None
    fiscal_year: int | None = None
    cues: Cues = NO_CUES
    """What decides an ambiguous unit."""
    money_unit: str = ""
    """What the table says its amounts are in."""


_NO_UNIT = frozenset({"", "无", "/", "—", "-", "--", "空", "——", "\\", "*", "无单位"})
_SIGNED = deferred(r"(?P<sign>[≥≤<>=]{1,2})\s*")
"""An operator that strayed into the column of units: ≥%."""
_TEMPLATE = deferred(
    r"[(（]\s*(?:(?:计量)?单位\s*[:：]?\s*)?(?P<sign>[≥≤<>=]{0,2})\s*(?:[*×xX]{1,4}|(?<=[≥≤<>=])[0-9.]{1,12})?\s*(?P<unit>1?/(?:1?0|十)?万人?|[^()（）0-9*×]{0,8})\s*[)）]"
)


@kept(4096)
def expect(
    unit: str | None,
    operator: str | None,
    name: str | None,
    fiscal_year: int | None,
    level: str | None,
    money_unit: str | None = None,
) -> Expectation:
    """Read what stands beside a value.

    >>> beside = expect("%", "≥", "苗木成活率（≥**%）", 2024, "质量指标")
    >>> beside.sign, beside.unit.measure.canonical, beside.template_sign
    ('>=', '%', '>=')
    """
    name, level, operator = name or "", level or "", (operator or "").strip()
    cues = Cues(name, level)
    written = legible(unit or "").strip()
    if misplaced := _SIGNED.match(written):
        operator, written = operator or misplaced["sign"], written[misplaced.end() :]
    written = "" if fold(written) in _NO_UNIT else written.removeprefix("人民币") or written
    written, bound = _bound_apart(written, cues)
    sign, template = _template(legible(name), cues)
    nature = operator if is_nature(operator) else ""
    return Expectation(
        name, level, (stated_sign(operator) if operator and not nature else None) or bound, operator, nature,
        _as_unit(written, cues), written, sign, template, operator_change(operator) or _name_change(name), fiscal_year,
        Cues(name, level, bool(written)), money_unit or "",
    )  # fmt: skip


def _bound_apart(written: str, cues: Cues) -> tuple[str, Comparator | None]:
    """A unit without the word behind it that compares, and its sign: %以上, 小时内."""
    counted = f"1{written}"
    one = read_quantity(counted, 0, cues) if written and not written[0].isdecimal() else None
    if one is None or not one.unit or one.end == len(counted):
        return written, None
    behind = tail(counted, one.end, len(counted))
    return (counted[1 : one.end], behind.signs[0]) if behind.signs and behind.end == len(counted) else (written, None)


_POWER_OF_TEN = deferred("10*")


def _as_unit(written: str, cues: Cues) -> Quantity | None:
    """A unit alone, as a quantity of one; 10万元 counts by the 100,000, 5分钟 is no unit; None where it is unknown."""
    if not written:
        return None
    counted = "" if written[0].isdecimal() else "1"
    one = read_quantity(counted + written, 0, cues)
    if one is None or one.end != len(counted + written) or not (one.unit or one.per):
        return None
    if one.per and any(character.isdigit() for character in one.per) and one.measure is not None:
        return None
    if counted:
        return one
    power = _POWER_OF_TEN.fullmatch(one.number) and one.measure
    return one._replace(number="1", unit=written, factor=one.amount) if power else None


def _template(name: str, cues: Cues) -> tuple[Comparator | None, Quantity | None]:
    """The sign and unit that the form prints into a name: 成活率(≥**%), 在职职工人数(人)."""
    for found in _TEMPLATE.finditer(name):
        unit = _as_unit(found["unit"].strip(), cues)
        sign = glyph_sign(found["sign"])
        inside = len(name) - found.end() > 1 and not found["sign"]  # 项目（工程）验收合格率
        if (unit and not inside) or sign:
            return sign or _sign_in(name[: found.start()]), unit
    if said := _SAID.search(name):
        return stated_sign(said["sign"]), None
    return _sign_in(name), None


_SAID = deferred(r"[(（]\s*(?P<sign>[^()（）0-9]{2,6})\s*[)）]\s*$")
_LAST_SIGN = deferred(r"(?:[≥≤<>]=?|不[^0-9()]{2,3}|控制在|小于等于|大于等于|至少|至多)$")


def _sign_in(name: str) -> Comparator | None:
    """The sign that a name ends in: 投诉率不高于, 控制总成本≤."""
    last = _LAST_SIGN.search(name)
    read = lead(name, 0, len(name)) if last else None
    return read.signs[0] if read and read.signs and last and read.start <= last.start() else None


def operator_change(operator: str) -> Change | None:
    """The change that an operator column tells in the place of a sign.

    >>> operator_change("下降"), operator_change("≥")
    ('decrease', None)
    """
    changes = vocabulary("phrases")["changes"]
    return "increase" if operator in changes["increase"] else "decrease" if operator in changes["decrease"] else None


def _name_change(name: str) -> Change | None:
    nouns = vocabulary("phrases")["nouns"]
    bare = re.sub(r"[(（].*", "", name)
    if bare.endswith(tuple(nouns["increase"])):
        return "increase"
    return "decrease" if bare.endswith(tuple(nouns["decrease"])) else None


@cache
def _words(kind: str, key: str) -> tuple[str, ...]:
    return tuple(vocabulary("names")[kind][key])


@kept(4096)
def expects(name: str, kind: str) -> bool:
    """Whether a name expects a value of a kind: "rate", "money", "date", "moment", "lasting", "period".

    >>> expects("服务对象满意度", "rate"), expects("工作效率", "rate"), expects("发行产品规模", "money")
    (True, False, True)
    """
    bare = re.sub(r"\s*[(（][^()（）]*[)）]\s*$", "", name).rstrip("。 :：")
    if kind == "rate" and bare.endswith(_words("rate", "never")):
        return False
    if kind in {"moment", "date"} and any(word in bare for word in _words(kind, "never")):
        return False
    return bare.endswith(_words(kind, "ends")) or any(word in bare for word in _words(kind, "contains"))
