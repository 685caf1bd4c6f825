"""The title of a performance table: its words, its kind and its region, by data/titles.toml."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

from normalize.money import unit_line
from normalize.text import fold, narrow, tidy
from schema.table import TableKind

_LONGEST = 200
_BRACKETS = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Titles:
    """The patterns of titles, compiled."""

    title: re.Pattern[str]
    paragraph: re.Pattern[str]
    part: re.Pattern[str]
    dated: re.Pattern[str]
    other: re.Pattern[str]
    serial: re.Pattern[str]
    page: re.Pattern[str]
    unit: re.Pattern[str]
    region: re.Pattern[str]
    project: re.Pattern[str]
    unnamed: re.Pattern[str]
    areas: tuple[re.Pattern[str], ...]
    kinds: tuple[tuple[TableKind, re.Pattern[str]], ...]


def is_title(text: str, *, paragraph: bool) -> bool:
    """Whether a text is the title of a performance table; a paragraph may be one with fewer signs than a cell.

    >>> is_title("1.2024年局机关信息化运维绩效目标表", paragraph=False), is_title("绩效目标", paragraph=True)
    (True, False)
    >>> is_title("完成绩效目标表的编制工作，并于年底公开。", paragraph=True)
    False
    """
    if len(text) > _LONGEST:
        return False
    folded = fold(text)
    known = titles()
    return bool(known.title.fullmatch(folded) or (paragraph and known.paragraph.fullmatch(folded)))


def is_other_title(text: str) -> bool:
    """Whether a paragraph is the title of some table, by its shape: short, and ending in 表.

    >>> is_other_title("表二 部门收支总表"), is_other_title("完成年度报表"), is_other_title("本单位没有此表。")
    (True, True, False)
    """
    return len(text) <= _LONGEST and titles().other.fullmatch(fold(text)) is not None


def heads_part(text: str) -> bool:
    """Whether a text is what heads a part of a form where it stands between the form's head and a header.

    >>> heads_part("长期绩效目标表"), heads_part("项目支出绩效目标表")
    (True, False)
    """
    return len(text) <= _LONGEST and titles().part.fullmatch(fold(text)) is not None


def bare_title(text: str) -> str:
    """A title without the serial or the annex number in front of it.

    >>> bare_title("1.2024年局机关信息化运维绩效目标表"), bare_title("附件3：省级专项绩效目标表")
    ('2024年局机关信息化运维绩效目标表', '省级专项绩效目标表')
    """
    stated = tidy(text).replace("\n", "")
    serial = titles().serial.match(narrow(stated))
    bare = stated[serial.end() :].strip() if serial else stated
    page = titles().page.search(narrow(bare))
    bare = bare[: page.start()] if page else bare
    unit = titles().unit.search(narrow(bare))
    return bare[: unit.start()].strip() if unit else bare


def title_unit(text: str) -> str | None:
    """The unit of money a title brings in its brackets, or None.

    >>> title_unit("2023年度项目绩效目标表（单位：元）"), title_unit("项目绩效目标表（2023年度）")
    ('元', None)
    >>> title_unit("项目绩效目标表（万元）")
    '万元'
    """
    unit = titles().unit.search(narrow(tidy(text)))
    return unit_line(f"({unit[1]})") if unit else None


def title_kind(title: str | None) -> TableKind:
    """The kind of table a title announces; an untitled table is a project's targets.

    >>> title_kind("省财政专项转移支付绩效目标表(二级项目-广州)"), title_kind("项目支出绩效目标表（含转移支付项目）")
    ('region_target', 'project_target')
    >>> title_kind("部门整体支出绩效自评表"), title_kind(None)
    ('dept_selfeval', 'project_target')
    """
    main = _BRACKETS.sub("", fold(title or ""))
    return next((kind for kind, pattern in titles().kinds if pattern.search(main)), "project_target")


def title_region(title: str | None) -> str | None:
    """The area a title names in its brackets, or, where it is that of an area's table, behind or before its words.

    >>> title_region("专项转移支付绩效目标表(二级项目-广州)"), title_region("项目支出绩效目标表（含转移支付项目）")
    ('广州', None)
    >>> title_region("2024年甲县水利发展资金区域绩效目标表"), title_region("省财政专项转移支付绩效目标表-珠海市")
    ('甲县', '珠海市')
    """
    stated = narrow(title or "").strip()
    match = titles().region.search(stated)
    if match is None and title_kind(title) in {"region_target", "region_selfeval"}:
        found = (pattern.search(stated) for pattern in titles().areas)
        match = next((area for area in found if area is not None), None)
    return match[1].strip() if match else None


def title_project(title: str | None) -> str | None:
    """The project a title names that is of one project's form, or None.

    >>> title_project("2024年平安建设项目绩效目标表（2024年度）"), title_project("2024年市级项目支出绩效目标表")
    ('平安建设', None)
    """
    stated = _BRACKETS.sub("", narrow(title or "")).strip()
    match = titles().project.fullmatch(stated)
    if match is None or titles().unnamed.search(match["name"]) or not title_kind(title).startswith("project_"):
        return None
    return match["name"]


@cache
def titles() -> Titles:
    """The patterns as loaded."""
    data = tomllib.loads((files("parsers.layouts") / "data" / "titles.toml").read_text(encoding="utf-8"))
    return Titles(
        title=re.compile(data["title"]),
        paragraph=re.compile(data["paragraph"]),
        part=re.compile(data["part"]),
        dated=re.compile(data["dated"]),
        other=re.compile(data["other"]),
        serial=re.compile(data["serial"]),
        page=re.compile(data["page"]),
        unit=re.compile(data["unit"]),
        region=re.compile(data["region"]),
        project=re.compile(data["project"]),
        unnamed=re.compile(data["unnamed"]),
        areas=tuple(map(re.compile, data["areas"])),
        kinds=tuple((cast("TableKind", entry["kind"]), re.compile(entry["pattern"])) for entry in data["kind"]),
    )
