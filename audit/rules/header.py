"""The head of a rule: TOML in the comment lines a `.sql` file opens with, and the query behind it."""

import tomllib
from dataclasses import dataclass
from importlib.resources import files

from pydantic import ValidationError

from audit.findings import Rule
from ingest.exits import CommandError, Exit


@dataclass(frozen=True, slots=True)
class Query:
    """A rule that is a query; `line` is where the query begins in its file."""

    rule: Rule
    sql: str
    path: str
    line: int


def read_rule(text: str, path: str) -> Query:
    """The rule of a file; raises `CommandError` that names file and line.

    >>> query = read_rule('''-- code = "X1"
    ... -- severity = "low"
    ... -- title_zh = "题"
    ... -- title_en = "title"
    ... -- reason_zh = "因"
    ... -- reason_en = "reason"
    ... -- message_zh = "请核实“{name}”。"
    ... -- message_en = "Please check '{name}'."
    ... -- basis = "依据"
    ... SELECT table_id FROM project
    ... ''', "X1.sql")
    >>> query.rule.code, query.line, query.sql
    ('X1', 10, 'SELECT table_id FROM project')
    """
    lines = text.lstrip("\ufeff").splitlines()
    head = next((number for number, line in enumerate(lines) if not line.startswith("--")), len(lines))
    rule = read_head("\n".join(line[2:].removeprefix(" ") for line in lines[:head]), path)
    sql = "\n".join(lines[head:]).strip().rstrip(";")
    if not sql:
        raise refused(path, head + 1, zh="表头之后没有查询", en="there is no query behind the head")
    first = next(number for number, line in enumerate(lines[head:], head) if line.strip())
    return Query(rule, sql, path, first + 1)


def own_head(code: str) -> Rule:
    """The facts of a rule of ours that is a module: R93.toml beside it."""
    path = f"{code}.toml"
    return read_head((files("audit.rules") / path).read_text(encoding="utf-8"), path)


def read_head(text: str, path: str) -> Rule:
    """The facts of a rule, from TOML; raises `CommandError`."""
    try:
        return Rule.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise refused(
            path, _line_of(error), zh=f"表头不是 TOML（{error}）", en=f"the head is no TOML ({error})"
        ) from None
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise refused(
            path, 1, zh=f"表头的 {where} 不对（{first['msg']}）", en=f"{where} of the head is wrong ({first['msg']})"
        ) from None


def refused(path: str, line: int, *, zh: str, en: str) -> CommandError:
    """A rule that cannot be used, by file and line."""
    return CommandError(Exit.USAGE, zh=f"规则 {path} 第 {line} 行：{zh}", en=f"rule {path}, line {line}: {en}")


def _line_of(error: tomllib.TOMLDecodeError) -> int:
    at = str(error).partition("at line ")[2].partition(",")[0]
    return int(at) if at.isdigit() else 1
