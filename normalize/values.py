"""A value as stated, with what stands beside it, becomes its Reading: typed targets and what was odd."""

from typing import Any, Literal, NamedTuple

from normalize.broken_words import with_words_whole
from normalize.clauses import Typed
from normalize.comparators import GLYPHS, legible, says_range, tail
from normalize.expectations import Expectation, expect, operator_change
from normalize.frames import Frames, Join, Read
from normalize.lone import read_lone
from normalize.measured import Measured, Opaque
from normalize.mistypes import Mistype, with_digits
from normalize.models import changed, made
from normalize.name_parts import with_subjects
from normalize.numbering import may_be_listed, without_item_numbers
from normalize.patterns import deferred
from normalize.placeholders import is_not_applicable, is_placeholder, is_zero
from normalize.quantities import read_quantity
from normalize.relations import read_relation
from normalize.remembered import forget_all, kept, remembered
from normalize.sites import Dated, Unread, read_sites
from normalize.statements import sense_of, statement
from normalize.targets import read_targets
from normalize.text import tidy
from normalize.units import NO_CUES, Cues
from normalize.wholes import CLAUSE_ENDS, blank, whole
from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.target import Target, Unparsed

LONGEST = 2_000
"""The most characters of a value that are searched for targets; a longer one is a text that strayed into the column."""


class Said(NamedTuple):
    """What was said: the value and what stood beside it, as written."""

    value: str
    unit: str | None = None
    operator: str | None = None
    name: str | None = None


