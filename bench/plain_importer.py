"""What one would write in an afternoon in the place of jixiao: python-docx, pydantic and sqlite-utils, plainly.

It reads Word files with a form a project: labels with the text to their right, then rows below a header that names
三级指标 and 指标值. An indicator becomes a row: levels, name, value, and the value split by one regular expression into
comparator, number and unit.

What it does not do, and jixiao does: other formats and layouts (lists, several values beside each other, cells broken
over pages), Chinese numbers, dates, words, several targets in a value, units converted, operators and units that stand
in columns of their own, places of cells, an account of every cell, diagnostics, search, history, the Document kept,
workers that can be killed, broken or hostile files, a second run that reads nothing. Rows in content controls it does
not see, and on merges it does not expect it raises.
"""

import re
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import docx
from docx.table import Table
from pydantic import BaseModel
from sqlite_utils import Database

_VALUE = re.compile(r"(?P<comparator>[≥≤><=＞＜＝])?\s*(?P<number>\d+(?:\.\d+)?)\s*(?P<unit>\D*)")
_HEADS = {"一级指标": "level1", "二级指标": "level2", "三级指标": "name", "指标名称": "name", "指标值": "value",
          "年度指标值": "value", "目标值": "value", "绩效指标值": "value"}  # fmt: skip
_FIELDS = {"项目名称": "name", "主管部门": "department", "实施单位": "agency", "预算单位": "agency"}


class Project(BaseModel):
    """A row of the table of projects."""

    id: str
    source: str
    title: str | None = None
    name: str | None = None
    department: str | None = None
    agency: str | None = None


class Indicator(BaseModel):
    """A row of the table of indicators."""

    id: str
    project_id: str
    level1: str | None = None
    level2: str | None = None
    name: str
    value: str
    comparator: str | None = None
    number: float | None = None
    unit: str | None = None


def import_plainly(files: list[Path], database: Path) -> int:
    """Import Word files; how many indicators were found."""
    db = Database(database)
    found = 0
    for path in files:
        for number, table in enumerate(docx.Document(str(path)).tables):
            project = Project(id=_id(path.name, number), source=path.name)
            indicators = _indicators(table, project)
            db.table("projects").upsert(project.model_dump(), pk="id")
            db.table("indicators").upsert_all([each.model_dump() for each in indicators], pk="id")
            found += len(indicators)
    return found


def _id(*parts: object) -> str:
    return sha256("/".join(map(str, parts)).encode()).hexdigest()[:16]


def _indicators(table: Table, project: Project) -> list[Indicator]:
    columns: dict[str, int] = {}
    found: list[Indicator] = []
    for at, row in enumerate(table.rows):
        texts = [re.sub(r"\s+", "", cell.text) for cell in row.cells]
        heads = {_HEADS[text]: column for column, text in enumerate(texts) if text in _HEADS}
        if {"name", "value"} <= heads.keys():
            columns = heads
        elif columns:
            said = {role: texts[column] for role, column in columns.items() if column < len(texts)}
            if said.get("name") and said.get("value"):
                split = _VALUE.match(said["value"])
                parts = split.groupdict() if split is not None else {}
                found.append(Indicator(id=_id(project.id, at), project_id=project.id, **said, **parts))
        else:
            for label, text in pairwise(texts):
                if label.rstrip("：:") in _FIELDS and text != label:
                    setattr(project, _FIELDS[label.rstrip("：:")], text)
    return found
