"""`jixiao audit accept`."""

from tests.audit.checked import FAULTS, Imported
from tests.audit.commands.test_exempting import found
from tests.command_line import CommandLine


def test_a_finding_is_taken_up(jixiao: CommandLine, imported: Imported) -> None:
    database = imported(road=FAULTS)
    key = found(jixiao, database)["key"]
    ran = jixiao("audit", "accept", key, "--db", database, "--reason", "已发函", "--name", "李四", language="zh")
    assert ran.err == "已受理 1 项\n"
    one = found(jixiao, database)
    assert (one["state"], one["accepted"]) == ("accepted", "已发函")
    assert jixiao("audit", "accept", "--db", database, "--reason", "已发函", "--name", "李四").code == 2
