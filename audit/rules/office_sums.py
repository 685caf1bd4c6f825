"""R98: an office's projects against the table of the whole office."""

import json
import re
from collections.abc import Iterator
from sqlite3 import Connection

from audit.rules.figures import undated, yuan
from audit.rules.header import own_head
from audit.rules.rows import Coded, Row, Values

_OFFICES = """SELECT table_id, office, fiscal_year, total FROM temp.project
WHERE scope = 'dept' AND stage = 'target' AND office IS NOT NULL AND fiscal_year IS NOT NULL"""
_PROJECTS = """SELECT name, total FROM temp.project
WHERE office = ? AND fiscal_year = ? AND scope = 'project' AND stage = 'target' ORDER BY total DESC"""
_ON_PROJECTS = "SELECT max(amount) FROM temp.fund WHERE table_id = ? AND label LIKE '%项目支出%'"
_TASKS = re.compile(r"任务|主要内容|工作内容|重点工作")
_GENERIC = re.compile(r"专项|项目|经费|资金|工作|业务费|补助|年")


def rows(connection: Connection, values: Values) -> Iterator[Row]:
    """A row where the sum exceeds the whole, and one for each key project that no task names."""
    for table_id, office, year, total in connection.execute(_OFFICES).fetchall():
        projects = [(name, money) for name, money in connection.execute(_PROJECTS, [office, year]) if money]
        whole = sum(money for _name, money in projects)
        (on_projects,) = connection.execute(_ON_PROJECTS, [table_id]).fetchone()
        limit = on_projects or total
        count = {"table_id": table_id, "projects": len(projects)}
        if limit and whole > limit * (1 + values["tolerance"]):
            named = ("项目支出", "its project spending") if on_projects else ("部门整体预算", "the whole budget")
            yield {
                **count, "part": "sum",
                "what": f"{len(projects)} 个项目的预算合计 {yuan(whole)}，超过{named[0]} {yuan(limit)}",
                "what_en": f"{len(projects)} projects sum to {yuan(whole)}, more than {named[1]} of {yuan(limit)}",
            }  # fmt: skip
        tasks = _tasks(connection, table_id)
        for name, money in projects if tasks else ():
            if money >= values["key_share"] * whole and len(projects) > 1 and not _named(name, tasks):
                yield {
                    **count, "part": name, "severity": "review",
                    "what": f"项目“{name}”的预算为 {yuan(money)}，年度主要任务中没有提到",
                    "what_en": f"No task of the year names the project '{name}' of {yuan(money)}",
                }  # fmt: skip


def _tasks(connection: Connection, table_id: int) -> str:
    (fields,) = connection.execute("SELECT fields FROM main.tables WHERE table_id = ?", [table_id]).fetchone()
    return undated("".join(said["text"] for said in json.loads(fields) if _TASKS.search(said["label"]))) or ""


def _named(project: str, tasks: str) -> bool:
    """Whether the tasks hold three characters in a row of what tells the project."""
    own = _GENERIC.sub("", undated(project) or "")
    width = min(3, len(own))
    return any(own[start : start + width] in tasks for start in range(len(own) - width + 1))


RULE = Coded(own_head("R98"), rows)
