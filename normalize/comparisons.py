"""Comparisons: a measured number, the words around it and the columns beside it become one typed target."""

from fractions import Fraction

from normalize.comparators import far_hedge
from normalize.contexts import Context, same_name
from normalize.denominators import canonical_per
from normalize.directions import direction
from normalize.draft import Draft
from normalize.expectations import Expectation, expects
from normalize.measured import Measured
from normalize.models import made
from normalize.numbers import ONE, exact, exact_text, scaled
from normalize.patterns import deferred
from normalize.quantities import Quantity, is_paired
from normalize.signs import FROM, TO, read_sign
from normalize.text import narrow
from normalize.units import SHARES, read_unit, unit_of
from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.target import Comparison


def compare(text: str, site: Measured, said: Context, per: str | None, beside: Expectation) -> tuple[Comparison, Draft]:
    """The comparison a measured number makes, with the draft that holds its diagnostics and the rule that read it."""
    draft = Draft(text)
    own = site.quantity.per or (site.upper and site.upper.per) or (site.spread and site.spread.per)
    draft.per = f"{per}·{own}" if per and own else per or own or None
    if draft.per is None:
        other = beside.unit or (None if site.quantity.unit else beside.template)
        draft.per = other and other.per
    elif beside.unit is not None and beside.unit.per:
        _check_per(draft, draft.per, beside.unit.per, "单位列")
    _unit(draft, site, said.subject, beside)
    _change(draft, said, beside)
    read_sign(draft, site, said, beside)
    _bounds(draft, site)
    _suspicions(draft, site, beside)
    return _comparison(draft, site, said, beside), draft


_SHARES_END = 100


def _is_tolerance(site: Measured) -> bool:
    """Whether a ± in percent is of a number without a unit that is no share itself: 5000±10%."""
    spread = site.spread
    share = spread is not None and spread.measure is not None and spread.measure.canonical == "%"
    return share and not site.quantity.unit and exact(site.quantity.number) > _SHARES_END


def _unit(draft: Draft, site: Measured, subject: str | None, beside: Expectation) -> None:
    """The unit: the value's own, else the column's, else the name's; a guess from the name is kept apart."""
    other_end = site.upper or (None if _is_tolerance(site) else site.spread)
    own = site.quantity.measure or (site.quantity.unit and not (other_end and other_end.measure))
    quantity = site.quantity if own or other_end is None else other_end
    draft.unit, draft.measure, draft.factor = quantity.unit, quantity.measure, quantity.factor
    if site.rank:
        draft.rule = "rank"
    placed = quantity.unit in {"位", "名"} and (subject or "").endswith(("排名", "位次", "名次"))
    placed = placed or (quantity.unit == "位" and _PLACES.search(draft.text) is not None)
    if placed or (site.rank and not (quantity.measure and quantity.measure.canonical == "%")):
        draft.measure, draft.factor = unit_of("名次")[0], ONE
        return
    other, place = (beside.unit, "单位列") if beside.unit else (beside.template, "名称")
    if quantity.measure is not None:
        _check_unit(draft, quantity, other, place)
    elif quantity.unit and quantity.factor == 1:
        if quantity.unit != "比":
            draft.odd(Code.UNIT_UNKNOWN, unit=quantity.unit)
    elif (
        other is not None and quantity.ratio and is_paired(other.measure)
    ):  # 2/3 beside 人次 are two numbers, or none of it
        draft.odd(Code.UNIT_CONFLICT, value=quantity.number, other=other.unit, place=place)
    elif other is not None:
        _stated_beside(draft, quantity, other)
        _check_template(draft, beside)
        if draft.measure is None and draft.factor != 1 and beside.name and expects(beside.name, "money"):
            _infer(draft, "元")
    elif beside.unit_written:
        draft.unit = draft.unit or beside.unit_written
        draft.odd(Code.UNIT_UNKNOWN, unit=beside.unit_written)
    else:
        _infer_unit(draft, site, quantity, beside)


