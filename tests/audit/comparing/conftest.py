"""Databases with two years of a department, and with a self-evaluation."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.command_line import CommandLine

Made = Callable[..., Path]

HEAD = "项目名称\t{project}\t年度\t{year}\n项目编码\t{code}\t\t\n主管部门\t{department}\t实施单位\t{agency}\n"
GRID = "一级指标\t二级指标\t三级指标\t指标值\n"
ACHIEVED = "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n"
FIRST = {"数量指标": "产出指标", "质量指标": "产出指标", "时效指标": "产出指标", "成本指标": "产出指标",
         "社会效益指标": "效益指标", "服务对象满意度指标": "满意度指标"}  # fmt: skip


@pytest.fixture
def made(jixiao: CommandLine, tmp_path: Path) -> Made:
    """Import forms, each of a project in a year, from rows (level 2, name, value)."""
    files = tmp_path / "years"
    files.mkdir()

    def make(*forms: dict[str, Any]) -> Path:
        for number, form in enumerate(forms):
            said = {"project": "修路", "code": "", "department": "交通局", "agency": "公路处", **form}
            rows = form["rows"]
            lines = [f"{FIRST[level2]}\t{level2}\t{name}\t{value}" for level2, name, value in rows]
            text = HEAD.format(**said) + GRID + "\n".join(lines) + "\n"
            (files / f"{number}-{said['year']}.txt").write_text(text, encoding="utf-8")
        database = tmp_path / "years.db"
        assert jixiao("import", files, "--db", database).code == 0
        return database

    return make
