"""R96: parts that exclude each other, or of which one always holds."""

from audit.rules.alternatives import RULE
from tests.audit.checked import Imported, checked


def test_parts_about_two_things_do_not_exclude_each_other(imported: Imported) -> None:
    both = {"≥12公里": "里程≥12公里，单段长度≤10公里"}
    with checked(imported(road=both), RULE.rule.code) as (review, _):
        assert review.count() == 0


def test_a_range_in_two_parts_is_possible(imported: Imported) -> None:
    with checked(imported(road={"≥12公里": "≥10公里，且≤12公里"}), RULE.rule.code) as (review, _):
        assert review.count() == 0


def test_numbers_that_are_counted_are_no_bounds(imported: Imported) -> None:
    with checked(imported(road={"≥12公里": "县道12公里，乡道10公里"}), RULE.rule.code) as (review, _):
        assert review.count() == 0
