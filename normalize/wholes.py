"""Values that are one thing from end to end: nothing, zero in words, a comparison in words, a bare time."""

from typing import Literal

from normalize.clauses import Typed
from normalize.comparators import GLYPHS, legible
from normalize.denominators import read_denominators
from normalize.expectations import Expectation
from normalize.measured import Opaque
from normalize.models import made
from normalize.patterns import deferred
from normalize.placeholders import is_nature, is_not_applicable, is_placeholder, is_zero
from normalize.quantities import is_paired
from normalize.relations import read_relation
from normalize.sites import read_sites
from normalize.statements import sense_of
from normalize.units import read_unit
from normalize.whole_times import whole_time
from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.target import Blank, Comparison, Unparsed


def whole(text: str, plain: str, beside: Expectation) -> Typed | None:
    """What a tidy text says that is one thing from end to end (`plain` is its legible form), or None.

    >>> whole("——", "--", Expectation()).rule, whole("零事故", "零事故", Expectation()).rule
    ('placeholder', 'zero-in-words')
    >>> whole("3", "3", Expectation()) is None
    True
    """
    unfilled = None if _FILLED.match(plain) else _unfilled(text, plain, beside)
    if unfilled is not None:
        return unfilled
    if is_zero(text, beside.name):
        return Typed(_zero(text, beside), "zero-in-words")
    if beside.unit is not None and _FRACTION.fullmatch(plain) and is_paired(beside.unit.measure):
        odd = made(Diagnostic, {"code": Code.UNPARSED, "args": {"text": text}})
        return Typed(made(Unparsed, {"text": text}), "unparsed", (odd,))
    relation = read_relation(text, plain)
    if relation is not None and not _counts_before(relation.subject or "", beside):
        return Typed(relation, "relation")
    return whole_time(text, plain, beside)


_FRACTION = deferred(r"[≥≤<>=]*[0-9]{1,9}(?:\.[0-9]{1,6})?/[0-9]{1,9}(?:\.[0-9]{1,6})?")
CLAUSE_ENDS = deferred(r"[,，;；。、\n]|[且并或和及与]$")
"""Where a clause ends and another one begins."""


def _counts_before(subject: str, beside: Expectation) -> bool:
    """Whether what a relation seems to be about is a clause with a number of its own: 三例，不低于计划数."""
    if not CLAUSE_ENDS.search(subject):
        return False
    return any(not isinstance(site, Opaque) for site in read_sites(legible(subject), beside.cues, beside.fiscal_year))


_FILLED = deferred(r"[≥≤<>=]*(?!1/|20[*×xX_])[0-9]")
"""How a value begins that is neither blank nor a word."""


def _unfilled(text: str, plain: str, beside: Expectation) -> Typed | None:
    """Nothing, a word of another column, not applicable, or what the empty form prints."""
    dash = beside.operator == "不适用"
    if not text:
        return blank(text, "not_applicable" if dash else "missing")
    if is_not_applicable(text):
        return None if is_zero(text, beside.name) else blank(text, "not_applicable")
    if is_nature(text):
        odd = Diagnostic(code=Code.COLUMN_SHIFT, args={"text": text})
        return blank(text, "placeholder")._replace(diagnostics=(odd,))
    if is_placeholder(text):
        return blank(text, "not_applicable" if dash else "placeholder")
    return blank(text, "placeholder") if _never_filled(plain, beside) else None


def blank(text: str, reason: Literal["placeholder", "not_applicable", "missing"]) -> Typed:
    """The target of a value that states nothing, for a reason."""
    return Typed(made(Blank, {"text": text, "reason": reason}), reason)


def _zero(text: str, beside: Expectation) -> Comparison:
    unit = beside.unit or beside.template
    measure = unit.measure if unit else None
    zero = {
        "comparator": "=",
        "explicit": False,
        "value": "0",
        "low": "0",
        "high": "0",
        "unit": unit.unit if unit else "",
    }
    known = {"unit_canonical": measure.canonical, "dimension": measure.dimension} if measure else {}
    return made(Comparison, {"text": text, **zero, **known})


def _never_filled(plain: str, beside: Expectation) -> bool:
    """An operator or a unit that the form prints, without a number (≧ %, 公里)."""
    bare = plain.strip(f" {GLYPHS}")
    if not bare:
        return True
    if bare[0].isdecimal() and not bare.startswith("1/"):  # 1/10万 is a unit; no other begins with a digit
        return False
    if bare[0] in "零一二两三四五六七八九十百" and not bare.startswith("百分"):
        return False
    unit = None if len(bare) > 12 else read_unit(bare, 0, beside.cues)
    end = read_denominators(bare, unit.end)[1] if unit else 0
    if unit is None or end != len(bare) or sense_of(bare).sense != "text" or _MAGNITUDE.search(bare):
        return False
    return bare != plain or len(bare) == 1 or (unit.unit is not None and not unit.unit.dimension.startswith("count:"))


_MAGNITUDE = deferred(r"[百千万亿]级$|[^个人户次天间]数$")
"""What names a size or a number stated elsewhere (万亿级, ≤编制数); the counts of forms are of one character (人数)."""
