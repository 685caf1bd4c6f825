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