class Reading(NamedTuple):
    """What was said and what it means; `rules` names, target by target, the rule that read it."""

    stated: Said
    targets: tuple[Target, ...]
    join: Literal["and", "or"] | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    rules: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The reading as plain data: stated, targets, join and diagnostics."""
        return {
            "stated": self.stated._asdict(),
            "targets": [target.model_dump() for target in self.targets],
            "join": self.join,
            "diagnostics": [
                {"code": str(odd.code), "args": dict(odd.args), "message": odd.message("zh"), "span": None}
                for odd in self.diagnostics
            ],
        }


def parse_value(
    text: str,
    *,
    unit: str | None = None,
    operator: str | None = None,
    name: str | None = None,
    fiscal_year: int | None = None,
    level: str | None = None,
    money_unit: str | None = None,
) -> Reading:
    """Read one indicator value, whatever it is; never raises.

    `unit` and `operator` are the columns beside it, `name` is the indicator's, `level` its canonical level 2 or 1; they
    decide what the value leaves open and never supply a number. `money_unit` is the one the table states for its
    amounts (单位：万元): a cost without a unit is inferred to be in it.

    >>> target, = parse_value("≤231.5万元").targets
    >>> target.comparator, target.value, target.unit, target.high, target.unit_canonical
    ('<=', '231.5', '万元', '2315000', '元')
    >>> [t.subject for t in parse_value("政策兑现受理量≥5000项，拨付金额≥8000万元").targets]
    ['政策兑现受理量', '拨付金额']
    """
    return _parsed(text, unit, operator, name, fiscal_year, level, money_unit)


@kept(8_192)
def _parsed(
    text: str,
    unit: str | None,
    operator: str | None,
    name: str | None,
    fiscal_year: int | None,
    level: str | None,
    money_unit: str | None,
) -> Reading:
    stated = Said(text, unit, operator, name)
    return Reading(stated, *_FRAMES.read(text, (unit, operator, name, fiscal_year, level, money_unit)))


_FRAMES = Frames(lambda text, beside: read_value(text, expect(*beside)))


def forget() -> None:
    """Forget every value read so far, every part of one and every frame learnt; what is read next is read anew."""
    forget_all()
    _FRAMES.clear()


def read_value(text: str, beside: Expectation) -> Read:
    """Read a value, with nothing remembered of other values but what stood beside their numbers."""
    lone = None if may_be_listed(text) else read_lone(text, beside)
    if lone is None:
        return read_in_full(text, beside)
    return _read(lone, "and" if len(lone) > 1 else None, [], beside)


def read_in_full(text: str, beside: Expectation) -> Read:
    """Read a value in full, whatever it is, with nothing remembered of other values."""
    tidied = tidy(text)
    tidied = with_words_whole(tidied) if len(tidied) <= LONGEST else tidied
    plain, mistyped = _plain(tidied, beside) if len(tidied) <= LONGEST else (legible(tidied), ())
    typed, join = _typed(tidied, plain, beside)
    odd = [
        made(Diagnostic, {"code": Code.LETTER_AS_DIGIT, "args": {"text": said.written, "read": said.read}})
        for said in mistyped
    ]
    return _read(typed, join, odd, beside)


def _plain(tidied: str, beside: Expectation) -> tuple[str, tuple[Mistype, ...]]:
    """The legible form of a value without the numbers of a list, and which letters in it were read as digits."""
    plain = legible(without_item_numbers(tidied))
    return with_digits(_with_units(plain) if "\n" in plain else plain, beside.cues)


_BROKEN = deferred(r"(?<=[0-9万亿])\n(?=[^0-9\n])")


def _with_units(plain: str) -> str:
    """A text with spaces in place of the breaks between a number and its unit, alone on the next line: 1600 | 元/人."""
    breaks = [
        found.start() for found in _BROKEN.finditer(plain) if is_unit(CLAUSE_ENDS.split(plain[found.end() :], 1)[0])
    ]
    return "".join(" " if at in breaks else letter for at, letter in enumerate(plain)) if breaks else plain


def is_unit(line: str) -> bool:
    """Whether a line is nothing but a unit, whose number stands in the line above.

    >>> is_unit("座"), is_unit("元/人·月"), is_unit("元以上"), is_unit("验收合格"), is_unit("2021年")
    (True, True, True, False, False)
    """
    read = None if any(map(str.isdigit, line)) else read_quantity(f"1{line}", 0, NO_CUES)
    if read is None or not (read.unit or read.per):
        return False
    return tail(f"1{line}", read.end, len(line) + 1).end == len(line) + 1


def _read(typed: tuple[Typed, ...], join: Join, more: list[Diagnostic], beside: Expectation) -> Read:
    if len(typed) == 1 and not more and not beside.operator:
        only = typed[0]
        return Read((only.target,), join, only.diagnostics, (only.rule,))
    typed = with_subjects(typed, beside.name) if beside.name else typed
    odd = [odd for item in typed for odd in item.diagnostics] + more
    if beside.operator:
        odd += _beside_odd(beside, typed)
    return Read(tuple([item.target for item in typed]), join, tuple(odd), tuple([item.rule for item in typed]))


def _typed(text: str, plain: str, beside: Expectation) -> tuple[tuple[Typed, ...], Literal["and", "or"] | None]:
    if len(text) > LONGEST:
        odd = Diagnostic(code=Code.VALUE_TOO_LONG, args={"length": str(len(text))})
        return (Typed(Unparsed(text=text) if _has_digits(text) else statement(text), "too-long", (odd,)),), None
    words = plain.strip(" ,;。、") or plain
    start = plain.find(words)  # behind the number of a list
    told = whole(text[start : start + len(words)], words, beside)
    if told is None:
        typed, join = read_targets(text, plain, beside)
        if typed:
            return typed, join
        told = _worded(text[start:], plain[start:])
    return (told._replace(target=changed(told.target, {"text": text})) if start else told,), None


def _has_digits(text: str) -> bool:
    return any(character.isdecimal() for character in text)


_FOREIGN = deferred(r"(?![0-9０-９])\d")
"""A digit of another script."""
_NATURE = deferred(r"\s*(?:定性|定量)\s*[:：]?\s*")


def _worded(text: str, plain: str) -> Typed:
    """A value without number and time: a comparison in words, a statement, or digits that nobody could read."""
    nature = _NATURE.match(plain)
    rest = text[nature.end() :] if nature else text
    if not rest:
        return blank(text, "placeholder")
    relation = read_relation(rest, legible(rest)) if nature else None
    if relation is not None:
        return Typed(changed(relation, {"text": text}), "relation")
    if _FOREIGN.search(text):
        odd_digits = made(Diagnostic, {"code": Code.UNPARSED, "args": {"text": text}})
        return Typed(made(Unparsed, {"text": text}), "unparsed", (odd_digits,))
    sense = sense_of(rest)
    odd = (Diagnostic(code=Code.SCALE_LISTED, args={"text": text}),) if sense.sense == "scale" else ()
    said = statement(rest)
    return Typed(said if rest == text else changed(said, {"text": text}), f"statement:{sense.sense}", odd)


def _beside_odd(beside: Expectation, typed: tuple[Typed, ...]) -> list[Diagnostic]:
    """What does not fit between the value and the columns beside it."""
    found: list[Diagnostic] = []
    ranged = says_range(beside.operator) and any(
        item.target.kind == "comparison" and item.target.comparator == "range" for item in typed
    )
    known = (
        beside.nature
        or operator_change(beside.operator)
        or beside.sign is not None
        or ranged
        or is_placeholder(beside.operator)
    )
    if beside.operator and not known:
        found.append(Diagnostic(code=Code.OPERATOR_UNREADABLE, args={"operator": beside.operator}))
    kinds = {item.target.kind for item in typed}
    worded, numeric = kinds == {"statement"}, bool(kinds & {"comparison"})
    if (beside.nature.startswith("定量") and worded) or (beside.nature == "定性" and numeric):
        args = {"nature": beside.nature, "text": typed[0].target.text}
        found.append(Diagnostic(code=Code.NATURE_MISMATCH, args=args))
    return found


@kept(8_192)
def reads_as_value(text: str) -> bool:
    """Whether a cell could be an indicator's value rather than its name; cheap.

    >>> [reads_as_value(cell) for cell in ("≥ 3亿", "9份", "2021年", "进一步提升", "—")]
    [True, True, True, True, True]
    >>> [reads_as_value(cell) for cell in ("举办论坛活动", "发行知识产权证券化产品规模", "2024年局机关信息化运维")]
    [False, False, False]
    """
    if len(text) > LONGEST:
        return False
    text = with_words_whole(tidy(text))
    if not text or is_placeholder(text) or is_not_applicable(text) or is_zero(text, ""):
        return True
    plain = legible(text)
    sites = [site for site in read_sites(plain, Cues(), None) if not isinstance(site, Opaque)]
    if not sites:
        return len(text) <= 16 and sense_of(text).sense != "text" and not _NAMELIKE.search(plain)
    first, last = sites[0], sites[-1]
    rest = plain[last.end :].strip(" 。.;；")
    signed = isinstance(first, Measured) and bool(first.lead.signs or first.tail.signs)
    begins = not plain[: first.start].strip(" (")
    if not begins or isinstance(first, Unread):
        return False
    return not rest or signed or (len(rest) <= 4 and not _NAMELIKE.search(rest))


_NAMELIKE = deferred(r"(?:率|度|数|量|指标|时间|情况|金额|成本|费|项目|程度|数量|能力|水平|工作)$")


@remembered
def split_trailing_value(text: str) -> tuple[str, str] | None:
    """A name cell that ends in its value, as (name, value); None where it holds no value of its own.

    >>> split_trailing_value("发行知识产权证券化产品数量 ≥1支")
    ('发行知识产权证券化产品数量', '≥1支')
    >>> split_trailing_value("苗木成活率（≥**%）"), split_trailing_value("新建水泥路1条")
    (None, None)
    """
    if len(text) > LONGEST:
        return None
    plain = legible(text)
    for place in _places(plain):
        name, value = text[:place].strip(), text[place:].strip()
        if (
            name
            and value
            and _ends_in_value(plain[place:].strip())
            and plain[:place].count("(") == plain[:place].count(")")
            and not _COUNTED.search(name)
        ):
            return name, value
    return None


_COUNTED = deferred(r"每\S{0,3}$")
"""How a name ends whose last words are the value's: 培训3期，每期."""


def _places(plain: str) -> list[int]:
    """Where a value may begin behind a name: at an operator, or behind a space."""
    glyphs = [m.start() for m in _GLYPH.finditer(plain)]
    spaces = [m.end() for m in _SPACE.finditer(plain)]
    return sorted({*glyphs, *spaces})[-8:]


_GLYPH, _SPACE = deferred(rf"(?<![{GLYPHS}])[{GLYPHS}]"), deferred(r"\s+(?=\S)")


def _ends_in_value(plain: str) -> bool:
    sites = read_sites(plain, Cues(), None)
    if len(sites) != 1:
        return False
    site = sites[0]
    whole = site.start == 0 and not plain[site.end :].strip(" 。")
    match site:
        case Measured():
            return whole and bool(site.lead.signs or site.tail.signs or site.quantity.measure)
        case Dated():
            return whole
        case _:
            return False
