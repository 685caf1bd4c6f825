"""`jixiao audit list`."""

import json

from tests.audit.checked import FAULTS, Imported
from tests.audit.commands.test_exempting import found
from tests.command_line import CommandLine


def test_who_when_and_why(jixiao: CommandLine, imported: Imported) -> None:
    database = imported(road=FAULTS)
    assert jixiao("audit", "list", "--db", database).code == 4
    key = found(jixiao, database)["key"]
    jixiao("audit", "exempt", key, "--db", database, "--reason", "小学生评价", "--name", "张三")
    told = jixiao("audit", "list", "--db", database, language="zh").out
    for words in ("豁免", "R70", "修路 › 群众满意度", "≥70%", key, "张三: 小学生评价"):
        assert words in told
    jixiao("audit", "withdraw", key, "--db", database, "--name", "李四")
    assert jixiao("audit", "list", "--db", database).code == 4
    assert "withdrawn" in jixiao("audit", "list", "--db", database, "--withdrawn").out
    (one,) = json.loads(jixiao("audit", "list", "--db", database, "--withdrawn", "--json").out)["decisions"]
    assert (one["name"], one["withdrawn_by"]) == ("张三", "李四")
