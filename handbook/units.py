"""Every unit: those that convert, by dimension, and those that count."""

from handbook.page import Page, code, page, table
from ingest.language import pick
from normalize.units import measures
from normalize.vocabulary import vocabulary
from schema.diagnostic import Language


def written(language: Language) -> Page:
    """The page of units."""
    converting = [pick(language, zh="## 可换算的单位", en="## Units that convert"), _converting(language)]
    counting = [pick(language, zh="## 计数单位", en="## Units that count"), _counting(language)]
    return page("units", language, [*converting, *counting])


def _converting(language: Language) -> str:
    headings = pick(language, zh="量 标准单位 写法 一个等于", en="dimension canonical spellings one-is").split()
    groups: dict[tuple[str, str, str], list[str]] = {}
    for spelling, unit in measures().items():
        groups.setdefault((unit.dimension, unit.canonical, str(unit.factor)), []).append(spelling)
    rows = [
        (dimension, canonical, " ".join(map(code, spellings)), factor)
        for (dimension, canonical, factor), spellings in groups.items()
    ]
    return table(headings, rows)


def _counting(language: Language) -> str:
    headings = pick(language, zh="单位 同义写法", en="unit same-as").split()
    rows: list[tuple[str, str]] = []
    for group in vocabulary("counting").values():
        others: dict[str, list[str]] = {spelling: [] for spelling in group["spellings"]}
        for spelling, unit in group.get("same", {}).items():
            others.setdefault(unit, []).append(spelling)
        rows += [(code(unit), " ".join(map(code, same))) for unit, same in others.items()]
    return table(headings, rows)
