"""Places in a source."""

import pytest
from pydantic import ValidationError

from schema.span import Box, Span


def test_a_place_may_be_all_there_is() -> None:
    assert Span(place="page 3").model_dump(exclude_none=True) == {"place": "page 3"}


def test_equal_places_are_one() -> None:
    box = Box(page=3, x0=1.5, top=2, x1=30, bottom=12)
    assert len({Span(place="page 3", box=box), Span(place="page 3", box=box)}) == 1
    assert Span.model_validate_json(Span(place="page 3", box=box).model_dump_json()).box == box


def test_a_place_has_a_name() -> None:
    with pytest.raises(ValidationError):
        Span.model_validate({"row": 1})
