"""What became of one source file: the object `jixiao parse --json` prints a line of."""

from enum import StrEnum
from typing import Literal

from schema.diagnostic import Diagnostic
from schema.model import Model
from schema.table import PerformanceTable

FORMAT_VERSION: Literal[1] = 1


class Status(StrEnum):
    """How a file ended; the list is closed, and every file has exactly one."""

    IMPORTED = "imported"
    IMPORTED_WITH_WARNINGS = "imported_with_warnings"
    NO_TABLES = "no_tables"
    IMAGE_ONLY = "image_only"
    DUPLICATE = "duplicate"
    ENCRYPTED = "encrypted"
    TRUNCATED = "truncated"
    CORRUPT = "corrupt"
    UNSUPPORTED = "unsupported"
    UNSAFE = "unsafe"
    LIMIT = "limit"
    TIMEOUT = "timeout"
    OUT_OF_MEMORY = "out_of_memory"
    PARSER_CRASH = "parser_crash"
    UNREADABLE = "unreadable"
    VANISHED = "vanished"

    @property
    def well(self) -> bool:
        """Whether the file holds performance tables and they are in the database."""
        return self in {Status.IMPORTED, Status.IMPORTED_WITH_WARNINGS, Status.DUPLICATE}


class Source(Model):
    """A file as named by its user, its content's hash, and the format its content has ("text", null if none)."""

    path: str
    sha256: str | None
    format: str | None


class Conservation(Model):
    """The non-blank cells of a source, counted raw, and what became of each: stated = used + ignored + reported.

    >>> Conservation(stated=5, used=3, ignored={"header": 1}, reported=1).holds
    True
    """

    stated: int = 0
    used: int = 0
    ignored: dict[str, int] = {}
    reported: int = 0

    @property
    def holds(self) -> bool:
        """Whether every cell is accounted for."""
        return self.stated == self.used + sum(self.ignored.values()) + self.reported


class SourceReading(Model):
    """Everything jixiao says about one source file."""

    format_version: Literal[1] = FORMAT_VERSION
    source: Source
    status: Status
    tables: tuple[PerformanceTable, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    cells: Conservation = Conservation()
