"""`jixiao doctor`."""

import json

import pytest

from ingest.doctor import Check
from tests.command_line import CommandLine


@pytest.mark.parametrize(("well", "code"), [(True, 0), (False, 1)])
def test_it_says_what_to_do(jixiao: CommandLine, monkeypatch: pytest.MonkeyPatch, well: bool, code: int) -> None:
    checks = [Check("lxml", "6.1", well, zh="请升级", en="upgrade it")]
    monkeypatch.setattr("ingest.commands.examining.examine", lambda _folder: checks)
    ran = jixiao("doctor", "--json", language="zh")
    assert ran.code == code
    (told,) = json.loads(ran.out)["checks"]
    assert told == {"name": "lxml", "found": "6.1", "well": well, "advice": "" if well else "请升级"}
    shown = jixiao("doctor").out
    assert ("upgrade it" in shown, "✓" in shown) == (not well, well)


def test_no_such_folder(jixiao: CommandLine) -> None:
    assert jixiao("doctor", "--db", "/no/such/folder/demo.db").code == 6
