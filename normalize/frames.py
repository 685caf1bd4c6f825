"""Frames: what surrounds the numbers of a value means the same for other numbers, so it is read once (≥…件)."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import accumulate
from typing import Any, Literal, NamedTuple

from normalize.asides import SAYS_AGAIN
from normalize.claims import beginnings, claim
from normalize.dates import month_length
from normalize.models import changed
from normalize.numbering import hides_numbers, may_be_listed
from normalize.numbers import exact, scaled
from normalize.patterns import deferred
from normalize.sites import NAMING
from normalize.standing import SIGNS, SLOT
from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.target import Comparison, Deadline, Target

Beside = tuple[str | None, str | None, str | None, int | None, str | None, str | None]
Join = Literal["and", "or"] | None
Key = tuple[Beside | str, ...]

_RUN = deferred(r"[0-9]+(?:\.[0-9]+)?")
_UNSURE = deferred(rf"(?:[0-9][%％]?[—–～~－-]|{SAYS_AGAIN})$")
"""What a number stands behind that may end a range, or be the amount before it once more."""
_DAY = deferred(r"([^0-9]{0,20})((?:19|20)[0-9]{2})年([0-9]{1,2})月([0-9]{1,2})日([^0-9]{0,20})")
_MISREAD = deferred(r"2[0-9]{2}(?![0-9])")
_TIME = deferred(r"[345][0-9]{4}|(?:1[0-2]|[1-9])\.[0-9]{1,2}|(?:19|20)[0-9]{4}|[1-9]|1[0-2]")
"""What may be a spreadsheet's day, a year and month, or a month, where nothing else is there."""

_NAMING = deferred(NAMING)
_NAMED = deferred(f"[0-9](?![年月日号时点分季]){NAMING}[0-9]")
"""Numbers that make a name of a character between them if they are small: 262室0.44厅 are two numbers, 2室1厅 none."""

_A_DAY = "2024年12月31日"
"""Marks the frame of a day; no part between numbers can hold digits."""

LONGEST = 120
"""Longer values are read in full each time."""

MOST = 16_384
"""The most frames that are remembered."""

TRIES = 3
"""How many values of one frame are tried that turn out not to hold for other numbers."""

PLAIN = frozenset(
    {
        "number", "frequency", "ratio", "growth", "formula", "range", "rank", "deadline",
        "recurring-deadline", "once-each",
        *(f"statement:{sense}" for sense in ("boolean", "grade", "scale", "trend", "rank", "reference", "text")),
    }
)  # fmt: skip
"""The rules that depend on a number only by its size."""

REPEATABLE = frozenset(
    {
        Code.UNIT_MISSING, Code.UNIT_INFERRED, Code.UNIT_UNKNOWN, Code.UNIT_AMBIGUOUS, Code.UNIT_CONFLICT,
        Code.BASIS_INFERRED, Code.OPERATOR_CONFLICT, Code.OPERATOR_WITH_RANGE, Code.OPERATOR_UNREADABLE,
        Code.NATURE_MISMATCH, Code.YEAR_UNKNOWN, Code.DEADLINE_VAGUE, Code.FORMULA_UNIT_AMBIGUOUS,
    }
)  # fmt: skip
"""What may be odd about a value whatever its numbers are."""


class Read(NamedTuple):
    """A value's targets, how they join, what was odd, and the rules that read them."""

    targets: tuple[Target, ...]
    join: Join
    diagnostics: tuple[Diagnostic, ...]
    rules: tuple[str, ...]


Full = Callable[[str, Beside], Read]
"""How a value is read in full."""


class _Words(NamedTuple):
    """A text with some of the numbers in it, which follow each other, taken out."""

    pattern: str
    first: int
    last: int

    def fill(self, numbers: tuple[str, ...]) -> str:
        return self.pattern % numbers[self.first : self.last]


