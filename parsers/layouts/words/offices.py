"""Lines that are nothing but the name of an office, by data/offices.toml."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from normalize.placeholders import is_ditto
from normalize.remembered import remembered
from normalize.text import fold

_LONGEST, _SHORTEST = 30, 4
_PART = re.compile(r"\((?:本级|机关|本部|汇总|机关本级|局机关|厅机关|部门)\)$")
"""The part of an office that is meant: 某市教育局（本级）."""
_WORDS = re.compile(r"[\u3400-\u9fff()·]+")


@remembered
def is_office(text: str) -> bool:
    """Whether a text is the name of an office and nothing else.

    >>> is_office("池州市教育局"), is_office("某市教育局（本级）"), is_office("收支预算管理中心"), is_office("会议")
    (True, True, False, False)
    """
    if not _SHORTEST <= len(text) <= _LONGEST:
        return False
    folded = _PART.sub("", fold(text))
    endings, never = _vocabulary()
    return bool(_WORDS.fullmatch(folded)) and folded.endswith(endings) and not any(word in folded for word in never)


@remembered
def is_same_office(text: str) -> bool:
    """Whether a cell says that its office is the other one of its form.

    >>> is_same_office("同主管部门"), is_same_office("同上"), is_same_office("某县公安局")
    (True, True, False)
    """
    return len(text) <= _LONGEST and (is_ditto(text) or fold(text) in _data()["same"])


_YEAR = re.compile(r"(?:19|20)\d\d年?度?")
_OF_AREA = re.compile(r"[\u3400-\u9fff]{1,6}?(?:省|市|县|区|州|旗|盟|镇|乡|街道|兵团)")


def office_in_title(title: str) -> str | None:
    """The office a title names before its year, or behind it where its name begins with that of an area; or None.

    >>> office_in_title("某市水利局2025年项目支出绩效目标表"), office_in_title("2025年某市水利局部门整体支出绩效目标表")
    ('某市水利局', '某市水利局')
    >>> office_in_title("2025年校园安全绩效目标表"), office_in_title("2025年校舍维修工程某乡项目绩效目标表")
    (None, None)
    >>> office_in_title("通化县卫生健康局项目绩效自评表")
    '通化县卫生健康局'
    """
    year = _YEAR.search(title)
    before = title[: year.start()].strip() if year is not None else ""
    if before:
        return before if _may_be_titled(before) else None
    rest = title[year.end() if year is not None else 0 :].strip()
    behind = (found.start() for found in _words("titled_before").finditer(rest))
    named = [rest[:at] for at in behind if _may_be_titled(rest[:at]) and _OF_AREA.match(rest[:at])]
    return named[0] if named else None


def _may_be_titled(text: str) -> bool:
    return is_office(text) and _words("titled_never").search(text) is None


@cache
def _words(key: str) -> re.Pattern[str]:
    return re.compile("|".join(_data()[key]))


@cache
def _vocabulary() -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(_data()["endings"]), tuple(_data()["never"])


@cache
def _data() -> Mapping[str, list[str]]:
    return tomllib.loads((files("parsers.layouts") / "data" / "offices.toml").read_text(encoding="utf-8"))
