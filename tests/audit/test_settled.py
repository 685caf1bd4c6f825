"""Which table counts, reckoned anew."""

import sqlite3
from pathlib import Path

import pytest

from audit.database import reading
from audit.settled import unsettled
from tests.command_line import CommandLine


@pytest.fixture
def database(jixiao: CommandLine, form: Path, tmp_path: Path) -> Path:
    text = form.read_text(encoding="utf-8")
    (form.parent / "same.md").write_text(text + "\n", encoding="utf-8")
    (form.parent / "later.txt").write_text(text.replace("≥12公里", "≥15公里"), encoding="utf-8")
    (form.parent / "copy.txt").write_text(text, encoding="utf-8")
    (tmp_path / "list.csv").write_text(
        "path,region\nroad.txt,甲区\ncopy.txt,乙区\nsame.md,乙区\nlater.txt,乙区\n", encoding="utf-8"
    )
    jixiao("import", form.parent, "--db", tmp_path / "demo.db", "--manifest", tmp_path / "list.csv")
    return tmp_path / "demo.db"


def told(database: Path, script: str = "") -> list[str]:
    connection = sqlite3.connect(database)
    connection.executescript(script)
    connection.close()
    with reading(database, strictly=False) as connection:
        return [problem[1] for _looked_at, problem in unsettled(connection) if problem is not None]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("UPDATE tables SET stands = 1", "by all files that are there it should be otherwise"),
        ("UPDATE tables SET stands = 0", "by all files that are there it should be otherwise"),
        ("DELETE FROM diagnostics WHERE code = 'table-differs'", "beside other files is wrong"),
        ("UPDATE diagnostics SET message_en = 'x' WHERE code = 'table-repeated'", "beside other files is wrong"),
        ("DELETE FROM diagnostics WHERE code = 'said-otherwise'", "copy.txt: what is said of its tables beside"),
    ],
)
def test_what_does_not_follow_is_told_and_a_retry_decides_anew(
    jixiao: CommandLine, database: Path, change: str, said: str
) -> None:
    assert told(database) == []
    assert any(said in problem for problem in told(database, change))
    jixiao("retry", "--db", database)
    assert told(database) == []
