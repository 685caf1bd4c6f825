"""Which table counts, reckoned anew."""

from pathlib import Path

import pytest

from audit.settled import unsettled
from tests.audit.checked import problems_after
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


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("UPDATE tables SET stands = 1", "by all files that are there it should be otherwise"),
        ("UPDATE tables SET stands = 0", "by all files that are there it should be otherwise"),
        ("DELETE FROM diagnostics WHERE code = 'table-differs'", "beside other files is wrong"),
        ("UPDATE diagnostics SET message_en = 'x' WHERE code = 'table-repeated'", "beside other files is wrong"),
        ("UPDATE diagnostics SET place = 'table 1' WHERE code = 'table-repeated'", "beside other files is wrong"),
        ("DELETE FROM diagnostics WHERE code = 'said-otherwise'", "copy.txt: what is said of its tables beside"),
    ],
)
def test_what_does_not_follow_is_told_and_a_retry_decides_anew(
    jixiao: CommandLine, database: Path, change: str, said: str
) -> None:
    assert problems_after(database, unsettled) == []
    assert any(said in problem for problem in problems_after(database, unsettled, change))
    jixiao("retry", "--db", database)
    assert problems_after(database, unsettled) == []
