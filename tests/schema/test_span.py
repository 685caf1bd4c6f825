"""Places in a source."""

import pytest
from pydantic import TypeAdapter, ValidationError

from schema.span import Box, Span

SPAN = TypeAdapter(Span)


def test_a_place_may_be_all_there_is() -> None:
    assert SPAN.dump_python(Span(place="page 3"), exclude_none=True) == {"place": "page 3"}


def test_in_json_a_place_and_its_box_are_objects_with_their_names() -> None:
    span = Span("page 3", 1, 2, Box(3, 1.5, 2, 30, 12))
    box = '{"page":3,"x0":1.5,"top":2.0,"x1":30.0,"bottom":12.0}'
    assert SPAN.dump_json(span).decode() == f'{{"place":"page 3","row":1,"column":2,"box":{box}}}'


def test_equal_places_are_one() -> None:
    box = Box(page=3, x0=1.5, top=2, x1=30, bottom=12)
    assert len({Span(place="page 3", box=box), Span(place="page 3", box=box)}) == 1
    assert SPAN.validate_json(SPAN.dump_json(Span(place="page 3", box=box))).box == box


def test_a_place_has_a_name() -> None:
    with pytest.raises(ValidationError):
        SPAN.validate_python({"row": 1})