_PLACES = deferred(
    r"(?:前进|前移|进位|晋[位升]|提升|上升|跃升|攀升)\s?[0-9.一二两三四五六七八九十]+位(?![\u4e00-\u9fff])"
)
"""Places gained in a ranking, no persons: 前进3位."""
_SCALE = deferred(r"[(（]\s?(?:满分|总分)|分制\s?[)）]")
"""What a score is out of: 4.5（满分5分）."""


def _check_unit(draft: Draft, quantity: Quantity, other: Quantity | None, place: str) -> None:
    if quantity.warns and quantity.measure:
        draft.odd(Code.UNIT_AMBIGUOUS, unit=quantity.unit, canonical=quantity.measure.canonical)
    if other is None or other.measure is None or quantity.measure is None:
        return
    if (other.measure.canonical, other.factor) != (quantity.measure.canonical, quantity.factor):
        draft.odd(Code.UNIT_CONFLICT, value=quantity.unit, other=other.unit, place=place)


def _stated_beside(draft: Draft, quantity: Quantity, other: Quantity) -> None:
    """A unit from the column or the name; a multiplier in the value (3亿) multiplies it, unless it repeats it."""
    draft.measure = other.measure
    if other.warns and other.measure:
        draft.odd(Code.UNIT_AMBIGUOUS, unit=other.unit, canonical=other.measure.canonical)
    if not quantity.unit:
        draft.unit, draft.factor = other.unit, other.factor
    elif other.measure is not None:
        draft.factor = quantity.factor * other.measure.factor
        if other.factor not in {other.measure.factor, draft.factor}:
            draft.odd(Code.UNIT_CONFLICT, value=quantity.unit, other=other.unit, place="单位列")


def _check_template(draft: Draft, beside: Expectation) -> None:
    """The column's unit against the name's: 米 beside 里程(公里) is a thousandth, 个 beside 数量(项) the same."""
    column, name = beside.unit, beside.template
    if column is None or name is None or column.measure is None or name.measure is None:
        return
    one, other = column.measure, name.measure
    fillers = one.dimension.startswith(_FILLERS) and other.dimension.startswith(_FILLERS)
    if (one.canonical, column.factor) != (other.canonical, name.factor) and not fillers:
        draft.odd(Code.UNIT_CONFLICT, value=column.unit, other=name.unit, place="名称")
    elif column.per and name.per:
        _check_per(draft, column.per, name.per, "名称")


_FILLERS = "count:"
"""How the dimensions of what is counted in one word or another begin: 个 beside 数量（项）."""


def _check_per(draft: Draft, own: str, other: str, place: str) -> None:
    """What a number is counted by against what the column or the name counts it by: 60元/亩 beside 元/户."""
    if canonical_per(own) != canonical_per(other):
        draft.odd(Code.UNIT_CONFLICT, value=f"/{own}", other=f"/{other}", place=place)


def _infer_unit(draft: Draft, site: Measured, quantity: Quantity, beside: Expectation) -> None:
    number, name = quantity.number, beside.name
    bare = not (quantity.unit or quantity.ratio)
    of_rate = bool(name) and expects(name, "rate")
    if bare and (_SCALE.search(draft.text) or _SCALE.search(name)):
        _infer(draft, "分")
    elif name and (quantity.unit or draft.per) and expects(name, "money") and not site.quantity.ratio:
        _infer(draft, "元")
    elif bare and of_rate and exact(number) > 1:
        _infer(draft, "%")
    elif bare and not of_rate and beside.money_unit and not draft.per and expects(name, "money"):
        _infer(draft, beside.money_unit)
    elif bare and not draft.per and number.strip("0."):
        draft.odd(Code.UNIT_MISSING)


def _infer(draft: Draft, unit: str) -> None:
    """Note a unit that the name suggests; it is told apart from a stated one."""
    read = read_unit(unit, 0)
    if read is None or read.unit is None:
        return
    draft.inferred, draft.measure = read.unit.canonical, read.unit
    if not draft.unit:
        draft.factor = read.factor
    draft.odd(Code.UNIT_INFERRED, unit=unit)


