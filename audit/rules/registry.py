"""Which rules there are: those that come with jixiao, and those of the user's own folders."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from audit.findings import Rule
from audit.rules import alternatives, goal_amounts, goal_quantities, near_duplicates, office_sums, quantity_by_cost
from audit.rules.facts import inputs
from audit.rules.header import Query, read_rule, refused
from audit.rules.rows import Coded
from ingest.exits import CommandError, Exit

Ask = Query | Coded
_CODED = (goal_quantities, goal_amounts, quantity_by_cost, alternatives, near_duplicates, office_sums)
_HOLE = re.compile(r"\{(\w*)[^}]*\}")


@cache
def built_in() -> tuple[Ask, ...]:
    """The rules that come with jixiao, by code."""
    found: list[Ask] = [
        read_rule(entry.read_text(encoding="utf-8"), entry.name)
        for entry in files("audit.rules").iterdir()
        if re.fullmatch(r"R\d+\.sql", entry.name)
    ]
    found.extend(module.RULE for module in _CODED)
    return tuple(sorted(found, key=lambda ask: ask.rule.code))


def asks(folders: Iterable[Path] = ()) -> tuple[Ask, ...]:
    """Every rule with what it asks; a user's rule takes the place of a built-in one of the same code.

    Raises `CommandError` that names file and line.
    """
    by_code: dict[str, Ask] = {ask.rule.code: ask for ask in built_in()}
    own: dict[str, str] = {}
    for query in _of_folders(folders):
        code = query.rule.code
        if code in own:
            raise refused(query.path, 1, zh=f"{code} 已用于 {own[code]}", en=f"{code} is already used by {own[code]}")
        own[code] = query.path
        by_code[code] = query
    return tuple(by_code[code] for code in sorted(by_code))


def rules(folders: Iterable[Path] = ()) -> list[Rule]:
    """Every rule, by code; raises `CommandError` where one of a folder cannot be used."""
    return [ask.rule for ask in asks(folders)]


def edition(chosen: Iterable[Ask]) -> str:
    """A short hash of what rules ask, so that findings of other rules can be told."""
    said = (f"{ask.rule.model_dump_json()}{ask.sql if isinstance(ask, Query) else ''}" for ask in chosen)
    return sha256("\n".join(said).encode()).hexdigest()[:16]


def _of_folders(folders: Iterable[Path]) -> Iterator[Query]:
    for folder in folders:
        if not folder.is_dir():
            raise CommandError(
                Exit.USAGE,
                zh=f"没有规则文件夹 {folder}",
                en=f"there is no folder of rules {folder}",
            )
        for path in sorted(folder.glob("*.sql")):
            try:
                text = path.read_text(encoding="utf-8-sig")
            except (OSError, UnicodeDecodeError) as error:
                raise refused(str(path), 1, zh=f"无法读取（{error}）", en=f"it cannot be read ({error})") from error
            query = read_rule(text, str(path))
            _check(query)
            yield query


def _check(query: Query) -> None:
    strange = [name for name in query.rule.needs if name not in inputs()]
    if strange:
        raise refused(
            query.path, 1,
            zh=f"needs 中没有 {strange[0]}；可用：{'、'.join(inputs())}",
            en=f"needs names no input {strange[0]}; there are {', '.join(inputs())}",
        )  # fmt: skip
    for message in (query.rule.message_zh, query.rule.message_en):
        if any(not name for name in _HOLE.findall(message)):
            raise refused(query.path, 1, zh="消息中的 {} 须写列名", en="a {} in a message must name a column")