class _Bound(NamedTuple):
    """A bound that is so many times one of the numbers."""

    field: Literal["low", "high"]
    place: int
    factor: Fraction
    times: int
    """The factor where it is a whole number, else 0."""

    def of(self, numbers: tuple[str, ...]) -> str:
        number, times = numbers[self.place], self.times
        if times and "." not in number:
            return number if times == 1 else str(int(number) * times)
        return scaled(number, self.factor)


class _Slot(NamedTuple):
    """A target with its numbers taken out: `value` and `upper` tell which of the value's numbers it takes.

    A `bare` number has no unit of its own, and may be a share if it is at most one; a `percent` without a sign may be
    a misread one; a range that `turns` may name its upper end first.
    """

    read: Target
    text: _Words
    value: int | None = None
    upper: int | None = None
    bounds: tuple[_Bound, ...] = ()
    bare: bool = False
    percent: bool = False
    turns: bool = False

    def stamp(self, numbers: tuple[str, ...], text: str | None = None) -> Target | None:
        """The target with other numbers in it, or None where one of them may mean something else."""
        fields: dict[str, Any] = {"text": self.text.fill(numbers) if text is None else text}
        if self.value is not None:
            number = fields["value"] = numbers[self.value]
            if (self.bare and _at_most_one(number)) or (self.percent and number[0] == "2" and _MISREAD.match(number)):
                return None
        for bound in self.bounds:
            fields[bound.field] = bound.of(numbers)
        if self.upper is not None:
            fields["upper"] = numbers[self.upper]
            if self.bare and _at_most_one(numbers[self.upper]):
                return None
            if float(fields["value"]) >= float(fields["upper"]):
                if not self.turns:
                    return None
                fields["low"], fields["high"] = fields["high"], fields["low"]
        return changed(self.read, fields)


class _Odd(NamedTuple):
    """A diagnostic with the numbers taken out of its words."""

    read: Diagnostic
    words: tuple[tuple[str, _Words], ...]

    def stamp(self, numbers: tuple[str, ...]) -> Diagnostic:
        if not self.words:
            return self.read
        return changed(self.read, {"args": {**self.read.args, **{key: said.fill(numbers) for key, said in self.words}}})


class _Frame(NamedTuple):
    slots: tuple[_Slot, ...]
    join: Join
    odd: tuple[_Odd, ...]
    rules: tuple[str, ...]
    whole: bool = False
    """Nothing but the number is there and signs, which may then be a time."""
    alone: bool = False
    """The one target there is reads all of the value."""
    fixed: frozenset[str] = frozenset()
    """The numbers that stay where they are, which another one may repeat."""
    starts: tuple[tuple[int, int], ...] = ()
    """Where a word may begin that goes on with a number, by part and place in it: 等保2.0, 每月15日."""

    def stamp(self, text: str, numbers: tuple[str, ...]) -> Read | None:
        """The reading of a value with other numbers, or None where one of them may mean something else."""
        if self.whole and _TIME.fullmatch(numbers[0]):
            return None
        if len(numbers) > 1 and len({*numbers}) < len(numbers):
            return None
        if self.fixed and not self.fixed.isdisjoint(numbers):
            return None
        whole = text if self.alone else None
        targets = []
        for slot in self.slots:
            target = slot.stamp(numbers, whole)
            if target is None:
                return None
            targets.append(target)
        odd = tuple([odd.stamp(numbers) for odd in self.odd]) if self.odd else ()
        return Read(tuple(targets), self.join, odd, self.rules)


