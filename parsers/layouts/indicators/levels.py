"""The levels an indicator stands under: as its row says, else as the rows above do."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from normalize import taxonomy
from normalize.placeholders import is_ditto
from parsers.layouts.grids.rows import Slot
from parsers.layouts.words import labels
from schema.catalogue import Code
from schema.diagnostic import Diagnostic


@dataclass(slots=True)
class Levels:
    """The levels in force at a row, with the cells that state them; a third one only where names are a fourth."""

    level1: str | None = None
    level2: str | None = None
    slot1: Slot | None = None
    slot2: Slot | None = None
    slot3: Slot | None = None


def follow(above: Levels, slots: Mapping[str, Slot], covered1: Slot | None) -> tuple[Levels, list[Diagnostic]]:
    """The levels at a row, given those of the row above and its own cells.

    A new level 1 ends the level 2 above it. A level 2 that cannot stand under the level 1 above it brings its own,
    unless a merged cell (`covered1`) says that the level 1 above holds here too.
    """
    diagnostics: list[Diagnostic] = []
    first, second = _said(slots.get("level1")), _said(slots.get("level2"))
    if first is None and second is not None and covered1 is None and _is_first(second, above):
        # 效益指标 in the only column of levels, below 数量指标: a level 1 among levels 2.
        first, second = second, None
    now = above
    both = _both(first or second) if first is None or second is None else None
    if both is not None:
        return replace(both, slot3=slots.get("level3")), diagnostics
    if first is not None:
        now = Levels(_canonical1(first, diagnostics), None, first, None)
    if second is not None:
        now = Levels(now.level1, _canonical2(second, diagnostics), now.slot1, second)
        parents = _parents(second)
        stated = now.slot1 if first is not None or covered1 is not None else None
        if stated is not None and parents and now.level1 not in parents and labels.is_broad(stated.text):
            now = replace(now, level1=parents[0])
        elif stated is None and parents and now.level1 not in parents:
            now = Levels(parents[0], now.level2, None, second)
            args = {"level1": parents[0], "level2": second.text}
            diagnostics.append(Diagnostic(code=Code.LEVEL_INFERRED, args=args, span=second.span))
    if "level3" in slots:
        now = replace(now, slot3=slots["level3"])
    return now, diagnostics


def _said(slot: Slot | None) -> Slot | None:
    """The cell of a level, unless it only says that the one above it holds."""
    return None if slot is None or is_ditto(slot.text) else slot


_JOINT = re.compile(r"\s*[/／\\—–>、·-]+\s*")


def _both(slot: Slot | None) -> Levels | None:
    """Both levels of a cell that names them together, 产出指标/数量指标; None for any other cell."""
    parts = _JOINT.split(slot.text) if slot is not None else []
    if len(parts) != 2 or taxonomy.level1(parts[0]) is None or (second := taxonomy.level2(parts[1])) is None:
        return None
    return Levels(taxonomy.level1(parts[0]), second.name, slot, slot)


def of_name(levels: Levels, name: str) -> tuple[str | None, str | None]:
    """The canonical levels of an indicator; where no cell states any, those its own name begins with: 数量指标：报告数.

    >>> of_name(Levels(), "数量指标：报告数"), of_name(Levels(), "报告数：份")
    (('产出指标', '数量指标'), (None, None))
    """
    if levels.level1 is not None or levels.level2 is not None:
        return levels.level1, levels.level2
    label, colon, rest = name.replace("：", ":", 1).partition(":")
    known = taxonomy.level2(label) if colon and rest and label.endswith("指标") else None
    return (next(iter(known.parents), None), known.name) if known is not None else (None, None)


def _is_first(slot: Slot, above: Levels) -> bool:
    """Whether a cell names a level 1: 效益指标 does, and 预算执行 where nothing above could have it as a level 2."""
    second = taxonomy.level2(slot.text)
    own = second is not None and not second.parents and above.level1 in _WITH_LEVELS_OF_THEIR_OWN
    return taxonomy.level1(slot.text) is not None and (second is None or own)


_WITH_LEVELS_OF_THEIR_OWN = frozenset({"产出指标", "效益指标", "满意度指标", "成本指标"})


def _canonical1(slot: Slot, diagnostics: list[Diagnostic]) -> str:
    return taxonomy.level1(slot.text) or _unknown(slot, diagnostics)


def _canonical2(slot: Slot, diagnostics: list[Diagnostic]) -> str:
    known = taxonomy.level2(slot.text)
    return known.name if known is not None else _unknown(slot, diagnostics)


def _parents(slot: Slot) -> tuple[str, ...]:
    known = taxonomy.level2(slot.text)
    return known.parents if known is not None else ()


def _unknown(slot: Slot, diagnostics: list[Diagnostic]) -> str:
    stated = slot.text.replace("\n", "")
    diagnostics.append(Diagnostic(code=Code.UNKNOWN_LEVEL, args={"level": stated}, span=slot.span))
    return stated
