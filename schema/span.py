"""Where something stands in a source."""

from typing import Any, NamedTuple

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from schema.model import Model, taken_as_made


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
        numbers = {name: core_schema.typed_dict_field(core_schema.float_schema()) for name in cls._fields[1:]}
        page = {"page": core_schema.typed_dict_field(core_schema.int_schema())}
        named = core_schema.typed_dict_schema({**page, **numbers}, cls_name=cls.__name__)
        schema["serialization"] = core_schema.plain_serializer_function_ser_schema(cls._asdict, return_schema=named)
        return schema


class Span(Model):
    """One place in a source, in the words of its format; rows and columns count from 1, as people do.

    In text files `row` is the line. A value broken over a page has several spans.

    >>> Span(place="table 2", row=14, column=5).model_dump(exclude_none=True)
    {'place': 'table 2', 'row': 14, 'column': 5}
    """

    place: str
    row: int | None = None
    column: int | None = None
    box: Box | None = None