class Frames:
    """The frames met so far, a bounded number of them.

    A number that stands by itself is taken out of a value; all else, other digits too, is the frame. Only readings by
    rules that hold for every number are learnt, from numbers that tell themselves apart; and only numbers that could
    not mean something else are stamped. So a stamped reading is what the full reading would be.
    """

    def __init__(self, full: Full) -> None:
        self._full = full
        self._frames: dict[Key, _Frame] = {}
        self._met: dict[Key, tuple[str, Read]] = {}
        """A value of each frame that was met once: its frame is made when another one comes."""
        self._tries: dict[Key, int] = {}

    def clear(self) -> None:
        """Forget every frame."""
        self._frames.clear()
        self._met.clear()
        self._tries.clear()

    def read(self, text: str, beside: Beside) -> Read:
        """The reading of a value: stamped if its frame is known, else full, and learnt from."""
        if len(text) > LONGEST or (may_be_listed(text) and hides_numbers(text)):
            return self._full(text, beside)
        parts = SLOT.split(text)
        if len(parts) == 1:
            return self._day(text, beside) if "日" in text else self._full(text, beside)
        key = (beside, *parts[::2])
        frame = self._frames.get(key)
        if frame is None:
            met = self._met.pop(key, None)
            frame = None if met is None else self._made(key, *met)
        if frame is not None:
            if frame.starts and _holds_number(text, parts, frame.starts):
                return self._full(text, beside)
            return frame.stamp(text, tuple(parts[1::2])) or self._full(text, beside)
        read = self._full(text, beside)
        if PLAIN.issuperset(read.rules) and self._tries.get(key, 0) < TRIES:
            if len(self._met) >= MOST:
                self._met.clear()
            self._met[key] = text, read
        return read

    def _made(self, key: Key, text: str, read: Read) -> _Frame | None:
        """The frame of a value met before, if it holds for other numbers."""
        parts = SLOT.split(text)
        frame = _frame(parts[::2], parts[1::2], read)
        if frame is not None:
            alone = len(frame.slots) == 1 and read.targets[0].text == text
            frame = frame._replace(alone=alone)
            self._remember(key, frame)
        elif len(self._tries) < MOST:
            self._tries[key] = self._tries.get(key, 0) + 1
        return frame

    def _day(self, text: str, beside: Beside) -> Read:
        """The reading of a value around a day, if there is one."""
        dated = _dated(text)
        if dated is None:
            return self._full(text, beside)
        key = (beside, _A_DAY, dated[0], dated[2])
        frame = self._frames.get(key)
        if frame is not None:
            day = changed(frame.slots[0].read, {"text": text, "not_after": dated[1]})
            return Read((day,), frame.join, (), frame.rules)
        read = self._full(text, beside)
        match read.targets:
            case (Deadline(text=said, not_before=None, not_after=last) as due,) if not read.diagnostics:
                if said == text and last == dated[1] and PLAIN.issuperset(read.rules):
                    self._remember(key, _Frame((_Slot(due, _Words("", 0, 0)),), read.join, (), read.rules))
        return read

    def _remember(self, key: Key, frame: _Frame) -> None:
        if len(self._frames) >= MOST:
            self._frames.clear()
        self._frames[key] = frame


def _frame(literals: list[str], numbers: list[str], read: Read) -> _Frame | None:
    """The frame of a reading; None where its numbers cannot be told apart or one is not plainly some target's value."""
    fixed = {run for part in literals for run in _RUN.findall(part)}
    if len({*numbers}) < len(numbers) or fixed & {*numbers} or any(_UNSURE.search(part) for part in literals):
        return None
    if not all(odd.code in REPEATABLE for odd in read.diagnostics):
        return None
    if _NAMED.search("1".join(literals)) or any(_NAMING.fullmatch(part) for part in literals[1:-1]):
        return None
    places = {number: place for place, number in enumerate(numbers)}
    slots = [_slot(target, places) for target in read.targets]
    odd = [_odd(diagnostic, places) for diagnostic in read.diagnostics]
    taken = sorted(place for slot in slots if slot for place in (slot.value, slot.upper) if place is not None)
    if taken != list(range(len(numbers))) or not all(slots) or not all(odd):
        return None
    whole = not "".join(literals).strip(SIGNS + " ")
    starts = tuple(
        (at, found.start()) for at, part in enumerate(literals[:-1]) for found in beginnings().finditer(part)
    )
    told, said = tuple(filter(None, slots)), tuple(filter(None, odd))
    return _Frame(told, read.join, said, read.rules, whole, fixed=frozenset(fixed), starts=starts)


