"""Exit codes are a promise."""

from ingest.exits import CommandError, Exit


def test_the_codes_are_as_documented() -> None:
    assert {code.name: code.value for code in Exit} == {
        "WELL": 0,
        "UNEXPECTED": 1,
        "USAGE": 2,
        "SOME_FAILED": 3,
        "NOTHING_FOUND": 4,
        "DATABASE": 5,
        "STORAGE": 6,
        "LOCKED": 75,
        "INTERRUPTED": 130,
    }


def test_an_error_carries_both_languages() -> None:
    error = CommandError(Exit.LOCKED, zh="占用", en="taken")
    assert (error.code, error.zh, error.en) == (75, "占用", "taken")
