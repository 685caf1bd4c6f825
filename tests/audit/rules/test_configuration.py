"""What an office sets for itself."""

from pathlib import Path

import pytest

from audit.rules.configuration import Configuration, read_configuration
from audit.rules.registry import rules
from ingest.exits import CommandError, Exit

RULES = {rule.code: rule for rule in rules()}


def test_settings_and_rules_left_out(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text('skip = ["R31"]\n[rules.R70]\nleast = 85\n[rules.R50]\nallowed = [100]\n', encoding="utf-8")
    said = read_configuration(file, RULES.values())
    assert said.skip == ("R31",)
    assert said.values(RULES["R70"]) == {"least": 85}
    words = RULES["R50"].parameters["execution"].default
    assert said.values(RULES["R50"]) == {"allowed": (100,), "tolerance": 0.1, "execution": words}
    assert Configuration().values(RULES["R70"]) == {"least": 80}
    assert said.fingerprint() != Configuration().fingerprint()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[rules.R99]\nleast = 1\n", "no rule R99"),
        ('skip = ["R99"]\n', "no rule R99"),
        ("[rules.R70]\nmost = 1\n", "has no parameter most (least)"),
        ('[rules.R70]\nleast = "viele"\n', "R70.least = 'viele'"),
        ("[rules.R70]\nleast = true\n", "R70.least"),
        ("[rules", "cannot be used"),
        ("thresholds = 1\n", "thresholds"),
        (None, "cannot be used"),
    ],
)
def test_what_cannot_be_used_is_told(text: str | None, said: str, tmp_path: Path) -> None:
    if text is not None:
        (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    with pytest.raises(CommandError) as caught:
        read_configuration(tmp_path / "own.toml", RULES.values())
    assert said in caught.value.en
    assert caught.value.code is Exit.USAGE
