"""`jixiao audit rules`."""

import json
from pathlib import Path

from tests.audit.rules.own_rule import RULE
from tests.command_line import CommandLine


def test_each_rule_with_its_parameters(jixiao: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "x.sql").write_text(RULE, encoding="utf-8")
    told = jixiao("audit", "rules", "--rules", tmp_path, language="zh").out
    for words in (
        "R70  中  满意度目标偏低",
        "R70.least = 80  最低满意度（%）",
        "X01  低  满意度低于本局要求",
        "本局审核要点",
    ):
        assert words in told
    said = json.loads(jixiao("audit", "rules", "--json").out)["rules"]
    assert len(said) == 61
