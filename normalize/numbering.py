"""The numbers of a list in a value: 1.≥30场 over 2.12部 are thirty and twelve, not 2.12."""

import re

from normalize.patterns import deferred
from normalize.units import COUNTED, read_unit

_ITEM = deferred(r"(?:^|(?<=[\n;；]))[^\S\n]*(?P<number>[0-9０-９]{1,2})[^\S\n]*(?P<mark>[.．、])[^\S\n]*(?=\S)")
_WITHIN = deferred(r"(?<=[\u4e00-\u9fff%％])(?P<number>[2-9])(?P<mark>[、.．])(?=[\u4e00-\u9fff])")
_PARTS = deferred(r"[\n;；]")
_ALONE = deferred(
    r"[^\S\n]*[1-9][0-9]?(?:[.．][^\S\n]+(?=[≥≤<>=≧≦＞＜＝]|[0-9])|[.．](?=(?:19|20)[0-9]{2}年)|、(?=[\u4e00-\u9fff]))"
)
_DIGIT = deferred(r"[0-9０-９]")

may_be_listed = deferred(r"\s*[0-9０-９]{1,2}[^\S\n]*[.．、]").match
"""Whether a value may be a list by how it begins; of most values this is all that need be asked."""


def item_numbers(text: str, *, listed: bool = False) -> tuple[tuple[int, int], ...]:
    """Where the numbers of a list stand in a value, none where it is no list.

    They count its parts from 1 on, and something tells them from decimals: one has no digit behind it, has a mark that
    is no decimal point, or would make a part of a thing that is counted; there are three or more; or it is known to be
    a list (`listed`), since the names beside it are numbered alike.

    >>> item_numbers("1.≥30场\\n2.12部"), item_numbers("1.5万元\\n2.5万元"), item_numbers("1. 100%")
    (((0, 2), (7, 9)), (), ((0, 3),))
    >>> item_numbers("1.512个\\n2.260人"), item_numbers("1.5万元\\n2.5万元", listed=True)
    (((0, 2), (7, 9)), ((0, 2), (6, 8)))
    """
    found = list(_ITEM.finditer(text))
    if len(found) == 1 and (within := _within(text, found[0])):
        return within
    if len(found) < 2:
        alone = _ALONE.match(text)
        return ((alone.start(), alone.end()),) if alone else ()
    counted = [int(item["number"]) for item in found] == list(range(1, len(found) + 1))
    if not counted or sum(1 for part in _PARTS.split(text) if part.strip()) != len(found):
        return ()
    told = listed or len(found) > _DECIMALS or any(_told(text, item) for item in found)
    return tuple(item.span() for item in found) if told else ()


def _within(text: str, first: re.Match[str]) -> tuple[tuple[int, int], ...]:
    """The numbers of a list whose items are parted by nothing else: 1、会议12次2、调研6次3、报告2份."""
    found = [first, *_WITHIN.finditer(text, first.end())]
    alike = len({item["mark"] for item in found}) == 1 and first["mark"] == "、"
    counted = [int(item["number"]) for item in found] == list(range(1, len(found) + 1))
    return tuple(item.span() for item in found) if alike and counted and len(found) > 1 else ()


_DECIMALS = 2
"""How many decimals may begin with 1, 2 and so on by chance."""
_COUNT = deferred(r"[0-9]+")


def _told(text: str, item: re.Match[str]) -> bool:
    if item["mark"] != "." or not _DIGIT.match(text, item.end()):
        return True
    count = _COUNT.match(text, item.end())
    unit = read_unit(text, count.end()) if count else None
    return unit is not None and unit.unit is not None and unit.factor == 1 and unit.unit.dimension.startswith(COUNTED)


def hides_numbers(text: str) -> bool:
    """Whether a number of a list stands right before a value's own, so that the two look like one.

    >>> hides_numbers("1.≥30场\\n2.12部"), hides_numbers("1.≥30场\\n2.≥12部")
    (True, False)
    """
    return any(text[end].isdecimal() for _, end in item_numbers(text))


def without_item_numbers(text: str) -> str:
    """A text with spaces in place of the numbers of its list, so that its length is kept.

    >>> without_item_numbers("1、90%；2、80%"), without_item_numbers("1.5万元")
    ('  90%；  80%', '1.5万元')
    """
    for start, end in item_numbers(text) if may_be_listed(text) else ():
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text
