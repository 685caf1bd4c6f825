"""What is stated of files that do not say it."""

from ingest.said import NOTHING_SAID, Said


def test_nothing_is_said_unless_somebody_says_it() -> None:
    assert Said() == NOTHING_SAID
    assert Said(fiscal_year=2024) != NOTHING_SAID
