"""What a number is counted by: 元/亩, 元/人·月, 每人每天, and the one way to write each."""

import re
from functools import cache

from normalize.numbers import HAN, chinese, exact_text
from normalize.patterns import deferred
from normalize.remembered import remembered
from normalize.units import TIMES, counters, measures, read_unit
from normalize.vocabulary import vocabulary

_DENOMINATOR = deferred(
    r"\s*(?P<joint>/|每|[·*.](?=[^0-9])|、(?=[年月日天](?![^\s)])))\s*每?(?:[0-9]{1,2}(?=[年月周天日季个])|(?<=/)[0-9]{1,6}(?=[户床村亩]|公里|(?:h|mL)(?![A-Za-z])))?"
)
_BRACKETED = deferred(r"\s*/\s*\((?P<inside>[^()0-9]{1,12})\)")
_OF_MONEY = deferred(r"(?<=元)·(?=[\u4e00-\u9fff]{1,3}/)")
"""元·人/月 is written for 元/人·月."""
_JOINTS = frozenset("/每·*.、")
_WORD = deferred(r"(?!计划|目标|应)[\u4e00-\u9fff]{1,6}(?![\u4e00-\u9fff])|a(?![A-Za-z0-9])")


def read_denominators(text: str, at: int) -> tuple[str | None, int]:
    """What a quantity is counted by (/亩, /人·月, 每年), as written without 每, and where that ends.

    >>> read_denominators("元/人·月", 1), read_denominators("元/（人·天）".replace("（", "(").replace("）", ")"), 1)
    (('人·月', 5), ('人·天', 7))
    """
    following = text[at : at + 1]
    if following not in _JOINTS and not following.isspace():
        return None, at
    if bracketed := _BRACKETED.match(text, at):
        inside = f"/{bracketed['inside']}"
        per, end = read_denominators(inside, 0)
        return (per, bracketed.end()) if end == len(inside) else (None, at)
    found: list[str] = []
    each: tuple[int, int] | None = None
    end = at
    while joint := _DENOMINATOR.match(text, at):
        if not found and joint["joint"] in "·*.、" and not _OF_MONEY.match(text, at):
            break
        unit = read_unit(text, joint.end())
        word = _WORD.match(text, joint.end())
        end = unit.end if unit else joint.end()
        if unit is None or unit.unit is None:
            if joint["joint"] == "/" and word and text[word.end() : word.end() + 1].isdigit():  # 城市95%/农村90%
                break
            end = word.end() if joint["joint"] != "每" and word and len(word[0]) <= 4 else end
        if end == joint.end() or (joint["joint"] == "每" and _starts_a_number(text, end)):
            break
        each = (each or (len(found), at)) if joint["joint"] == "每" else None
        found.append(re.sub(r"[*.]", "·", text[joint.end("joint") : end].strip(" 每")))
        at = end
    if each and joint and joint["joint"] == "每" and _starts_a_number(text, end):  # 2倍 每人每月530元
        found, at = found[: each[0]], each[1]
    return ("·".join(found) or None, at)


_STARTS = deferred(rf"\s*[≥≤<>=]?\s*(?:[0-9]|{HAN})|(?!每)[\u4e00-\u9fff]")


def _starts_a_number(text: str, at: int) -> bool:
    return bool(_STARTS.match(text, at))


def canonical_per(per: str | None) -> str | None:
    """Denominators in their usual words, who or what before how long: one text for all ways to write the same.

    >>> canonical_per("月·人"), canonical_per("人天"), canonical_per("㎡"), canonical_per("两年"), canonical_per("学年")
    ('人·月', '人·天', '平方米', '2年', '学年')
    """
    return None if per is None else _in_usual_words(per)


@remembered
def _in_usual_words(per: str) -> str:
    words = [word for part in re.split("[·/]", per) for word in _parts().get(part) or [_usual(part)]]
    return "·".join(sorted(words, key=_rank))


@cache
def _parts() -> dict[str, list[str]]:
    parts: dict[str, list[str]] = vocabulary("denominators")["parts"]
    return parts


@cache
def _first() -> dict[str, str]:
    """The usual spelling of every unit."""
    own: list[str] = vocabulary("denominators")["own"]
    same: dict[str, str] = vocabulary("denominators")["same"]
    counted = {spelling: unit.canonical for spelling, unit in counters().items()}
    return (
        counted
        | {
            spelling: spelling if spelling in own else same.get(line["spellings"][0], line["spellings"][0])
            for table in vocabulary("units").values()
            for line in table["units"]
            for spelling in line["spellings"]
        }
        | same
    )


_COUNT = deferred(rf"(?P<count>[0-9]*)(?P<han>{HAN}*)个?(?P<word>.+)")


def _usual(part: str) -> str:
    """So many of a unit in its usual spelling: 10万人口 is 100000人."""
    if part in _first():
        return _first()[part]
    said = _COUNT.fullmatch(part)
    word = _first().get(said["word"]) if said else None
    many = chinese(said["han"] or "一") if said else None
    if said is None or word is None or many is None:
        return part
    many *= int(said["count"] or "1")
    return word if many == 1 else f"{exact_text(many)}{word}"


def _rank(word: str) -> int:
    """People first, times last."""
    unit = measures().get(word.lstrip("0123456789"))
    if unit is not None and unit.dimension in TIMES:
        return 2
    return 0 if word in {"人", "户", "生"} else 1