def _holds_number(text: str, parts: list[str], starts: tuple[tuple[int, int], ...]) -> bool:
    """Whether a word of a value goes on with one of its numbers, or may where blanks part the two."""
    if _BLANK.search(text):
        return True
    begins = [0, *accumulate(map(len, parts))]
    claims = ((claim(text, begins[2 * part] + place), begins[2 * part + 1]) for part, place in starts)
    return any(said is not None and said.end > number for said, number in claims)


_BLANK = deferred(r"\s")


def _slot(read: Target, places: dict[str, int]) -> _Slot | None:
    text = _words(read.text, places)
    if text is None or any(
        _holds(word, places) for key, word in read.__dict__.items() if key not in _NUMBERED and word
    ):
        return None
    if not isinstance(read, Comparison) or read.value not in places:
        return _Slot(read, text) if not isinstance(read, Comparison) or read.upper not in places else None
    if read.unit in {"倍", "番"} and read.unit_canonical == "%":
        return None
    bounds = tuple(_bounds(read, places))
    factors = {bound.factor for bound in bounds}
    ranged = read.upper is not None
    if ranged != (len({bound.place for bound in bounds}) == 2) or len(factors) > 1:
        return None
    bare, percent = read.unit == "" or read.unit not in read.text, read.dimension == "percent" and not read.explicit
    turns = factors == {1} and not read.explicit
    upper = places.get(read.upper) if read.upper else None
    slot = _Slot(read, text, places[read.value], upper, bounds, bare, percent, turns)
    return slot if slot.stamp(tuple(places)) == read else None


def _bounds(read: Comparison, places: dict[str, int]) -> Iterator[_Bound]:
    """How the bounds follow from the numbers: the high one of a range from its upper, all others from the value."""
    value = read.value or ""
    if read.low is not None:
        yield _bound("low", places[value], exact(read.low) / exact(value))
    if read.high is not None:
        other = read.upper if read.upper in places else value
        yield _bound("high", places[other or value], exact(read.high) / exact(other or value))


def _bound(field: Literal["low", "high"], place: int, factor: Fraction) -> _Bound:
    return _Bound(field, place, factor, factor.numerator if factor.denominator == 1 else 0)


def _odd(read: Diagnostic, places: dict[str, int]) -> _Odd | None:
    words = [(key, _words(said, places)) for key, said in read.args.items()]
    if not all(said for _, said in words):
        return None
    return _Odd(read, tuple((key, said) for key, said in words if said and said.last))


_NUMBERED = {"text", "value", "upper", "low", "high"}
"""The fields of a target that may hold its number."""


def _holds(word: object, places: dict[str, int]) -> bool:
    return isinstance(word, str) and any(run in places for run in _RUN.findall(word))


def _words(text: str, places: dict[str, int]) -> _Words | None:
    """A text without the numbers in it; None where they do not follow each other there."""
    found = [places[run] for run in _RUN.findall(text) if run in places]
    if found != list(range(found[0], found[0] + len(found)) if found else ()):
        return None
    pattern = _RUN.sub(lambda run: "%s" if run[0] in places else run[0], text.replace("%", "%%"))
    return _Words(pattern, found[0], found[-1] + 1) if found else _Words(pattern, 0, 0)


def _at_most_one(number: str) -> bool:
    """Whether a number is at most one; a little more than one counts too."""
    return number[0] == "0" or number == "1" or number.startswith("1.0")


def _dated(text: str) -> tuple[str, str, str] | None:
    """A text around one full date, and the date; None where there is none or it does not exist."""
    match = _DAY.fullmatch(text)
    if match is None:
        return None
    before, year, month, day, behind = match.groups()
    if not 1 <= int(month) <= 12 or not 1 <= int(day) <= month_length(int(year), int(month)):
        return None
    return before, f"{year}-{month.rjust(2, '0')}-{day.rjust(2, '0')}", behind