def _change(draft: Draft, said: Context, beside: Expectation) -> None:
    """Growth: said around the number, or by a name that is itself a growth (…增幅)."""
    draft.change, draft.basis = said.change, said.basis
    canonical = draft.measure.canonical if draft.measure else ""
    if draft.change is None and beside.change and canonical in SHARES:
        draft.change = beside.change
        if draft.basis is None:
            draft.basis = "上年"
            draft.odd(Code.BASIS_INFERRED, basis="上年")
    if draft.change or draft.basis:
        draft.rule = "growth" if draft.change else "ratio"
    if said.formula:
        draft.rule = "formula"
    elif draft.per:
        draft.rule = "frequency"


def _amount(draft: Draft, quantity: Quantity) -> str:
    """The number in the canonical unit; 倍 and 番 of growth are percentages (增长1倍 = +100%)."""
    if draft.measure and draft.measure.dimension == "multiple_doublings":
        times = min(max(int(exact(quantity.number)), 0), 64)
        draft.measure = unit_of("%")[0]
        draft.factor = ONE
        return str(100 * (2**times - 1))
    if draft.measure and draft.measure.canonical == "倍" and (draft.change or draft.basis in {"上年", "上期", "往年"}):
        percent = unit_of("%")[0]
        level, draft.change, draft.measure = draft.change is None, draft.change or "increase", percent
        return exact_text(100 * (exact(quantity.number) - level))
    return scaled(quantity.number, draft.factor)


def _bounds(draft: Draft, site: Measured) -> None:
    number = _amount(draft, site.quantity)
    if site.spread is not None:
        around = Fraction(0) if site.spread is site.quantity else exact(number)
        reach = _reach(draft, site.spread, around)
        if reach is None:
            draft.odd(Code.UNIT_CONFLICT, value=draft.unit, other=site.spread.unit, place="±")
            return
        draft.low, draft.high = exact_text(around - reach), exact_text(around + reach)
        return
    if site.upper is not None:
        _range_bounds(draft, site, site.upper)
        return
    if draft.sign in FROM:
        draft.low, draft.low_open = number, draft.sign == ">"
    if draft.sign in TO:
        draft.high, draft.high_open = number, draft.sign == "<"
    if draft.sign == "~" and site.lead.below:
        draft.high, draft.high_open = number, True


def _reach(draft: Draft, spread: Quantity, around: Fraction) -> Fraction | None:
    """How far a ± reaches in the canonical unit; a share reaches so much of the number. None where nothing converts."""
    reach = abs(exact(spread.number)) * (spread.factor if spread.unit else draft.factor)
    one = draft.measure.canonical if draft.measure else ""
    other = spread.measure.canonical if spread.measure else one
    if (not one and other != "%") or one == other or (one, other) == ("%", "百分点"):
        return reach
    return abs(around) * reach / 100 if other == "%" else None


def _range_bounds(draft: Draft, site: Measured, upper: Quantity) -> None:
    """A unit said once holds for both ends (3-5万元); its multiplier only where the lower end stays the lower."""
    lower = site.quantity
    draft.low_open, draft.high_open = site.low_open, site.high_open
    plain = draft.factor is ONE and upper.factor is ONE and lower.unit in {"", upper.unit}
    if plain and upper.number.isdigit() and lower.number.isdigit():
        ends = int(lower.number), int(upper.number)
        draft.low, draft.high = str(min(ends)), str(max(ends))
        return
    low, high = (exact(end.number) * _factor_of_end(draft, end) for end in (lower, upper))
    if not lower.unit and low > high and draft.measure:
        low = exact(lower.number) * draft.measure.factor
    if lower.unit and upper.unit and lower.unit != upper.unit:
        draft.unit = f"{lower.unit}-{upper.unit}"
    draft.low, draft.high = exact_text(min(low, high)), exact_text(max(low, high))


