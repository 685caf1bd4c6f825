"""Where something stands in a source."""

from collections.abc import Callable
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
        points = dict.fromkeys(cls._fields[1:], core_schema.float_schema())
        return _named(cls, cls._asdict, {"page": core_schema.int_schema(), **points})


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
        number = core_schema.nullable_schema(core_schema.int_schema())
        box = core_schema.nullable_schema(handler.generate_schema(Box))
        return _named(
            cls, cls._asdict, {"place": core_schema.str_schema(), "row": number, "column": number, "box": box}
        )


def _named(kind: type, said: Callable[..., dict[str, Any]], fields: dict[str, CoreSchema]) -> CoreSchema:
    """The schema of a named tuple that is an object in JSON; what may be null may be left out.

    pydantic's own schema of a named tuple has a name, and where a model holds two of them the second is only the name.
    """
    left_out = {name for name, field in fields.items() if field["type"] == "nullable"}
    given = [
        core_schema.arguments_parameter(
            name, core_schema.with_default_schema(field, default=None) if name in left_out else field
        )
        for name, field in fields.items()
    ]
    written = {
        name: core_schema.typed_dict_field(field, required=name not in left_out) for name, field in fields.items()
    }
    schema = taken_as_made(kind, core_schema.call_schema(core_schema.arguments_schema(given), kind))
    schema["serialization"] = core_schema.plain_serializer_function_ser_schema(
        said, return_schema=core_schema.typed_dict_schema(written, cls_name=kind.__name__)
    )
    return schema
