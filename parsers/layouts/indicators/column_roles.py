"""What each heading over a grid is to it: which column holds the name, which the value of which period or area."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from normalize.text import narrow
from parsers.layouts.grids.rows import Slot
from parsers.layouts.indicators.columns import VARIED, Columns, Range, Variant
from parsers.layouts.indicators.headings import Heading
from parsers.layouts.indicators.year_columns import of_quarters, of_years
from parsers.layouts.words import labels
from parsers.layouts.words.label_list import Period, bare, label_list
from parsers.layouts.words.label_marks import unit_in


def columns_of(
    headings: Sequence[Heading], shared: Mapping[str, Range], header: tuple[Slot, ...], year: int | None
) -> Columns:
    """The columns of one group of headings; `shared` are those of the first group that hold for all."""
    by_role: dict[str, list[Heading]] = {}
    dated = of_years(of_quarters(_named(_beside(headings))), year)
    for heading in _of_levels(_turned(_with_areas(_of_results(_with_reasons(_with_natures(dated.headings)))))):
        if heading.role is not None:
            by_role.setdefault(heading.role, []).append(heading)
    scores = by_role.get("score", [])
    if len(scores) == 2 and "weight" not in by_role and scores[0].label.endswith(_points()):
        by_role["weight"] = [scores.pop(0)]  # 评分值 | 自评得分
    grades = {grade: h.range for h in by_role.pop("grade", ()) if (grade := labels.grade(h.label)) is not None}
    variants, varied, twice = _variants(by_role)
    values = set(map(id, varied))
    ranges: dict[str, Range] = dict(shared)
    parts: dict[str, tuple[Heading, ...]] = {}
    for role, found in by_role.items():
        free = [heading for heading in found if id(heading) not in values]
        if role in _PARTED and (len(free) > 1 or any(h.year is not None or _needs_label(h) for h in free)):
            parts[role] = tuple(free)
        elif free:
            chosen = min(free, key=lambda h: (_rank(h), -_last_month(h.label), -h.slot.column * (role == "name")))
            ranges[role] = chosen.range
            twice.extend(
                h.slot
                for h in free
                if h is not chosen and role not in {"name", "serial"} and not labels.is_group(h.label)
            )
    ranges |= variants[0].ranges if variants else {}
    if "value" not in ranges and grades:
        ranges["value"] = next(iter(grades.values()))
    if "name" not in ranges and "level2" in ranges and "value" in ranges:
        ranges["name"] = ranges.pop("level2")
    said = [heading for heading in headings if heading.role == "value"]
    gathering = [heading for heading in headings if heading.role is None]
    periods = (heading.period for heading in (*said, *gathering) if heading.period is not None)
    period: Period = next(periods, "annual")
    return Columns(
        ranges,
        header,
        variants[0].period or period if variants else period,
        next(filter(None, (heading.stage for heading in headings if heading.role == "name")), None),
        variants[0].area if variants else None,
        parts,
        grades,
        variants[1:],
        frozenset(role for variant in variants for role in variant.ranges),
        twice=tuple(twice),
        measured=_measured(by_role.get("value", ()), ranges),
        year_assumed=dated.assumed,
    )


def _needs_label(heading: Heading) -> bool:
    """Whether what stands below a heading says nothing without it: 是否完成, 偏差率."""
    return heading.role == "remark" and bare(heading.label).startswith(label_list().labelled)


def _measured(values: Sequence[Heading], ranges: Mapping[str, Range]) -> tuple[str, Slot] | None:
    """The unit that the label over the values carries, and the cell it stands in; a column of units comes first."""
    line = next(((h.slot, *h.above) for h in values if h.range == ranges.get("value")), ())
    units = ((unit, slot) for slot in line if (unit := unit_in(slot.text)) is not None)
    return next(units, None) if "unit" not in ranges else None


_PARTED = frozenset(
    {"of-level", "history", "deviation", "standard", "remark", "description", "likelihood", "previous", "nature"}
)
"""Columns there may be several of: their texts are told together."""


def _beside(headings: Sequence[Heading]) -> list[Heading]:
    """The headings, where a word beside targets or results names what only there it does: 计划数 | 完成数."""
    known = label_list().beside
    told = [replace(h, role=known.get(bare(h.label))) if h.role is None else h for h in headings]
    return told if {"value", "actual"} <= {heading.role for heading in told} else list(headings)


def _named(headings: Sequence[Heading]) -> list[Heading]:
    """The headings, where a level 3, a description or a goal stands beside the name: 三级指标 | 四级指标."""
    names = [heading for heading in headings if heading.role == "name"]
    if len(names) < 2:
        return list(headings)
    goals = [heading for heading in names if bare(heading.label) in label_list().goal_names]
    if 0 < len(goals) < len(names):
        return _named([replace(h, role="serial") if h in goals else h for h in headings])
    called = [heading for heading in names if bare(heading.label) == "指标名称"]
    said = [heading for heading in names if called and bare(heading.label) == _CONTENT]
    if said:
        return _named([replace(h, role="description") if h in said else h for h in headings])
    thirds = [heading for heading in names if bare(heading.label) in label_list().third]
    after = [heading for heading in names if thirds and heading.slot.column > thirds[0].slot.column]
    if not after:
        return list(headings)
    if bare(after[0].label) == _CONTENT:
        return [replace(h, role="description") if h is after[0] else h for h in headings]
    return [replace(h, role="level3") if h is thirds[0] else h for h in headings]


_CONTENT = "指标内容"
"""What heads the names, unless another column does; beside 指标名称 it says what they mean."""


def _with_reasons(headings: Sequence[Heading]) -> list[Heading]:
    """The headings, where how far a result deviates stands beside why it does: 偏差率 | 原因."""
    found = [heading for heading in headings if heading.role == "deviation"]
    rates = {id(heading) for heading in found if bare(heading.label) in label_list().rates}
    if not 0 < len(rates) < len(found):
        return list(headings)
    return [replace(heading, role="remark") if id(heading) in rates else heading for heading in headings]


def _with_natures(headings: Sequence[Heading]) -> list[Heading]:
    """The headings, where a column of natures is called by a name of operators, beside theirs: 指标性质 | 计算符号."""
    signs = [heading for heading in headings if heading.role == "operator"]
    natures = {id(heading) for heading in signs if bare(heading.label).endswith(label_list().natures)}
    if not 0 < len(natures) < len(signs):
        return list(headings)
    return [replace(heading, role="nature") if id(heading) in natures else heading for heading in headings]


def _of_results(headings: Sequence[Heading]) -> list[Heading]:
    """The headings, where a second 单位 right behind the results is theirs: 目标值 | 单位 | 完成值 | 单位."""
    units = [number for number, heading in enumerate(headings) if heading.role == "unit"]
    if len(units) != _TWO or headings[units[1] - 1].role != "actual" or headings[units[0]].period is not None:
        return list(headings)
    return [replace(h, role="actual-unit") if number == units[1] else h for number, h in enumerate(headings)]


_TWO = 2
_BEFORE = {"value": "previous", "operator": "previous", "unit": "previous", "weight": "remark", "actual": "remark"}
"""What a column is that stands for the time before an adjustment, beside the one after it."""


def _points() -> tuple[str, ...]:
    return tuple(word for word, role in label_list().under["score"].items() if role == "weight")


def _turned(headings: Sequence[Heading]) -> list[Heading]:
    """The headings, where what held before an adjustment stands beside what holds after it, under one name."""
    if any(heading.role == "name" and heading.stage is not None for heading in headings):
        return list(headings)
    before = {id(h) for h in headings if h.stage == "before"} | _unmarked(headings)
    return [replace(h, role=_BEFORE.get(h.role or "", h.role)) if id(h) in before else h for h in headings]


def _unmarked(headings: Sequence[Heading]) -> set[int]:
    """The values that held before an adjustment by standing beside those after it: 年初目标值 | 调整后目标值."""
    values = [h for h in headings if h.role == "value"]
    after = [h for h in values if h.stage == "after"]
    rest = [h for h in values if h.stage is None and h.slot.column < min((a.slot.column for a in after), default=0)]
    return {id(h) for h in rest} if len(after) == 1 and len({h.period for h in (*after, *rest)}) == 1 else set()


def _of_levels(headings: Sequence[Heading]) -> list[Heading]:
    """The headings, where weights and scores left of the name belong to a level: 一级指标 | 分值 | 二级指标 | 分值."""
    at = next((heading.slot.column for heading in headings if heading.role == "name"), 0)
    of_level = [heading.role in {"weight", "score"} and heading.slot.column < at for heading in headings]
    return [replace(h, role="of-level") if of else h for h, of in zip(headings, of_level, strict=True)]


def _with_areas(headings: Sequence[Heading]) -> list[Heading]:
    """The headings, where labels of no other meaning name areas: 三级指标 | 城厢镇 | 参内镇."""
    named = [h for h in headings if h.role is None and labels.is_area(h.label)]
    if len(named) < 2 or any(h.role == "name" and h.slot.column > named[0].slot.column for h in headings):
        return list(headings)
    areas = set(map(id, named))
    return [replace(h, role="value", area=h.label) if id(h) in areas else h for h in headings]


def _variants(by_role: Mapping[str, Sequence[Heading]]) -> tuple[tuple[Variant, ...], list[Heading], list[Slot]]:
    """The periods or areas whose values stand beside each other; none where there is one value. Then their headings."""
    keys = dict.fromkeys([_key(heading) for heading in by_role.get("value", ())])
    twice: list[Slot] = []
    if len(keys) < 2 and not any(area for _, area in keys):
        return (), [], twice
    varied: dict[tuple[Period, str | None], dict[str, Heading]] = {key: {} for key in keys}
    for role in VARIED:
        for heading in by_role.get(role, ()):
            key = _key(heading, _area_above(heading))
            if key in varied and (role == "value" or heading.period or key[1]):
                if role in varied[key]:
                    twice.append(heading.slot)
                varied[key].setdefault(role, heading)
    chosen = [heading for found in varied.values() for heading in found.values()]
    made = (
        Variant(
            {role: h.range for role, h in found.items()}, period, None if area in label_list().area_totals else area
        )
        for (period, area), found in varied.items()
    )
    return tuple(made), chosen, twice


def _key(heading: Heading, area: str | None = None) -> tuple[Period, str | None]:
    return heading.period or "annual", heading.area or area or _area_above(heading)


def _area_above(heading: Heading) -> str | None:
    """The area a label above names: 城厢镇 over 目标值 and 完成值."""
    return next((label.text for label in heading.above if labels.is_area(label.text)), None)


_MONTH = re.compile(r"([0-9]{1,2})月")


def _last_month(label: str) -> int:
    """The last month a label names: of 1-6月完成值 and 1-9月完成值 the later tells more; 0 where it names none."""
    return max((int(month) for month in _MONTH.findall(narrow(label))), default=0)


def _rank(heading: Heading) -> int:
    return label_list().rank.get(bare(heading.slot.text), len(label_list().rank))
