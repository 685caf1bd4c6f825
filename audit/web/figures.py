"""Numbers as a person reads them in a table."""

from decimal import Decimal

from ingest.spoken import grouped

WAN = 10_000
YI = 100_000_000


def grouped_number(number: float | str | None) -> str:
    """A number with its thousands set apart; a dash where there is none.

    >>> grouped_number(1234567), grouped_number("-1234.5"), grouped_number(None)
    ('1,234,567', '-1,234.5', '—')
    """
    if number is None:
        return "—"
    return grouped(number) if isinstance(number, str) else f"{number:,}"


def percent(share: float | None, digits: int = 1) -> str:
    """A share of one.

    >>> percent(0.5), percent(0.98765, 2), percent(None)
    ('50.0%', '98.77%', '—')
    """
    return "—" if share is None else f"{share:.{digits}%}"


def yuan(amount: str | float | None) -> str:
    """An amount in yuan, in 万元 as such tables have it; the digits are never rounded where they are exact.

    >>> yuan("4600000"), yuan("12345.67"), yuan(None), yuan("10000/3")
    ('460', '1.234567', '—', '0.3333')
    """
    if amount is None:
        return "—"
    if isinstance(amount, float):
        return f"{amount / WAN:,.2f}"
    if "/" in amount:
        over, under = amount.split("/")
        return f"{Decimal(over) / Decimal(under) / WAN:.4f}"
    exact = format((Decimal(amount) / WAN).normalize(), "f")
    return grouped(exact)
