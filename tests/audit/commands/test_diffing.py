"""`jixiao diff`."""

import json
from pathlib import Path

from tests.command_line import CommandLine
from tests.conftest import FORM


def test_for_a_person_and_as_json(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    jixiao("import", form, "--db", tmp_path / "demo.db")
    form.write_text(
        FORM.replace("≥12公里", "≥15公里").replace(
            "群众满意度\t≥90\n", "群众满意度\t≥90\n效益指标\t经济效益指标\t增收\t≥1万元\n"
        ),
        encoding="utf-8",
    )
    jixiao("import", form, "--db", tmp_path / "demo.db")
    ran = jixiao("diff", 1, "--db", tmp_path / "demo.db", "--json")
    found = json.loads(ran.out)
    assert (ran.code, found["from"], found["to"]) == (0, 1, 2)
    assert [len(found[kind]) for kind in ("added", "removed", "changed")] == [1, 0, 1]
    shown = jixiao("diff", 1, 2, "--db", tmp_path / "demo.db", language="zh")
    assert "~ 修路里程  ≥12公里 → ≥15公里" in shown.out
    assert "+ 增收  ≥1万元" in shown.out
    assert "增加 1，减少 0，改变 1" in shown.err
    assert jixiao("diff", 1, 9, "--db", tmp_path / "demo.db").code == 2


SCORED = """项目支出绩效自评表
项目名称\t修路\t年度\t2024\t\t\t
一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分
产出指标\t数量指标\t修路里程\t≥12公里\t12公里\t15\t15
"""


def test_what_changed_is_named_but_for_the_value(jixiao: CommandLine, tmp_path: Path) -> None:
    form = tmp_path / "form.txt"
    for text in (SCORED, SCORED.replace("15\t15", "15\t14")):
        form.write_text(text, encoding="utf-8")
        jixiao("import", form, "--db", tmp_path / "demo.db")
    assert "~ 修路里程  得分 15 → 14" in jixiao("diff", 1, "--db", tmp_path / "demo.db", language="zh").out
    assert "~ 修路里程  score 15 → 14" in jixiao("diff", 1, "--db", tmp_path / "demo.db").out
