"""The sign of a comparison: said by the value, the column beside it or the name, or implied; turned round for ranks."""

from functools import cache

from normalize.contexts import Context
from normalize.draft import Draft
from normalize.expectations import Expectation, expects
from normalize.measured import Measured
from normalize.numbers import HAN
from normalize.patterns import deferred
from normalize.text import narrow
from normalize.vocabulary import vocabulary
from schema.catalogue import Code
from schema.target import Comparator

UP, FROM, TO = {">=", ">"}, {">=", ">", "="}, {"<=", "<", "="}
"""The signs that say more is better, and those that set a lower and an upper bound."""


def read_sign(draft: Draft, site: Measured, said: Context, beside: Expectation) -> None:
    """Settle the comparator: the value's own (the nearest to the number first), else the column's, else the name's."""
    signs = site.lead.signs + site.tail.signs or ((said.sign,) if said.sign else ())
    own = signs[0] if signs else None
    if len(signs) > 1:
        strong = [sign for sign in signs if sign != "="]
        own = strong[0] if strong else own
        for other in strong[1:]:
            if (other in UP) != (strong[0] in UP):
                draft.odd(Code.OPERATOR_CONFLICT, one=strong[0], other=other)
    stated = beside.sign or beside.template_sign
    softened = site.lead.approximate or site.tail.approximate
    if own is not None and (own := _meant(own, draft, said, beside, softened=softened)) is not None:
        draft.sign, draft.explicit = own, True
        if stated is not None and own not in {stated, "="}:
            draft.odd(Code.OPERATOR_CONFLICT, one=own, other=stated)
    elif softened or site.quantity.more:
        _rough(draft, site, stated, softened=softened)
    elif stated is not None:
        draft.sign, draft.explicit = stated, stated != "~"
        if beside.template_sign not in {None, "=", stated} and stated != "=":
            draft.odd(Code.OPERATOR_CONFLICT, one=stated, other=str(beside.template_sign))
    else:
        draft.sign = _implied(site, said, draft.text)
    _turn(draft, site, said, beside)
    if site.upper or site.spread:
        _range_sign(draft, site, beside)


def _rough(draft: Draft, site: Measured, stated: Comparator | None, *, softened: bool) -> None:
    """About so much, or more or less of it: 约5人, 20余场."""
    draft.sign = "~" if softened else _MORE[site.quantity.more]
    draft.explicit = draft.sign == ">="
    if draft.sign in UP and stated in {"<=", "<"}:
        draft.odd(Code.OPERATOR_CONFLICT, one=str(draft.sign), other=str(stated))


def _meant(own: Comparator, draft: Draft, said: Context, beside: Expectation, *, softened: bool) -> Comparator | None:
    """What a word means that says something else of some things: 优于0.5米 of a resolution, 稳定在25万头左右."""
    if own == ">" and "优于" in draft.text and _is_finer(said, beside):
        return "<"
    return None if own == "=" and softened and "=" not in draft.text else own


def _turn(draft: Draft, site: Measured, said: Context, beside: Expectation) -> None:
    """Turn a sign round that is said of what the number only stands for."""
    if draft.sign in _TURNED and (
        _is_rank(draft, site, said, beside)
        or (site.quantity.ratio and is_of_second(draft.text, said.subject, beside.name))
    ):
        draft.odd(Code.SIGN_TURNED, one=str(draft.sign), other=str(_TURNED[draft.sign]))
        draft.sign = _TURNED[draft.sign]


_TURNED: dict[Comparator | None, Comparator] = {">=": "<=", ">": "<", "<=": ">=", "<": ">"}


@cache
def _turning(key: str) -> tuple[str, ...]:
    return tuple(vocabulary("phrases")["turned"][key])


def _is_rank(draft: Draft, site: Measured, said: Context, beside: Expectation) -> bool:
    """Whether at least the fifth is meant, which is a smaller number: 不低于第5名, but not 前进3位以上."""
    if draft.sign not in FROM or draft.measure is None or draft.measure.dimension != "rank":
        return False
    named = any(name.endswith(_turning("ranks")) for name in (said.subject, beside.name) if name)
    if not (site.rank or named):
        return False
    gained = any(word in draft.text or word in beside.name for word in _turning("gained"))
    return not (said.change or said.toward or gained)


def _is_finer(said: Context, beside: Expectation) -> bool:
    """Whether better than so much is less of it: 分辨率优于0.5米."""
    return any(word in name for name in (said.subject, beside.name) if name for word in _turning("finer"))


_TO_ONE = deferred(r"(?<![0-9.])1\s?[:：比]\s?[0-9]")


def is_of_second(text: str, *names: str | None) -> bool:
    """Whether a sign before 1:5 is that of the 5, since a name asks how much one brings about.

    >>> is_of_second("≥1:5", "撬动社会资本比例"), is_of_second("≥1:18", "师生比"), is_of_second("≥5", "床护比")
    (True, False, False)
    """
    return _TO_ONE.search(narrow(text)) is not None and any(expects(name, "second") for name in names if name)


_MORE: dict[str, Comparator] = {"余": ">", "来": "~", "+": ">="}


_CLIMBS = deferred(r"(?:提[升高]|上升|攀升|跃升|前进|晋升|进|升)[到至为]")
"""A rank to climb to: 由第5名提升到第3名."""


_AHEAD = deferred(r"提前\s?(?:[0-9０-９]|" + HAN + ")")
"""Ahead of time by so much or more: 提前10天完成."""


def _implied(site: Measured, said: Context, text: str) -> Comparator:
    """The comparator that words imply without saying it; a bare number is =."""
    if _AHEAD.search(text):
        return ">="
    if site.rank:
        return "<=" if "前" in text or _CLIMBS.search(text) else "="
    if said.change or said.toward == "increase":
        return ">="
    return "<=" if said.within or said.toward == "decrease" else "="


def _range_sign(draft: Draft, site: Measured, beside: Expectation) -> None:
    own = site.lead.signs[0] if site.lead.signs else beside.sign
    if own not in {None, "="} and site.upper:
        draft.odd(Code.OPERATOR_WITH_RANGE)
    draft.sign, draft.rule = "range", "plus-minus" if site.spread else "range"
