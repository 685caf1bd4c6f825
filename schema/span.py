"""Where something stands in a source."""

from typing import Any, NamedTuple

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from schema.model import taken_as_made


class Box(NamedTuple):
    """A rectangle on a page, in points from its upper left corner.

    A tuple, because a page has hundreds of them; in JSON it is an object with these names.
    """

    page: int
    x0: float
    top: float
    x1: float
    bottom: float

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """How models hold one: as it was made, with its names in JSON."""
        schema = taken_as_made(cls, handler(source))
        schema["serialization"] = core_schema.plain_serializer_function_ser_schema(cls._asdict, return_schema=_BOX)
        return schema


class Span(NamedTuple):
    """One place in a source, in the words of its format; rows and columns count from 1, as people do.

    In text files `row` is the line. A value broken over a page has several spans. A tuple, because an indicator has one
    for each of its fields; in JSON it is an object with these names.

    >>> Span(place="table 2", row=14, column=5)
    Span(place='table 2', row=14, column=5, box=None)
    """

    place: str
    row: int | None = None
    column: int | None = None
    box: Box | None = None

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """How models hold one: as it was made, with its names in JSON."""
        schema = taken_as_made(cls, handler(source))
        schema["serialization"] = core_schema.plain_serializer_function_ser_schema(_named, return_schema=_SPAN)
        return schema


def _named(span: Span) -> dict[str, object]:
    return {**span._asdict(), "box": None if span.box is None else span.box._asdict()}


def _object(**fields: CoreSchema) -> CoreSchema:
    """An object with these fields, without those that may be null where they are."""
    named = {name: core_schema.typed_dict_field(of, required=of["type"] != "nullable") for name, of in fields.items()}
    return core_schema.typed_dict_schema(named)


_WHOLE, _POINTS = core_schema.int_schema(), core_schema.float_schema()
_NUMBER = core_schema.nullable_schema(_WHOLE)
_BOX = _object(page=_WHOLE, x0=_POINTS, top=_POINTS, x1=_POINTS, bottom=_POINTS)
_SPAN = _object(place=core_schema.str_schema(), row=_NUMBER, column=_NUMBER, box=core_schema.nullable_schema(_BOX))
