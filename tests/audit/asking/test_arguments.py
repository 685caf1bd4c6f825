"""Questions out of what people say."""

import pytest

from audit.asking.arguments import question
from audit.asking.question import Question
from ingest.exits import CommandError
from schema.target import Comparison


def test_everything_said_is_in_the_question() -> None:
    asked = question("满意", "度", project="修路", year=2024, above="90", unit="%", department="交通")
    assert (asked.words, asked.project_name, asked.fiscal_year, asked.department) == (
        ("满意", "度"),
        "修路",
        2024,
        "交通",
    )
    assert isinstance(asked.above, Comparison)
    assert asked.above.unit_canonical == "%"
    assert question() == Question()


def test_a_bound_that_is_none() -> None:
    with pytest.raises(CommandError):
        question(below="≥90%")
