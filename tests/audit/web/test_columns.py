"""The columns of a list of indicators."""

from pathlib import Path

from audit.asking.find import Question, find
from audit.database import reading
from audit.web.columns import COLUMNS, chosen


def test_what_each_shows(database: Path) -> None:
    with reading(database) as connection:
        hits, _ = find(connection, Question(words=("总经费",)), 5)
    shown = {name: column.of(hits[0], "en") for name, column in COLUMNS.items()}
    assert (shown["value"], shown["high"], shown["low"], shown["unit"]) == ("≤50万元", "500,000", None, "元")
    assert (shown["comparator"], shown["target_kind"], shown["year"], shown["agency"]) == (
        "<=",
        "comparison",
        2024,
        "公路处",
    )
    assert shown["place"] == "table 1 › 6"


def test_the_order_is_that_of_the_table_whatever_the_address_says() -> None:
    assert [column.name for column in chosen(["place", "year", "value"])] == ["value", "year", "place"]
