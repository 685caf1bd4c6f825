"""A question as an address says it."""

import pytest
from starlette.datastructures import QueryParams

from audit.asking.question import Question
from audit.web.question import exactly, read
from schema.target import Comparison


def test_everything_an_address_may_say() -> None:
    asked = read(QueryParams("q=群众 满意度&department=局&agency=处&project=路&region=市&year=2024&level=产出&unit=%25&"
                             "comparator=>=&target=≥90&kind=comparison&diagnostic=unit-missing&source=a.txt"))  # fmt: skip
    question = asked.question
    assert (question.words, question.department, question.project_name) == (("群众", "满意度"), "局", "路")
    assert (question.fiscal_year, question.level, question.comparator, question.kind) == (
        2024,
        "产出",
        ">=",
        "comparison",
    )
    assert isinstance(question.target, Comparison)
    assert (question.target.low, question.target.unit_canonical) == ("90", "%")


@pytest.mark.parametrize(
    "said",
    [
        "",
        "q=+&year=&level=",
        "year=20245",
        "year=x",
        "kind=x",
        "table_kind=x",
        "comparator=x",
        "is=x:y",
        "is=level1",
        "year=²",
    ],
)
def test_what_says_nothing_asks_for_everything(said: str) -> None:
    assert read(QueryParams(said)).question == Question()


def test_a_kind_of_target_and_one_of_table_hold_both() -> None:
    question = read(QueryParams("kind=deadline&table_kind=monitor")).question
    assert (question.kind, question.exact) == ("deadline", (("table_kind", "monitor"),))


def test_what_cannot_be_read_is_told_field_by_field() -> None:
    assert set(read(QueryParams("target=好&below=高&above=50万元")).troubles) == {"target", "below"}


@pytest.mark.parametrize(
    "pair",
    [("level1", "产出指标"), ("fiscal_year", 2024), ("level2", None), ("fiscal_year", None), ("department", "a:b&c=d")],
)
def test_a_facet_comes_back_as_it_was_said(pair: tuple[str, str | int | None]) -> None:
    assert read(QueryParams([("is", exactly(*pair))])).exact == (pair,)
