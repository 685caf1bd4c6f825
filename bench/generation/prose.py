"""Indicators told in one cell of prose, in the three ways lists tell them."""

from collections.abc import Sequence
from dataclasses import replace

from bench.generation.grids import Row
from bench.generation.truth import TrueIndicator


def told(rows: Sequence[Row], style: str) -> tuple[list[Row], str]:
    """The rows with the truth that prose leaves of them, and the prose.

    `serial` names level 1 only: 1、产出指标：名称，年度指标值：≥4场。 `counted` and `brackets` name level 2:
    设1条数量指标：名称≥1个月；【产出指标-数量指标】指标1:名称(≥77台)；
    """
    if style == "counted":  # it has nothing between name and value, so that words could not be told from the name
        rows = [row for row in rows if row.truths[0].target.kind == "comparison"]
    kept = [Row(row.texts, tuple(_truth(truth, style) for truth in row.truths)) for row in rows]
    items = [_item(at, row.texts, style) for at, row in enumerate(rows, start=1)]
    return kept, "".join(items)


def _item(at: int, texts: dict[str, str], style: str) -> str:
    first, second, name, value = (texts[key] for key in ("level1", "level2", "name", "value"))
    if style == "serial":
        return f"{at}、{first}：{name}，年度指标值：{value}。"
    if style == "counted":
        return f"设1条{second}：{name}{value}；"
    return f"【{first}-{second}】指标{at}:{name}({value})；"


def _truth(truth: TrueIndicator, style: str) -> TrueIndicator:
    return replace(truth, level2=None) if style == "serial" else truth
