"""Hits as flat records, for a table on paper, in Excel or in a data frame."""

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from audit.asking.find import Hit
from audit.export.sheets import Column, Sheet, rows_of
from audit.export.words import target_name
from ingest.rows import real
from ingest.spoken import spoken
from schema.diagnostic import Language
from schema.target import Comparison

Record = dict[str, Any]
Link = Callable[[str, str, str | None], str | None]
"""The address of a source: of its root, its path and the place within."""

COLUMNS = (
    Column("project_name", "项目名称", "project", "long", 30),
    Column("department", "主管部门", "department", "text", 20),
    Column("agency", "预算单位", "agency", "text", 20),
    Column("region", "地区", "region"),
    Column("fiscal_year", "年度", "year", "whole", 8),
    Column("level1", "一级指标", "level 1"),
    Column("level2", "二级指标", "level 2", "text", 18),
    Column("name", "三级指标", "indicator", "long", 32),
    Column("stated_value", "指标值（原文）", "value as written", "long", 22),
    Column("understood", "理解为", "understood as", "text", 22),
    Column("kind", "种类", "kind", said=target_name),
    Column("comparator", "比较", "comparator", "text", 8),
    Column("low", "下限", "low", "exact"),
    Column("high", "上限", "high", "exact"),
    Column("unit_canonical", "标准单位", "canonical unit", "text", 10),
    Column("unit_inferred", "推定单位", "inferred unit", "text", 10),
    Column("per", "每", "per", "text", 8),
    Column("not_before", "不早于", "not before"),
    Column("not_after", "不晚于", "not after"),
    Column("link", "原文件", "source", "link", 36),
    Column("source", "文件路径", "path", "text", 36),
    Column("place", "位置", "place", "text", 18),
    Column("row", "行", "row", "whole", 6),
    Column("column", "列", "column", "whole", 6),
    Column("url", "来源网址", "published at", "link", 24),
    Column("published", "发布日期", "published on"),
    Column("table_key", "表的键", "table key", "text", 18),
    Column("indicator_key", "指标的键", "indicator key", "text", 18),
)


def record(hit: Hit, language: Language) -> Record:
    """A hit without nesting: its facts, its target's in `COLUMNS`, and the floats `low_real` and `high_real`."""
    target = hit.target
    plain = {name: getattr(hit, name) for name in Hit.__slots__ if name != "target"}
    said = {} if target is None else target.model_dump()
    bounds = (target.low, target.high) if isinstance(target, Comparison) else (None, None)
    return {
        **dict.fromkeys(column.name for column in COLUMNS),
        **said,
        **plain,
        "understood": "" if target is None else spoken(target, language),
        "low_real": real(bounds[0]),
        "high_real": real(bounds[1]),
    }


def hit_sheet(hits: Iterable[Hit], language: Language, link: Link | None = None) -> Sheet:
    """Hits as rows for people; `link` says where their sources are."""
    columns = tuple(column for column in COLUMNS if link is not None or column.name != "link")

    def linked(hit: Hit) -> Mapping[str, Any]:
        plain = record(hit, language)
        return plain if link is None else {**plain, "link": link(hit.root, hit.source, hit.place)}

    return Sheet("indicators", "指标", "indicators", columns, rows_of(columns, map(linked, hits)))


def links_from(folder: Path, database: Path) -> Link:
    """Links from a file in a folder to sources, which stand where they stood from the database."""

    def link(root: str, path: str, _place: str | None) -> str | None:
        there = os.path.relpath(database.resolve().parent / root / path, folder.resolve())
        return f"external:{there.replace('%', '%25').replace('#', '%23')}\n{path}"

    return link


def address_from(folder: Path, database: Path) -> Link:
    """The same as addresses of a web page."""

    def link(root: str, path: str, _place: str | None) -> str | None:
        return quote(os.path.relpath(database.resolve().parent / root / path, folder.resolve()))

    return link
