"""Letters that stand where digits belong (l00%, 2O个), as typists and scanners put them."""

from typing import NamedTuple

from normalize.comparators import GLYPHS
from normalize.patterns import deferred
from normalize.units import Cues, read_unit


class Mistype(NamedTuple):
    """Digits with letters among them as written, and as read."""

    written: str
    read: str


is_suspect = deferred("[OoIl][0-9.OoIl]|[0-9][OoIl]").search
"""Whether a legible text holds a letter beside a digit that might stand for one."""
_RUN = deferred(r"(?<![A-Za-z0-9.,+-])(?=[0-9OoIl.,]*[0-9])[0-9OoIl]+(?:[.,][0-9OoIl]+)*(?![A-Za-z0-9])")
_DIGITS = str.maketrans("OoIl", "0011")


def with_digits(plain: str, cues: Cues) -> tuple[str, tuple[Mistype, ...]]:
    """A legible text with digits for the letters that can only be meant as such, and what was read so; length is kept.

    They can be meant so where all else is a number's: digits beside them, no leading zero, and a sign before, a unit
    behind, or a decimal point within.

    >>> with_digits("≥l00%", Cues())
    ('≥100%', (Mistype(written='l00', read='100'),))
    >>> [with_digits(text, Cues())[1] for text in ("O2O平台", "5l水", "H2O", "≥100%")]
    [(), (), (), ()]
    """
    if not is_suspect(plain):
        return plain, ()
    found: list[Mistype] = []
    for run in _RUN.finditer(plain):
        read = run[0].translate(_DIGITS)
        if read != run[0] and _is_number(plain, run.start(), run.end(), read, cues):
            found.append(Mistype(run[0], read))
            plain = plain[: run.start()] + read + plain[run.end() :]
    return plain, tuple(found)


def _is_number(plain: str, start: int, end: int, read: str, cues: Cues) -> bool:
    if read.startswith("0") and not read.startswith("0."):
        return False
    unit = read_unit(plain, end, cues)
    if unit is not None and unit.unit is not None:
        return True
    litres = plain[end - 1] == "l"  # 5l may be litres
    return not litres and ("." in read or plain[:start].rstrip()[-1:] in tuple(GLYPHS))
