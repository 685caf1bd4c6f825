"""`jixiao verify`."""

import json
import sqlite3
from pathlib import Path

from tests.command_line import CommandLine


def test_its_exit_code_says_what_is_at_fault(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    database = tmp_path / "demo.db"
    jixiao("import", form.parent, "--db", database)
    well = jixiao("verify", "--db", database, "--json")
    assert (well.code, json.loads(well.out)["well"]) == (0, True)
    form.write_text("other", encoding="utf-8")
    assert jixiao("verify", "--db", database).code == 3
    assert jixiao("verify", "--db", database, "--no-files").code == 0
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE indicators SET words = ''")
    connection.close()
    ran = jixiao("verify", "--db", database, language="zh")
    assert (ran.code, "检索索引" in ran.out) == (5, True)
