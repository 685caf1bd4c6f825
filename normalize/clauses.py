"""Clauses beside a number that state something of their own: ≥95%，持续提升; ≥5.6亿元且不低于上年; 无事故，100%."""

from collections.abc import Iterator
from typing import NamedTuple

from normalize.models import made
from normalize.patterns import deferred
from normalize.placeholders import is_zero, none_begins
from normalize.relations import read_relation
from normalize.remembered import kept
from normalize.statements import sense_of, statement
from schema.diagnostic import Diagnostic
from schema.target import Comparison, Target


class Typed(NamedTuple):
    """One target with the rule that read it and what was odd."""

    target: Target
    rule: str
    diagnostics: tuple[Diagnostic, ...] = ()


class Own(NamedTuple):
    """What the clauses on one side of a number state: what is left beside it, the targets, whether 或 joins them."""

    rest: str
    targets: tuple[Typed, ...] = ()
    either: bool = False


_AFTER = deferred(r"(?<=[,;。\n])")
_JOINT = deferred(r"\s*[,;。]?\s*(?P<word>并且|而且|同时|或者|且|并|或)")
_MARKS = " ,，;；。\n"


@kept(8_192)
def stated(text: str, plain: str) -> Typed | None:
    """What a clause states that no number belongs to: none may happen, a comparison with something named, a statement.

    None where it says nothing that can be told.

    >>> [stated(text, text).rule for text in ("无安全事故", "不低于上年", "持续提升")], stated("培训", "培训")
    (['zero-in-words', 'relation', 'statement:trend'], None)
    """
    if is_zero(text, ""):
        none = {"comparator": "=", "explicit": False, "value": "0", "low": "0", "high": "0"}
        return Typed(
            made(Comparison, {"text": text, "subject": text[none_begins(text) :] or None, **none}), "zero-in-words"
        )
    relation = read_relation(text, plain)
    if relation is not None:
        return Typed(relation, "relation")
    sense = sense_of(text)
    return None if sense.sense == "text" else Typed(statement(text), f"statement:{sense.sense}")


def behind(text: str, plain: str, at: int) -> Own:
    """What the clauses from a place on state, each parted by a mark or joined by 且 or 或 directly behind the number.

    >>> said = behind("≥98%或零投诉", "≥98%或零投诉", 4)
    >>> said.rest, said.either, [item.target.subject for item in said.targets]
    ('', True, ['投诉'])
    """
    rest = plain[at:]
    joint = _JOINT.match(plain, at)
    if joint is not None:
        first = _AFTER.split(plain[joint.end() :], maxsplit=1)[0]
        begin, end = joint.end(), joint.end() + len(first)
        own = stated(text[begin:end].strip(_MARKS), first.strip(_MARKS)) if "(" not in first else None
        if own is not None:
            more = tuple(_parted(text, plain, end, begin))
            return Own("", (own, *more), joint["word"].startswith("或"))
    return Own(rest, tuple(_parted(text, plain, at, at)))


def _parted(text: str, plain: str, at: int, number_ends: int) -> Iterator[Typed]:
    start = at
    for clause in _AFTER.split(plain[start:]):
        said = text[at : at + len(clause)].strip(_MARKS)
        if at > number_ends and said and "(" not in plain[start : at + len(clause)]:
            joined = _JOINT.match(said)
            said = said[joined.end() :] if joined else said
            own = stated(said, said) if said else None
            if own is not None:
                yield own
        at += len(clause)


_ENDED = deferred(
    r"(?P<clause>[^,;。\n()]+?)\s*(?P<mark>[,;。\n]|并且|而且|同时|或者|且(?=[≥≤<>\s]*$)|或(?=[≥≤<>\s]*$))\s*"
)


def before(text: str, plain: str) -> Own:
    """What whole clauses before a number state; a grade states nothing, since it may be what the number is for.

    >>> said = before("无安全事故，合格率", "无安全事故,合格率")
    >>> said.rest, [item.target.subject for item in said.targets]
    ('合格率', ['安全事故'])
    >>> before("优秀，", "优秀,").targets
    ()
    """
    targets: list[Typed] = []
    at, either = 0, False
    while ended := _ENDED.match(plain, at):
        own = stated(text[ended.start() : ended.end("clause")].strip(_MARKS), ended["clause"].strip(_MARKS))
        if own is None or own.rule not in _TOLD:
            break
        targets.append(own)
        at, either = ended.end(), ended["mark"].startswith("或")
    return Own(plain[at:], tuple(targets), either)


_TOLD = frozenset({"zero-in-words", "relation", "statement:trend"})
