"""A row of a rule as a finding: whose it is, where it stands, the question in both languages, keys that last."""

import json
import re
import sqlite3
from collections.abc import Iterable
from hashlib import blake2b
from typing import Any

from audit.findings import Finding, Rule
from audit.rules.figures import has_digit, measure_of, says
from audit.rules.header import Query, refused
from audit.rules.registry import Ask
from audit.rules.rows import Row
from normalize.comparators import stated_sign

_OF_TABLE = ("key", "root", "source", "project_name", "department", "agency", "fiscal_year", "is_ambiguous", "spans")
_OF_INDICATOR = (
    "key", "level1", "level2", "name", "stated_value", "stated_operator", "stated_unit", "place", "row", "column",
)  # fmt: skip
_QUOTED = ", ".join(f'"{name}"' for name in _OF_INDICATOR)
_TABLE = f"SELECT {', '.join(_OF_TABLE)} FROM temp.project WHERE table_id = ?"  # noqa: S608 - our own words
_INDICATOR = f"SELECT {_QUOTED} FROM main.indicators WHERE indicator_id = ?"  # noqa: S608 - our own words
_KEYS = {"table_id", "indicator_id", "part", "severity"}
_OF_MONEY = {"budget", "money_place", "fund_parts"}


def finding(connection: sqlite3.Connection, ask: Ask, row: Row) -> Finding:
    """The finding; raises `CommandError` where the message of a rule needs a column that its row has not."""
    rule = ask.rule
    table = dict(zip(_OF_TABLE, connection.execute(_TABLE, [row["table_id"]]).fetchone(), strict=True))
    which = row.get("indicator_id")
    about = connection.execute(_INDICATOR, [which]).fetchone() if which is not None else None
    indicator: dict[str, Any] = dict(zip(_OF_INDICATOR, about or (), strict=about is not None))
    told = {name: str(value) for name, value in row.items() if name not in _KEYS and value is not None}
    # What is told in both languages (how, how_en) is part of the sentence, not evidence.
    evidence = {name: v for name, v in told.items() if not name.endswith("_en") and f"{name}_en" not in row}
    stated = indicator.get("stated_value")
    words = {"name": (indicator.get("name") or "").rstrip("。；; "), "stated_value": _shown(indicator),
             "project": table["project_name"] or "", **told}  # fmt: skip
    place = indicator or _place(json.loads(table["spans"]), rule)
    return Finding(
        key=_key(rule, table, indicator, row), rule=rule.code, severity=row.get("severity") or rule.severity,
        table_key=table["key"], indicator_key=indicator.get("key"), part=str(row.get("part") or ""),
        project_name=table["project_name"], department=table["department"], agency=table["agency"],
        fiscal_year=table["fiscal_year"], level1=indicator.get("level1"), level2=indicator.get("level2"),
        name=indicator.get("name"), stated_value=stated, evidence=evidence, source=table["source"], root=table["root"],
        place=place.get("place"), row=place.get("row"), column=place.get("column"),
        message_zh=_filled(rule.message_zh, words, ask), message_en=_filled(rule.message_en, words, ask),
        said=_short([stated or "", *(f"{name}={value}" for name, value in told.items() if name not in rule.volatile)]),
    )  # fmt: skip


def _shown(indicator: dict[str, Any]) -> str:
    """The value with the sign and the unit that stand in columns of their own, where it has none: ≥ | 80 | 公里."""
    value, sign, unit = (indicator.get(f"stated_{name}") or "" for name in ("value", "operator", "unit"))
    if not _NUMBER.fullmatch(value.strip()):
        return value
    behind = "%" if measure_of(unit) == "%" else unit if says(unit) and not has_digit(unit) else ""
    return f"{sign if stated_sign(sign) else ''}{value}{behind}"


_NUMBER = re.compile(r"[0-9０-９.,．，]+")


def _key(rule: Rule, table: dict[str, Any], indicator: dict[str, Any], row: Row) -> str:
    """What a finding is known by in every import; tables of one key that all count are told by their files."""
    keys = [rule.code, table["key"], indicator.get("key") or "", str(row.get("part") or "")]
    return _short([*keys, table["root"], table["source"]] if table["is_ambiguous"] else keys)


def _place(spans: dict[str, list[dict[str, Any]]], rule: Rule) -> dict[str, Any]:
    """The place of a finding about a whole table: that of the input it is about, else where the table begins."""
    about = ("goal",) if "goal" in rule.needs else ("budget.total",) if _OF_MONEY & {*rule.needs} else ()
    for field in (*about, "project_name", "title", "agency", *spans):
        for span in spans.get(field, ()):
            return span
    return {}


def _filled(message: str, words: dict[str, str], ask: Ask) -> str:
    try:
        return message.format(**words)
    except (KeyError, IndexError, ValueError) as error:
        path = ask.path if isinstance(ask, Query) else ask.rule.code
        raise refused(
            path, 1,
            zh=f"消息需要的列 {error} 查询没有给出", en=f"the message needs {error}, which the query does not give",
        ) from error  # fmt: skip


def _short(parts: Iterable[str]) -> str:
    return blake2b("\x1f".join(parts).encode(), digest_size=8).hexdigest()
