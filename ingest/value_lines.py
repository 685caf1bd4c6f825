"""Lines of values for `jixiao normalize`: value⇥unit⇥operator⇥name⇥fiscal_year, trailing columns optional."""

from normalize import Reading, parse_value
from schema.catalogue import Code
from schema.diagnostic import Diagnostic


def read_line(raw: bytes, number: int) -> Reading:
    """The reading of one line; what is wrong with the line is a diagnostic of its reading.

    >>> reading = read_line("≥231.5\\t万元\\n".encode(), 1)
    >>> reading.stated.value, reading.stated.unit, reading.targets[0].low
    ('≥231.5', '万元', '2315000')
    """
    odd: list[Diagnostic] = []
    try:
        text = raw.decode("utf-8-sig" if number == 1 else "utf-8")
    except UnicodeDecodeError:
        text = raw.decode("utf-8", "replace")
        odd.append(_unreadable(number, "UTF-8"))
    value, unit, operator, name, year, *rest = (*text.rstrip("\r\n").split("\t"), *[""] * 4)
    if len(rest) > 4 or (year and not _is_year(year)):
        odd.append(_unreadable(number, "value⇥unit⇥operator⇥name⇥fiscal_year"))
    reading = parse_value(
        value,
        unit=unit or None,
        operator=operator or None,
        name=name or None,
        fiscal_year=int(year) if _is_year(year) else None,
    )
    return reading._replace(diagnostics=(*odd, *reading.diagnostics))


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isascii() and text.isdecimal()


def _unreadable(number: int, reason: str) -> Diagnostic:
    return Diagnostic(code=Code.LINE_UNREADABLE, args={"line": str(number), "reason": reason})
