"""Which rules there are."""

from pathlib import Path

import pytest

from audit.rules.registry import asks, built_in, edition, rules
from ingest.exits import CommandError
from tests.audit.rules.own_rule import RULE


def test_ours_by_code() -> None:
    codes = [ask.rule.code for ask in built_in()]
    assert codes == sorted(codes)
    assert [rule.code for rule in rules()] == codes


def test_those_of_a_folder_join_them_or_take_their_place(tmp_path: Path) -> None:
    (tmp_path / "one.sql").write_text(RULE, encoding="utf-8")
    (tmp_path / "two.sql").write_text(RULE.replace("X01", "R70"), encoding="utf-8")
    found = rules([tmp_path])
    assert len(found) == 62
    assert {rule.code: rule.severity for rule in found}["R70"] == "low"
    assert edition(asks([tmp_path])) != edition(asks())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (RULE.replace('["satisfaction"]', '["moon"]'), "needs names no input moon"),
        (RULE.replace("{asked}", "{}"), "must name a column"),
        (b"\xff\xfe\xff", "it cannot be read"),
    ],
)
def test_one_that_cannot_be_used_is_told(text: str | bytes, said: str, tmp_path: Path) -> None:
    (tmp_path / "one.sql").write_bytes(text.encode() if isinstance(text, str) else text)
    with pytest.raises(CommandError) as caught:
        asks([tmp_path])
    assert said in caught.value.en
    assert "one.sql" in caught.value.en


def test_two_of_one_code_and_no_folder(tmp_path: Path) -> None:
    for name in ("one.sql", "two.sql"):
        (tmp_path / name).write_text(RULE, encoding="utf-8")
    with pytest.raises(CommandError, match="already used by"):
        asks([tmp_path])
    with pytest.raises(CommandError, match="no folder of rules"):
        asks([tmp_path / "none"])
