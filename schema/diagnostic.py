"""What was odd about a document, as values: the one channel from every floor to the user."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal

from schema.catalogue import Code, fields_in_chinese
from schema.model import Model
from schema.span import Span

Language = Literal["zh", "en"]


class Severity(StrEnum):
    """How much a diagnostic asks of a person: nothing, a look, or a repair."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class Diagnostic(Model):
    """One oddity: what (a code of the catalogue), with which words, where.

    >>> odd = Diagnostic(code=Code.UNKNOWN_LEVEL, args={"level": "其他指标"}, span=Span(place="table 1", row=3))
    >>> odd.message("en")
    "level '其他指标' is not in the taxonomy; it is kept as written"
    >>> odd.severity
    <Severity.WARNING: 'warning'>
    """

    code: Code
    args: Mapping[str, str] = {}
    span: Span | None = None

    @property
    def severity(self) -> Severity:
        """The severity of its code."""
        return Severity(self.code.severity)

    def message(self, language: Language) -> str:
        """The sentence of its code with its own words in it."""
        if language == "en":
            return self.code.en.format_map(_Words(self.args))
        said = {
            name: fields_in_chinese().get(word, word) if name == "field" else word for name, word in self.args.items()
        }
        return self.code.zh.format_map(_Words(said))


class _Words(dict[str, str]):
    """The words of a sentence; one that is missing shows as …, so that a sentence always can be said."""

    def __missing__(self, key: str) -> str:
        return "…"
