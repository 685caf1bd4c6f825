"""Addresses: the whole state of a page stands in its own, so a link is the page with something changed."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from starlette.datastructures import URL, QueryParams

PASSING = ("lang", "theme")
"""Said once and remembered; a link does not say it again."""

Said = str | int | Sequence[str] | None


def address(path: str, **said: Said) -> str:
    """A path with a query; what is None or empty is left out, a list is said item by item.

    >>> address("/indicators", year=2024, department="交通局", level=None, column=["name", "value"])
    '/indicators?year=2024&department=%E4%BA%A4%E9%80%9A%E5%B1%80&column=name&column=value'
    """
    query = urlencode([pair for name, value in said.items() for pair in _pairs(name, value)])
    return f"{path}?{query}" if query else path


def changed(url: URL, **changes: Said) -> str:
    """The same page with some things said otherwise; None takes one away.

    >>> changed(URL("http://localhost/tables?year=2024&offset=50&lang=en"), offset=None, kind="monitor")
    '/tables?year=2024&kind=monitor'
    """
    said: dict[str, Said] = {}
    given = QueryParams(url.query)
    for name in given:
        if name not in PASSING:
            said[name] = given.getlist(name)
    return address(url.path, **{**said, **changes})


def _pairs(name: str, value: Said) -> list[tuple[str, str]]:
    match value:
        case None | "":
            return []
        case str() | int():
            return [(name, str(value))]
        case _:
            return [(name, one) for one in value if one != ""]


def whole(said: Mapping[str, str], name: str, default: int, most: int) -> int:
    """A whole number that an address says, within its bounds; what is none is the default.

    >>> whole({"limit": "900"}, "limit", 50, 200), whole({"limit": "x"}, "limit", 50, 200), whole({}, "offset", 0, 9)
    (200, 50, 0)
    """
    written = said.get(name, "")
    return min(int(written), most) if written.isascii() and written.isdigit() and len(written) < 10 else default
