"""Every status has words in both languages, and every failure a next step."""

import pytest

from ingest.statuses import ADVICE
from schema.source import Status


@pytest.mark.parametrize("status", Status)
def test_every_status_says_what_it_means_and_what_to_do(status: Status) -> None:
    advice = ADVICE[status]
    assert advice.meaning("zh") != advice.meaning("en") != ""
    assert bool(advice.next_step("zh")) == bool(advice.next_step("en"))
    if not status.well:
        assert advice.next_step("en")
