"""Findings on a terminal: nothing a document holds commands it."""

from tests.audit.checked import Imported
from tests.command_line import CommandLine


def test_control_characters_are_shown_as_marks(jixiao: CommandLine, imported: Imported) -> None:
    database = imported(
        road={"群众满意度 | ≥90%": "群众\x1b[31m满意度 | ≥70%", "项目名称 | 修路": "项目名称 | 修\x07路"}
    )
    ran = jixiao("audit", "--db", database, "--show")
    assert ran.code == 0
    assert "\x1b" not in ran.out
    assert "\x07" not in jixiao("audit", "--db", database, "--by", "project").out


def test_severities_come_first_and_in_order(jixiao: CommandLine, imported: Imported) -> None:
    lines = jixiao("audit", "--db", imported(road={}), language="zh").out.splitlines()[1:]
    levels = [line.split()[1] for line in lines if line.startswith("R")]
    assert levels == sorted(levels, key=["高", "中", "低", "核对"].index)
