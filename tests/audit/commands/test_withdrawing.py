"""`jixiao audit withdraw`."""

from tests.audit.checked import FAULTS, Imported
from tests.audit.commands.test_exempting import found
from tests.command_line import CommandLine


def test_what_was_decided_holds_no_more(jixiao: CommandLine, imported: Imported) -> None:
    database = imported(road=FAULTS)
    key = found(jixiao, database)["key"]
    jixiao("audit", "exempt", key, "--db", database, "--reason", "甲", "--name", "张三")
    assert jixiao("audit", "withdraw", key, "--db", database, "--name", "李四").err == "Withdrawn: 1\n"
    assert found(jixiao, database)["state"] == "open"
    assert jixiao("audit", "withdraw", key, "--db", database, "--name", "李四").code == 4
    assert jixiao("audit", "withdraw", "--db", database, "--name", "李四").code == 2
