"""Comparisons as rows under columns, for a terminal, a workbook or a program."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from audit.comparing.actuals import Meeting
from audit.comparing.departments import Peer
from audit.comparing.sides import Project, Side
from audit.comparing.words import MATCHED, SCORED, STATUSES, STRICTNESSES, WHY
from audit.comparing.years import Change
from audit.export.sheets import Column, Sheet, rows_of
from ingest.language import pick
from ingest.spoken import grouped
from normalize.numbers import exact, exact_text
from schema.diagnostic import Language

Words = Mapping[str, tuple[str, str]]
Record = dict[str, Any]

_WHOSE = (
    Column("project_name", "项目名称", "project", "long", 28),
    Column("department", "主管部门", "department", "text", 20),
    Column("agency", "预算单位", "agency", "text", 20),
    Column("level1", "一级指标", "level 1"),
    Column("level2", "二级指标", "level 2", "text", 18),
    Column("name", "三级指标", "indicator", "long", 30),
)
CHANGES = (
    Column("status", "变化", "change", "text", 12),
    Column("year_then", "上期年度", "earlier year", "whole", 8),
    Column("year_now", "本期年度", "later year", "whole", 8),
    *_WHOSE,
    Column("value_then", "上期指标值", "earlier value", "long", 20),
    Column("value_now", "本期指标值", "later value", "long", 20),
    Column("moved", "增减", "by", "text", 12),
    Column("by", "增减（标准单位）", "by, canonical", "exact", 12),
    Column("unit", "标准单位", "canonical unit", "text", 10),
    Column("strictness", "松紧", "strictness", "text", 10),
    Column("project_matched", "项目对应依据", "projects matched by", "text", 20),
    Column("indicator_matched", "指标对应依据", "indicators matched by", "text", 20),
    Column("name_then", "上期指标名称", "earlier indicator", "long", 30),
    Column("project_then", "上期项目名称", "earlier project", "long", 28),
    Column("might_be", "可能对应", "might be", "long", 30),
    Column("source_then", "上期文件", "earlier file", "text", 30),
    Column("place_then", "上期位置", "earlier place", "text", 18),
    Column("row_then", "上期行", "earlier row", "whole", 8),
    Column("source_now", "本期文件", "later file", "text", 30),
    Column("place_now", "本期位置", "later place", "text", 18),
    Column("row_now", "本期行", "later row", "whole", 8),
    Column("key_then", "上期指标的键", "earlier indicator key", "text", 18),
    Column("key_now", "本期指标的键", "later indicator key", "text", 18),
)
_PLACE = (
    Column("source", "文件", "file", "text", 30),
    Column("place", "位置", "place", "text", 18),
    Column("row", "行", "row", "whole", 6),
    Column("indicator_key", "指标的键", "indicator key", "text", 18),
)
ACHIEVEMENTS = (
    Column("status", "完成情况", "status", "text", 12),
    Column("fiscal_year", "年度", "year", "whole", 8),
    *_WHOSE,
    Column("stated_value", "目标值", "target", "long", 20),
    Column("actual", "实际完成值", "actual", "long", 20),
    Column("moved", "差距", "by", "text", 12),
    Column("by", "差距（标准单位）", "by, canonical", "exact", 12),
    Column("unit", "标准单位", "canonical unit", "text", 10),
    Column("share", "完成比例", "share achieved", "exact", 10),
    Column("weight", "分值", "weight", "exact", 8),
    Column("score", "得分", "score", "exact", 8),
    Column("due", "按规则得分", "score by the rule", "exact", 10),
    Column("scored", "得分核对", "score against the rule", "text", 16),
    Column("why", "原因", "why", "text", 16),
    *_PLACE,
)
PEERS = (
    Column("name", "指标", "indicator", "long", 30),
    Column("fiscal_year", "年度", "year", "whole", 8),
    Column("level2", "二级指标", "level 2", "text", 18),
    Column("department", "主管部门", "department", "text", 20),
    Column("agency", "预算单位", "agency", "text", 20),
    Column("project_name", "项目名称", "project", "long", 28),
    Column("stated_value", "指标值（原文）", "value as written", "long", 20),
    Column("comparator", "比较", "comparator", "text", 8),
    Column("value", "界限", "bound", "exact", 12),
    Column("unit", "标准单位", "canonical unit", "text", 10),
    Column("rank", "由低到高", "rank from the least", "whole", 8),
    Column("of", "共", "of", "whole", 6),
    Column("owners", "单位数", "agencies", "whole", 8),
    Column("least", "最低", "least", "exact", 12),
    Column("median", "中位数", "median", "exact", 12),
    Column("most", "最高", "most", "exact", 12),
    *_PLACE,
)


def change_sheet(found: Iterable[Change], language: Language) -> Sheet:
    """Changes over the years as rows for people."""
    records = (_spoken(change_record(one), language) for one in found)
    return Sheet("changes", "年度对比", "years", CHANGES, rows_of(CHANGES, records))


def meeting_sheet(found: Iterable[Meeting], language: Language) -> Sheet:
    """Targets against actual values as rows for people."""
    records = (_spoken(meeting_record(one), language) for one in found)
    return Sheet("achievements", "完成情况", "achievements", ACHIEVEMENTS, rows_of(ACHIEVEMENTS, records))


def peer_sheet(found: Iterable[Peer], language: Language) -> Sheet:
    """Departments beside each other as rows for people."""
    records = (_spoken(peer_record(one), language) for one in found)
    return Sheet("departments", "部门对比", "departments", PEERS, rows_of(PEERS, records))


def change_record(change: Change) -> Record:
    """A change without nesting, its words as codes."""
    shown = change.now or change.then
    project = change.project_now or change.project_then
    sides = {
        f"{name}_{when}": value
        for when, side, whose in (
            ("then", change.then, change.project_then),
            ("now", change.now, change.project_now),
        )
        for name, value in (
            ("value", side and side.stated_value),
            ("name", side and side.name),
            ("project", whose and whose.project_name),
            ("source", whose and whose.source),
            ("place", side and side.place),
            ("row", side and side.row),
            ("key", side and side.key),
        )
    }
    return {
        "status": change.status,
        "year_then": change.years[0],
        "year_now": change.years[1],
        **_whose(shown, project),
        **sides,
        "by": change.by,
        "unit": change.unit,
        "strictness": change.strictness,
        "project_matched": change.matched[0],
        "indicator_matched": change.matched[1],
        "likeness": change.likeness,
        "might_be": "；".join(change.might_be) or None,
    }


def meeting_record(meeting: Meeting) -> Record:
    """A target against its actual value without nesting, its words as codes."""
    side = meeting.side
    return {
        "status": meeting.status,
        **_whose(side, side.project),
        "actual": side.actual,
        "weight": side.weight,
        "score": side.score,
        **{name: getattr(meeting, name) for name in ("by", "unit", "share", "why", "assumed_unit", "due", "scored")},
    }


def peer_record(peer: Peer) -> Record:
    """An indicator among its peers without nesting."""
    own = ("name", "value", "comparator", "unit", "rank", "of", "owners", "least", "median", "most")
    return {**_whose(peer.side, peer.side.project), **{name: getattr(peer, name) for name in own}}


def _whose(side: Side | None, project: Project | None) -> Record:
    of_project = {name: getattr(project, name, None) for name in
                  ("project_name", "department", "agency", "region", "fiscal_year", "source")}  # fmt: skip
    of_side = {name: getattr(side, name, None) for name in
               ("level1", "level2", "name", "stated_value", "place", "row", "column")}  # fmt: skip
    keys = {"table_key": getattr(project, "key", None), "indicator_key": getattr(side, "key", None)}
    return {**of_project, **of_side, **keys}


_UNITS: dict[str, tuple[tuple[str, Fraction, Fraction], ...]] = {
    "秒": (("天", Fraction(86_400), Fraction(86_400)), ("小时", Fraction(3_600), Fraction(3_600)),
          ("分钟", Fraction(60), Fraction(60))),
    "元": (("亿元", Fraction(10**8), Fraction(10**6)), ("万元", Fraction(10**4), Fraction(1))),
    "平方米": (("亩", Fraction(2000, 3), Fraction(20, 3)),),
    "%": (("个百分点", Fraction(1), Fraction(1, 10**9)),),
}  # fmt: skip
"""Units that a person uses in the place of canonical ones, larger ones first: what one is, and of what step a number
must be a multiple to be said so."""


def moved(by: str, unit: str | None) -> str:
    """A difference in a unit that a person uses, with its sign; square metres in 亩 where they do not come out even.

    >>> moved("-10800", "秒"), moved("1500000", "元"), moved("-6", "%"), moved("0", None)
    ('-3 小时', '+150 万元', '-6 个百分点', '0')
    >>> moved("-6368000/3", "平方米"), moved("270000", "平方米")
    ('-3,184 亩', '+270,000 平方米')
    """
    number, shown = exact(by), unit or ""
    whole_area = unit == "平方米" and number.denominator == 1
    for name, one, step in () if whole_area else _UNITS.get(unit or "", ()):
        if number and (unit == "%" or abs(number) >= one) and number % step == 0:
            number, shown = number / one, name
            break
    sign = "+" if number > 0 else ""
    return f"{sign}{grouped(exact_text(number))} {shown}".rstrip()


_WORDS: dict[str, Words] = {
    "status": STATUSES, "project_matched": MATCHED, "indicator_matched": MATCHED, "strictness": STRICTNESSES,
    "scored": SCORED, "why": WHY,
}  # fmt: skip


def _spoken(record: Record, language: Language) -> Record:
    """The same with words of a person in the place of codes."""
    said = dict(record)
    for name, words in _WORDS.items():
        if (code := record.get(name)) is not None:
            zh, en = words[code]
            said[name] = pick(language, zh=zh, en=en)
    if record.get("by") is not None:
        said["moved"] = moved(record["by"], record["unit"])
    if record.get("likeness") is not None:
        said["indicator_matched"] = f"{said['indicator_matched']} ({record['likeness']:.2f})"
    return said