def _factor_of_end(draft: Draft, end: Quantity) -> Fraction:
    """What one of an end's unit is in the canonical one; a multiplier alone is of the unit beside it: 1万-2万亩."""
    if not end.unit:
        return draft.factor
    return end.factor * draft.measure.factor if end.measure is None and draft.measure else end.factor


_MISREAD = deferred(r"2[0-9]{2}(?:\.[0-9]+)?")


def _suspicions(draft: Draft, site: Measured, beside: Expectation) -> None:
    """Numbers that were probably written otherwise: noted, never changed."""
    if (
        not draft.unit
        and draft.inferred is None
        and beside.name
        and site.upper is None
        and not draft.basis
        and expects(beside.name, "rate")
        and 0 < exact(site.quantity.number) <= 1
    ):
        draft.odd(Code.PERCENT_AS_ONE, percent=scaled(site.quantity.number, Fraction(100)))
    percent = draft.measure is not None and draft.measure.canonical == "%"
    if percent and not site.quantity.unit and _is_share(draft, site, beside):
        draft.odd(Code.PERCENT_AS_ONE, percent=scaled(site.quantity.number, Fraction(100)))
    if (
        percent
        and not draft.explicit
        and draft.factor == 1
        and not draft.change
        and _MISREAD.fullmatch(site.quantity.number)
    ):
        draft.odd(Code.MISREAD_OPERATOR, rest=site.quantity.number.removeprefix("2") + draft.unit)


def _is_share(draft: Draft, site: Measured, beside: Expectation) -> bool:
    """Whether a number at most one, whose % stands in the column, may be a share: 0.95 for a rate better higher."""
    bound = draft.sign in FROM and site.upper is None and not draft.change and draft.inferred is None
    number = exact(site.quantity.number) if bound and draft.factor == 1 and beside.name else 0
    return 0 < number <= 1 and expects(beside.name, "rate") and direction(beside.name, None, None) == "higher"


# A letter that was lost, one of no font we know, a sign of mathematics that compares in no way we know; √ is a tick.
_UNREAD = deferred(r"(?!√)[\ufffd\ue000-\uf8ff?？∀-⋿⟀-⟯⦀-⧿⨀-⫿](?=\s*[0-9０-９])")


def _without_sign(draft: Draft, said: Context) -> str | None:
    """The subject without a sign that nobody could read, right before the number; its number is no = for certain."""
    subject = said.subject
    if subject is None or said.formula:
        return subject
    unread = next((sign for sign in _UNREAD.findall(draft.text) if subject.endswith(narrow(sign))), None)
    if unread is None:
        return subject
    if not draft.explicit:
        draft.diagnostics.append(made(Diagnostic, {"code": Code.OPERATOR_UNREADABLE, "args": {"operator": unread}}))
    return subject[:-1].rstrip() or None


def _comparison(draft: Draft, site: Measured, said: Context, beside: Expectation) -> Comparison:
    if said.formula and draft.measure is None:
        draft.odd(Code.FORMULA_UNIT_AMBIGUOUS)
    subject = _without_sign(draft, said)
    if subject is not None and not said.formula and same_name(subject, beside.name):
        subject = None
    hedge = (
        site.lead.hedge or site.tail.hedge or site.quantity.more.strip("+") or (far_hedge(subject) if subject else None)
    )
    canonical = draft.measure.canonical if draft.measure and draft.inferred is None else None
    return made(
        Comparison,
        {
            "kind": "comparison",
            "text": draft.text,
            "subject": subject,
            "comparator": draft.sign,
            "explicit": draft.explicit,
            "value": site.quantity.number,
            "upper": site.upper.number if site.upper else None,
            "unit": draft.unit,
            "unit_canonical": canonical,
            "dimension": draft.measure.dimension if draft.measure else None,
            "unit_inferred": draft.inferred,
            "low": draft.low,
            "high": draft.high,
            "low_open": draft.low_open,
            "high_open": draft.high_open,
            "per": draft.per,
            "basis": draft.basis,
            "change": draft.change,
            "hedge": hedge,
            "trigger": said.trigger,
        },
    )
