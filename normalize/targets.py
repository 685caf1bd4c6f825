"""Targets: the numbers and times of a value, cut into pieces, each typed with the words around it."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from normalize.clauses import Own, Typed, before, behind
from normalize.comparators import lead
from normalize.comparisons import compare
from normalize.contexts import NO_CONTEXT, SHARING, Context, read_context, same_name, verb_only
from normalize.each import Counted, is_period
from normalize.expectations import Expectation
from normalize.measured import Measured, Opaque, ends_apart
from normalize.models import changed, made
from normalize.numbers import exact
from normalize.patterns import deferred
from normalize.sites import Dated, Site, Unread, read_sites
from normalize.statements import sense_of, statement
from normalize.units import TIMES, read_unit
from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.target import Comparator, Comparison, Deadline, Target, Unparsed

SHARES = {"%", "倍", "番", "百分点"}


class Piece(NamedTuple):
    """A stretch of a value around one number or time: from `start` to `end`, with what counts it."""

    start: int
    end: int
    site: Measured | Dated | Counted | Unread
    counted: tuple[Counted, ...]
    either: bool


def read_targets(text: str, plain: str, beside: Expectation) -> tuple[tuple[Typed, ...], Literal["and", "or"] | None]:
    """The targets of a value (`plain` is its legible form, of the same length), and how they join.

    No target where it holds neither number nor time.
    """
    sites = read_sites(plain, beside.cues, beside.fiscal_year)
    pieces = _pieces(plain, sites)
    typed: list[Typed] = []
    either = any(piece.either for piece in pieces)
    for piece in pieces:
        read, joined = _typed(text, plain, piece, beside)
        typed.extend(read)
        either |= joined
    found = merged(text, typed) if len(typed) > 1 else typed
    if len(found) < 2:
        return tuple(found), None
    return tuple(found), "or" if either else "and"


def _pieces(plain: str, sites: tuple[Site, ...]) -> tuple[Piece, ...]:
    if len(sites) == 1 and not isinstance(sites[0], Opaque):
        only = sites[0]
        return (Piece(0, len(plain), only, (), either=False),)
    heads = list(_heads(plain, sites))
    opaque = _opaque(sites)
    pieces: list[Piece] = []
    start = 0
    for place, (site, counted) in enumerate(heads):
        end, either = len(plain), False
        if place + 1 < len(heads):
            following, its_counted = heads[place + 1]
            begin = min([following.start, *(part.start for part in its_counted)])
            end, either = _cut(plain, site.end, begin, opaque)
            if end == site.end and isinstance(site, Measured) and site.quantity.unit == "个":
                end = begin if _NOUN.fullmatch(plain, site.end, begin) else end
        pieces.append(Piece(start, end, site, counted, either))
        start = end
    return tuple(pieces)


def _heads(
    plain: str, sites: tuple[Site, ...]
) -> Iterator[tuple[Measured | Dated | Counted | Unread, tuple[Counted, ...]]]:
    """What each piece is built on; 每… belongs to the number after it in its clause, else it stands for once each."""
    waiting: list[Counted] = []
    for site in sites:
        match site:
            case Opaque():
                continue
            case Counted():
                if waiting and _BREAK.search(plain, waiting[-1].end, site.start):
                    yield waiting[-1], tuple(waiting[:-1])
                    waiting = []
                waiting.append(site)
            case _:
                if waiting and (isinstance(site, Dated) or _BREAK.search(plain, waiting[-1].end, site.start)):
                    yield waiting[-1], tuple(waiting[:-1])
                    waiting = []
                yield site, tuple(waiting)
                waiting = []
    if waiting:
        yield waiting[-1], tuple(waiting[:-1])


_NOUN = deferred(r"[\u4e00-\u9fff]{1,6}")
"""What 个 counts, where the next number follows at once: 12个乡镇85个行政村."""
_BREAK = deferred(r"[,;。\n]")
_WEAK = deferred(r"[、]|(?<![特一二三四五六甲乙丙丁上中下高初同优劣平])等|或者|或|以及|且|和(?!谐)|及(?!时|格)")
_EITHER = deferred(r"或者|或")


def _cut(plain: str, start: int, end: int, opaque: frozenset[int]) -> tuple[int, bool]:
    """Where one piece ends and the next begins, and whether either of them is enough."""
    gap = plain[start:end]
    either = bool(_EITHER.match(gap.lstrip(" ,;、"))) or gap.rstrip().endswith(("或", "或者"))
    strong = [match.end() for match in _BREAK.finditer(gap)]
    if strong:
        return start + strong[-1], either
    bracket = gap.find("(")
    if bracket >= 0 and ")" not in gap[bracket:]:
        return start + bracket, either
    weak = [match for match in _WEAK.finditer(gap) if start + match.start() not in opaque]
    if weak:
        last = weak[-1]
        return start + (last.end() if last[0] in "、等" else last.start()), either
    return start, either


def _opaque(sites: tuple[Site, ...]) -> frozenset[int]:
    """Every place inside words that hold digits and state no number, where nothing is cut."""
    return frozenset(at for site in sites if isinstance(site, Opaque) for at in range(site.start, site.end))


EDGES = " \t\n,，;；、。/"
"""What is no part of a piece at its ends."""


def _typed(text: str, plain: str, piece: Piece, beside: Expectation) -> tuple[list[Typed], bool]:
    """The targets of a piece, and whether 或 joins them."""
    said = text[piece.start : piece.end].strip(EDGES) if piece.end - piece.start < len(text) else text
    match piece.site:
        case Measured() as site:
            return _measured(said, text, plain, piece, site, beside)
        case Dated() as site:
            return [_deadline(said, plain, piece, site, beside)], False
        case Counted() as site:
            return [_once(said, piece, site)], False
        case Unread():
            grouped = _GROUPED.search(plain, piece.site.start, piece.site.end)
            odd = _odd(Code.GROUPING_ODD if grouped else Code.UNPARSED, said)
            return [Typed(made(Unparsed, {"text": said}), "unparsed", (odd,))], False


_GROUPED = deferred("[0-9],[0-9]")


def _odd(code: Code, said: str) -> Diagnostic:
    return made(Diagnostic, {"code": code, "args": {"text": said}})


_DASHES = " -—–－~～至到和与"
_FAR_BACK = 60
"""No further back is looked for what several numbers share."""


def _measured(
    said: str, text: str, plain: str, piece: Piece, site: Measured, beside: Expectation
) -> tuple[list[Typed], bool]:
    left, right = plain[piece.start : site.start], plain[site.end : piece.end]
    if piece.start and (shared := _shared(plain, piece.start, left, site)):
        left, site = shared
    elif piece.start and not left.strip(EDGES) and (sign := _going_on(plain, piece.start, site)):
        site = site._replace(lead=site.lead._replace(signs=(sign,)))
    ahead = before(text[piece.start : site.start], left) if left else Own("")
    after = behind(text[: piece.end], plain[: piece.end], site.end) if right else Own("")
    left, right = ahead.rest, after.rest
    per = None
    if piece.counted:
        begin = site.start - len(left)
        for counted in reversed(piece.counted):
            left = left[: max(0, counted.start - begin)] + left[max(0, counted.end - begin) :]
        per = "·".join(counted.per for counted in piece.counted) or None
    context = _context(site, left, right)
    typed = list(ahead.targets)
    for end in ends_apart(site):
        if end is not site:
            upper = end.start > site.start
            said = text[end.start : piece.end] if upper else text[piece.start : end.end].rstrip(_DASHES)
        comparison, draft = compare(said if end is site else said.strip(EDGES), end, context, per, beside)
        typed.append(Typed(comparison, draft.rule if end is site else "range", tuple(draft.diagnostics)))
    return [*typed, *after.targets], ahead.either or after.either


_EACH = deferred(rf"(?<={SHARING})(?P<said>[^0-9,;。]{{1,16}}?)\s*[0-9][^,;。]*$")
_LISTED = deferred(r"[、和及与\s]*")


def _shared(plain: str, start: int, left: str, site: Measured) -> tuple[str, Measured] | None:
    """What 分别 says of every number behind it, for one without own words: 分别增长10%、12%, 分别不少于3次、5次."""
    if site.lead.signs or not _LISTED.fullmatch(left):
        return None
    each = _EACH.search(plain, max(0, start - _FAR_BACK), start)
    if each is None:
        return None
    said = each["said"]
    sign = lead(said, 0, len(said))
    return said[: sign.start], site._replace(lead=sign._replace(start=site.start))


_COUNTED = r"[0-9]+(?:\.[0-9]+)?(?:[\u4e00-\u9fff]{1,4}|[%‰℃])"
_BOUNDED = deferred(rf"(?<![0-9.、]){_COUNTED}(?:、{_COUNTED}){{0,3}}[、,或]?$")


def _going_on(plain: str, start: int, site: Measured) -> Comparator | None:
    """The sign of a bound that a second measure of the same goes on: ≥120户、350人, 不少于5天40学时."""
    if site.lead.signs or site.tail.signs or site.upper or site.spread or site.rank or site.lead.approximate:
        return None
    bounded = _BOUNDED.search(plain, max(0, start - 40), start)
    if bounded is None or site.quantity.measure is None or site.start > start + 1:
        return None
    signs = lead(plain, max(0, bounded.start() - 8), bounded.start()).signs
    return signs[0] if len(signs) == 1 and signs[0] in {">=", "<=", ">", "<"} else None


def typed_number(said: str, site: Measured, left: str, right: str, beside: Expectation) -> Typed:
    """The target of a lone number, no range, with the words before (`left`) and behind (`right`) what belongs to it."""
    comparison, draft = compare(said, site, _context(site, left, right), None, beside)
    return Typed(comparison, draft.rule, tuple(draft.diagnostics))


def _context(site: Measured, left: str, right: str) -> Context:
    if not left and not right:
        return NO_CONTEXT
    measure = site.quantity.measure or (site.upper.measure if site.upper else None)
    context = read_context(
        left,
        right,
        share=measure is not None and measure.canonical in SHARES,
        timed=measure is not None and measure.dimension in TIMES,
        signed=any(sign != "=" for sign in site.lead.signs),
        level=site.lead.level,
    )
    if site.rank and context.subject and len(context.subject) < 3:
        return context._replace(subject=None)
    if site.lead.level and not context.toward and (began := _BEGAN.fullmatch(left)):
        return _climbing(context, began, site)
    return context


_BEGAN = deferred(r"\s*[由从]?(?P<basis>(?P<amount>[0-9]{1,12}(?:\.[0-9]{1,6})?)(?P<unit>[^0-9,;。()\s]{0,5}))\s*")
"""Where a change to a level starts, with no word of its direction: 98.5%→99%."""


def _climbing(context: Context, began: re.Match[str], site: Measured) -> Context:
    unit = read_unit(began["unit"], 0) if began["unit"] not in {"", site.quantity.unit} else None
    measure = site.quantity.measure
    if unit and (unit.unit is None or measure is None or unit.unit.canonical != measure.canonical):
        return context
    amount, level = exact(began["amount"]) * (unit or site.quantity).factor, site.quantity.amount
    if amount == level or (unit is None and began["unit"] not in {"", site.quantity.unit}):
        return context
    return context._replace(subject=None, basis=began["basis"], toward="increase" if amount < level else "decrease")


def _once(said: str, piece: Piece, site: Counted) -> Typed:
    """每季度 without a number is once a quarter; 每户 says only what something is counted by."""
    if not is_period(site.per):
        if any(character.isdigit() for character in said):
            return Typed(made(Unparsed, {"text": said}), "unparsed", (_odd(Code.UNPARSED, said),))
        return Typed(statement(said), f"statement:{sense_of(said).sense}")
    per = "·".join([*(counted.per for counted in piece.counted), site.per])
    one = {"comparator": "=", "explicit": False, "value": "1", "low": "1", "high": "1"}
    once = {"text": said, **one, "per": per, "unit_inferred": "次", "dimension": "count:次"}
    return Typed(made(Comparison, once), "once-each")


def _deadline(said: str, plain: str, piece: Piece, site: Dated, beside: Expectation) -> Typed:
    moment = site.moment
    signs = [*site.lead.signs] or ([beside.sign] if beside.sign else [])
    first, last = moment.first, moment.last
    if ">" in site.lead.signs or ">=" in site.lead.signs:
        last = None
    elif moment.bound == "before" or "<=" in signs or "<" in signs:
        first = None
    elif moment.bound == "after" or ">=" in signs or ">" in signs:
        last = None
    odd: list[Diagnostic] = []
    if moment.first is None and moment.recurrence is None:
        odd.append(_odd(Code.YEAR_UNKNOWN, said))
    if moment.vague:
        odd.append(_odd(Code.DEADLINE_VAGUE, said))
    left = plain[piece.start : site.start]
    subject = read_context(left, "", share=False, timed=False, signed=True).subject if left else None
    if subject and (same_name(subject, beside.name) or len(subject) < 2):
        subject = None
    target = made(
        Deadline,
        {
            "text": said,
            "subject": subject,
            "not_before": first,
            "not_after": last,
            "granularity": moment.granularity,
            "inferred": moment.inferred,
            "recurrence": moment.recurrence,
        },
    )
    return Typed(target, "recurring-deadline" if moment.recurrence else "deadline", tuple(odd))


def merged(text: str, typed: list[Typed]) -> list[Typed]:
    """Two bounds of one quantity make a range (80分以上，90分以下); a number written twice counts once."""
    found: list[Typed] = []
    for item in typed:
        joined = _joined(text, found[-1], item) if found else None
        if joined is None:
            found.append(item)
        elif _is_empty(joined.target):
            found[-1:] = [found[-1]._replace(rule="contradiction"), item._replace(rule="contradiction")]
        else:
            found[-1] = joined
    return _apart(found)


_OPENING = deferred("[\u4e00-\u9fff]{2,4}")
_CLOSING = deferred(r"[(（](?P<said>(?!不?含)[\u4e00-\u9fff]{1,12})[)）]$")


def _apart(found: list[Typed]) -> list[Typed]:
    """Targets in one unit that only words tell apart, each with its own: 新建3座、改建2座; 95%（城区）、90%（乡村）."""
    numbers = [item.target for item in found if isinstance(item.target, Comparison)]
    alike = len({target.unit for target in numbers}) == 1 and not any(target.subject for target in numbers)
    if len(numbers) < 2 or not alike:
        return found
    words = [word[0] if (word := _OPENING.match(target.text)) else "" for target in numbers]
    if not verb_only().issuperset(words):
        words = [word["said"] if (word := _CLOSING.search(target.text)) else "" for target in numbers]
    if not all(words) or len({*words}) < len(words):
        return found
    subjects = iter(words)
    return [
        item._replace(target=changed(item.target, {"subject": next(subjects)}))
        if isinstance(item.target, Comparison)
        else item
        for item in found
    ]


def _is_empty(target: Target) -> bool:
    """Whether no number lies between two bounds: ≥30 and ≤20 contradict each other and stay two targets."""
    match target:
        case Comparison(low=str(low), high=str(high)):
            return exact(low) > exact(high)
    return False


def _joined(text: str, one: Typed, other: Typed) -> Typed | None:
    match one.target, other.target:
        case Comparison() as first, Comparison() as second if second.subject is None or second.subject == first.subject:
            if (first.dimension, first.per, first.unit_canonical) != (
                second.dimension,
                second.per,
                second.unit_canonical,
            ):
                return None
            if first.low is not None and first.high is None and second.high is not None and second.low is None:
                return _between(text, one, other, first, second)
            if first.high is not None and first.low is None and second.low is not None and second.high is None:
                return _between(text, one, other, second, first)
            if first.text == second.text:
                odd = _odd(Code.VALUE_REPEATED, second.text)
                both = {"text": _as_written(text, first.text, second.text)}
                return Typed(changed(first, both), one.rule, (*one.diagnostics, odd))
    return None


def _as_written(text: str, first: str, second: str) -> str:
    """Two pieces of a value with what stands between them."""
    start = text.find(first)
    begin = text.find(second, start + len(first)) if start >= 0 else -1
    return text[start : begin + len(second)] if begin >= 0 else first + second


def _between(text: str, one: Typed, other: Typed, low: Comparison, high: Comparison) -> Typed:
    both = _as_written(text, one.target.text, other.target.text)
    upper = {"upper": high.value, "high": high.high, "high_open": high.high_open}
    bounds = changed(low, {"text": both, "comparator": "range", **upper})
    return Typed(bounds, "range", one.diagnostics + other.diagnostics)
