"""The indicators of a project as rows of a grid, and as the truth about them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby
from random import Random

from bench.generation.drawing import Slot
from bench.generation.truth import TrueIndicator, plain
from bench.generation.voices import Voice, meaning
from bench.generation.world import LEVELS, Aim, shares

COST_LEVEL1 = {**LEVELS, "成本": ("成本指标", "经济成本指标")}
SHARES = {"成本指标": 20, "产出指标": 50, "效益指标": 30, "满意度指标": 10}
DOTS = "……"
_SAID = ("remark", "value", "operator", "unit", "weight", "actual", "score", "deviation", "previous", "forecast")


@dataclass(frozen=True, slots=True)
class Row:
    """What a grid may show of an indicator: a text for each key."""

    texts: dict[str, str]
    truths: tuple[TrueIndicator, ...]


@dataclass(frozen=True, slots=True)
class Habits:
    """How a document writes the indicators of a year: whether cost is a level 1, what weights add up to."""

    voice: Voice
    year: int
    keys: tuple[str, ...]
    cost_level1: bool = False
    weights: int = 0
    points: bool = False
    period: str = "annual"
    areas: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)


def rows_of(aims: Sequence[Aim], habits: Habits, chance: Random) -> list[Row]:
    """Every indicator with all its texts, in the order of the levels."""
    levels = COST_LEVEL1 if habits.cost_level1 else LEVELS
    aims = sorted(aims, key=lambda aim: aim.level != "成本") if habits.cost_level1 else list(aims)
    weights = _weights([levels[aim.level][0] for aim in aims], habits.weights)
    return [_row(aim, at, weights, levels[aim.level], habits, chance) for at, aim in enumerate(aims)]


def _weights(firsts: list[str], total: int) -> list[int]:
    """Whole weights that add up, each level 1 with its usual share."""
    counts = {first: firsts.count(first) for first in dict.fromkeys(firsts)}
    by_level = dict(zip(counts, shares(total, [SHARES[first] for first in counts]), strict=True))
    return [weight for first, count in counts.items() for weight in shares(by_level[first], [1] * count)]


def _row(aim: Aim, at: int, weights: list[int], levels: tuple[str, str], habits: Habits, chance: Random) -> Row:
    voice, year, keys = habits.voice, habits.year, habits.keys
    split = "operator" in keys
    if voice.star and not voice.prefix and at % 3 == 0:
        aim = replace(aim, name=f"★{aim.name}")
    texts = {
        "level1": habits.names.get(levels[0], voice.level(levels[0])),
        "level2": habits.names.get(levels[1], voice.level(levels[1])),
        "name": f"指标{at + 1}：{aim.name}" if voice.prefix else aim.name,
        "description": f"反映{aim.name}的情况",
        "value": voice.bare(aim, year) if split else voice.say(aim, year, with_unit="unit" not in keys),
        "weight": str(weights[at]),
        "direction": {">=": "正向指标", "<=": "反向指标"}.get(aim.sign, "正向指标"),
        "nature": "定性指标" if aim.sign in {"~", "by"} else "定量指标",
        "core": chance.choice(("是", "否")),
        "remark": chance.choice(("", "", "重点指标")),
        "standard": chance.choice(("年度工作计划", "行业标准", "上级文件要求")),
    }
    if split:
        texts["operator"] = voice.operator(aim)
    if "unit" in keys:
        texts["unit"] = voice.unit_column(aim)
    if aim.sign in {">=", "<="}:
        before = replace(aim, number=_scaled(aim.number, chance.choice((80, 90, 110))))
        texts |= {"previous": voice.say(before, year)}
    else:
        texts |= {"previous": texts["value"]}
    texts |= _done(aim, weights[at], voice, year, chance) | _graded(aim, voice, year) | _mid(aim, levels, voice, year)
    texts |= _over_time(aim, voice, year)
    truths = tuple(_truths(aim, texts, levels, habits, chance))
    return Row(texts, truths)


def _done(aim: Aim, weight: int, voice: Voice, year: int, chance: Random) -> dict[str, str]:
    """What came of a target in the year, and what it scored."""
    if aim.sign in {"~", "by"}:
        words = aim.words if aim.sign == "~" else f"{year}年{int(aim.number)}月完成"
        return {"actual": words, "score": str(weight), "deviation": "", "forecast": words}
    missed = chance.random() < 0.2 and aim.number > 0
    better = aim.sign != "<="
    percent = (
        (92 if better else 108) if missed else chance.choice((100, 100, 103 if better and aim.unit != "%" else 100))
    )
    number = aim.number if percent == 100 or aim.sign == "=" else _scaled(aim.number, percent)
    reached = number >= aim.number if better else number <= aim.number
    score = Decimal(weight) if reached else (weight * min(number, aim.number) / max(number, aim.number))
    return {
        "actual": f"{plain(number)}{voice.unit(aim)}",
        "score": plain(score.quantize(Decimal("0.1"), ROUND_HALF_UP)),
        "deviation": "" if reached else "受客观因素影响未达预期，下一步将加强管理。",
        "forecast": f"{plain(aim.number)}{voice.unit(aim)}",
    }


def _graded(aim: Aim, voice: Voice, year: int) -> dict[str, str]:
    """A target as grades, the best of them the target itself."""
    if aim.sign in {"~", "by", "="}:
        return {"grade:优": voice.say(aim, year), "grade:良": "基本达到", "grade:中": "部分达到", "grade:差": "未达到"}
    step = -1 if aim.sign == ">=" else 1
    said = [voice.say(replace(aim, number=_scaled(aim.number, 100 + step * down)), year) for down in (0, 5, 10)]
    return {"grade:优": said[0], "grade:良": said[1], "grade:中": said[2], "grade:差": "未达到"}


def _over_time(aim: Aim, voice: Voice, year: int) -> dict[str, str]:
    """A target at the half of the year, and what was reached in the two years before it."""
    if aim.sign in {"~", "by"}:
        return {"half:value": voice.say(_half(aim), year), "history:1": "—", "history:2": "—"}
    before = [f"{plain(_scaled(aim.number, percent))}{voice.unit(aim)}" for percent in (90, 95)]
    return {"half:value": voice.say(_half(aim), year), "history:1": before[0], "history:2": before[1]}


def _half(aim: Aim) -> Aim:
    """Half the work of a year; what is no amount of work stays as it is."""
    return replace(aim, number=_scaled(aim.number, 50)) if aim.level == "数量" and _counted(aim) else aim


def _mid(aim: Aim, levels: tuple[str, str], voice: Voice, year: int) -> dict[str, str]:
    later, until = _later(aim, year)
    return {
        "mid:level1": voice.level(levels[0]),
        "mid:level2": voice.level(levels[1]),
        "mid:name": aim.name,
        "mid:value": replace(voice, date=0).say(later, until),
    }


def _later(aim: Aim, year: int) -> tuple[Aim, int]:
    """A target in the mid-term: three years' work, or the same share in three years' time."""
    counted = aim.sign in {">=", "<="} and aim.unit not in {"%", "‰", "年"} and aim.level in {"数量", "成本"}
    return (replace(aim, number=aim.number * 3) if counted else aim), year + 2


def _truths(
    aim: Aim, texts: dict[str, str], levels: tuple[str, str], habits: Habits, chance: Random
) -> Iterator[TrueIndicator]:
    has_levels = "level1" in habits.keys or not {"name", "mid:name"} & set(habits.keys)
    first, second = levels if has_levels else (None, None)
    voice, year, keys = habits.voice, habits.year, habits.keys
    said = {key: texts[key] for key in _SAID if key in keys and key in texts}
    if "grade:优" in keys:
        grades = {key: texts.get(key, "") for key in keys if key.startswith("grade:")} | _graded(aim, voice, year)
        said = said | {"value": grades["grade:优"]} | {key: grades[key] for key in ("grade:良", "grade:中", "grade:差")}
    if "mid:value" in keys:
        later, until = _later(aim, year)
        yield TrueIndicator(aim.name, first, second, {"value": texts["mid:value"]}, meaning(later, until), "mid_term")
    if "half:value" in keys:
        yield TrueIndicator(
            aim.name, first, second, {"value": texts["half:value"]}, meaning(_half(aim), year), "half_year"
        )
    if habits.areas:
        for at, area in enumerate(habits.areas, start=1):
            local = replace(aim, number=_scaled(aim.number, chance.choice((20, 30, 50)))) if _counted(aim) else aim
            texts[f"area:{at}"] = voice.say(local, year)
            yield TrueIndicator(
                aim.name, first, second, {"value": texts[f"area:{at}"]}, meaning(local, year), area=area
            )
    else:
        yield TrueIndicator(aim.name, first, second, said, meaning(aim, year), habits.period)


def _counted(aim: Aim) -> bool:
    return aim.sign in {">=", "<="} and aim.unit not in {"%", "‰", "年"}


def _scaled(number: Decimal, percent: int) -> Decimal:
    step = Decimal(1).scaleb(min(0, int(number.as_tuple().exponent)))
    return (number * percent / 100).quantize(step, ROUND_HALF_UP) or number


def with_points(rows: list[Row], total: int) -> None:
    """Print behind each level 1 how many points it carries: 产出指标（50分）."""
    sums: dict[str, int] = {}
    for row in rows:
        sums[row.texts["level1"]] = sums.get(row.texts["level1"], 0) + int(row.texts["weight"])
    if total:
        for row in rows:
            row.texts["level1"] = f"{row.texts['level1']}（{sums[row.texts['level1']]}分）"


def with_dots(rows: list[Row], chance: Random) -> list[Row]:
    """Rows of dots, printed in advance and left standing, below some of the levels."""
    found: list[Row] = []
    for _, group in groupby(rows, key=lambda row: (row.texts["level1"], row.texts["level2"])):
        members = list(group)
        found.extend(members)
        if chance.random() < 0.3:
            levels = {key: text for key, text in members[-1].texts.items() if "level" in key}
            found.append(Row({**levels, "name": DOTS, "mid:name": DOTS}, ()))
    return found


def drawn_rows(rows: Sequence[Row], keys: Sequence[str], *, merged: bool) -> list[list[Slot]]:
    """Rows of slots for the keys of a grid; levels that go on below are merged or said again."""
    lines: list[list[Slot]] = [[] for _ in rows]
    for key in keys:
        name, _, width = key.partition("*")
        columns = int(width or 1)
        at = 0
        for count in _runs(rows, name) if merged and "level" in name else [1] * len(rows):
            lines[at].append(Slot(rows[at].texts.get(name, ""), columns, count))
            at += count
    return lines


def _runs(rows: Sequence[Row], name: str) -> list[int]:
    """How many rows each cell of a level spans; a level 2 ends where its level 1 does."""
    above = [row.texts["level1"] if name.endswith("level2") else "" for row in rows]
    said = [row.texts.get(name, "") for row in rows]
    return [len(list(group)) for _, group in groupby(zip(above, said, strict=True))]
