"""Keys that survive: a short hash names a table, a project over the years, and an indicator, wherever they stand.

A key is 16 hexadecimal digits of a SHA-256 over what identifies the thing, and so the same in every run and on every
machine. It does not change with spaces, width, upper and lower case, a ★, a leading 指标N：, with the file's name, the
order of the rows, or any value, weight, goal or amount. It changes with what it is a key of, as each function says.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable

from normalize.models import changed
from normalize.patterns import deferred
from normalize.remembered import remembered
from normalize.text import fold
from schema.table import Indicator, PerformanceTable

_SEPARATOR = "\x1f"
_DIGITS = 16
_STARS = deferred("[★☆]")
_NUMBERED = deferred(r"指标[0-9]+[:.、]?(?=.)")
_YEAR = deferred(
    r"""(?<![0-9])(?:19[89]|20[0-4])[0-9]          # 2024
        (?:年?[-~—–至到](?:19[89]|20[0-4])?[0-9]{1,2}(?=年|\)|$))?  # -2026, -26年
        (?![0-9])(?:年度|财年|年)?
      | 二[〇零○][〇零○一二三四五六七八九十]{2}年度?""",
    re.VERBOSE,
)
_HOLLOW = deferred(r"\(\)|\[\]|【】|〔〕")


def table_key(table: PerformanceTable, ordinal: int = 1) -> str:
    """The key of a table: of its kind, agency, project, fiscal year and region; the ordinal tells equal ones apart.

    The agency is its code, else its name, else the department; the project its code, else its name, else the title.

    >>> wide = PerformanceTable(kind="project_target", project_name="专利 （试点）", fiscal_year=2024, layout="form")
    >>> narrow = wide.model_copy(update={"project_name": "专利(试点)"})
    >>> table_key(wide), table_key(narrow) == table_key(wide), table_key(wide, 2) == table_key(wide)
    ('96a81d77eae262e9', True, False)
    """
    project = _first(table.project_code, table.project_name, table.title)
    return _hash("table", *_owner(table), project, str(table.fiscal_year or ""), ordinal=ordinal)


def lineage_key(table: PerformanceTable) -> str:
    """The key of a project over the years: a table's key without the fiscal year and without years in the name.

    The name stands above the code here, because the codes of the budget systems hold the year.

    >>> last = PerformanceTable(kind="project_target", project_name="2023年运行维护费", fiscal_year=2023, layout="form")
    >>> this = last.model_copy(update={"project_name": "运行维护费（2024年度）", "fiscal_year": 2024})
    >>> lineage_key(last) == lineage_key(this), table_key(last) == table_key(this)
    (True, False)
    """
    named = (yearless(text) for text in (table.project_name, table.title))
    return _hash("lineage", *_owner(table), _first(*named, table.project_code, table.project_name, table.title))


def indicator_key(table_key: str, indicator: Indicator, ordinal: int = 1) -> str:
    """The key of an indicator: of its table, levels, name, period and area; the ordinal tells equal ones apart.

    >>> from schema.table import Stated
    >>> plain = Indicator(level2="数量指标", name="培训人数", stated=Stated())
    >>> starred = Indicator(level2="数量指标", name="★指标1：培训 人数", stated=Stated(value="≥30人"), weight="10")
    >>> indicator_key("t", plain) == indicator_key("t", starred), indicator_key("t", plain) == indicator_key("u", plain)
    (True, False)
    """
    levels = fold(indicator.level1 or ""), fold(indicator.level2 or "")
    parts = (table_key, *levels, _named(indicator.name), indicator.period, fold(indicator.area or ""))
    return _hash("indicator", *parts, ordinal=ordinal)


def with_keys(tables: Iterable[PerformanceTable]) -> tuple[PerformanceTable, ...]:
    """The tables of one source with every key filled in; where two would share one, the later gets an ordinal.

    `Indicator.parent` names the `key` that its parent has when it comes in, and the new one when it goes out; that of
    an indicator whose parent is not in its table raises `KeyError`.
    """
    seen: Counter[str] = Counter()
    keyed = []
    for table in tables:
        first = table_key(table)
        seen[first] += 1
        key = first if seen[first] == 1 else table_key(table, seen[first])
        indicators = _keyed(key, table.indicators)
        keyed.append(changed(table, {"key": key, "lineage": lineage_key(table), "indicators": indicators}))
    return tuple(keyed)


def _keyed(table: str, indicators: tuple[Indicator, ...]) -> tuple[Indicator, ...]:
    seen: Counter[str] = Counter()
    keys = []
    for indicator in indicators:
        first = indicator_key(table, indicator)
        seen[first] += 1
        keys.append(first if seen[first] == 1 else indicator_key(table, indicator, seen[first]))
    renamed = {indicator.key: key for indicator, key in zip(indicators, keys, strict=True)}
    return tuple(
        changed(indicator, {"key": key, "parent": renamed[indicator.parent] if indicator.parent else None})
        for indicator, key in zip(indicators, keys, strict=True)
    )


def _owner(table: PerformanceTable) -> tuple[str, str, str]:
    return table.kind, _first(table.agency_code, table.agency, table.department), _named(table.region or "")


def _first(*texts: str | None) -> str:
    """The first text that says anything, made comparable."""
    return next(filter(None, map(_named, filter(None, texts))), "")


@remembered
def _named(text: str) -> str:
    folded = _STARS.sub("", fold(text))
    return _NUMBERED.sub("", folded, count=1) if folded.startswith("指标") else folded


def yearless(text: str | None) -> str:
    """A name made comparable over the years: folded, years and the brackets that only held one gone.

    >>> yearless("运行维护费（2024年度）"), yearless("2023年 运行维护费")
    ('运行维护费', '运行维护费')
    """
    return _HOLLOW.sub("", _YEAR.sub("", fold(text or "")))


def _hash(*parts: str, ordinal: int = 1) -> str:
    said = _SEPARATOR.join(parts if ordinal == 1 else (*parts, str(ordinal)))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
