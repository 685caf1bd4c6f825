"""The one way from a file to what it says: read, interpret, normalize; every failure becomes a status."""

import resource
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from ingest.content import content_of
from ingest.outcome import Outcome, crashed, failed, out_of_memory
from ingest.rows import DamagedError
from ingest.said import NOTHING_SAID, Said
from normalize.tables import normalize_tables
from parsers import Hints, interpret, read
from schema.diagnostic import Severity
from schema.document import Document
from schema.limits import Limits
from schema.read_error import ReadError
from schema.source import Source, SourceReading, Status


@dataclass(frozen=True, slots=True)
class FileReader:
    """Reads sources under limits; never raises."""

    limits: Limits

    def read(self, content: bytes, path: str, said: Said) -> Outcome:
        """A source from its bytes; the path only gives its name."""
        source = Source(path=path, sha256=sha256(content).hexdigest(), format=None)

        def understood() -> Outcome:
            document = read(content, _name(path), self.limits)
            return _understood(document, source.model_copy(update={"format": document.source}), said)

        return isolated(source, understood)

    def reread(self, document: Document, source: Source, said: Said) -> Outcome:
        """A source from what it showed when it was last read."""
        return isolated(source, lambda: _understood(document, source, said))


def read_source(source: Path | bytes, path: str, limits: Limits, said: Said = NOTHING_SAID) -> Outcome:
    """One source, from a file or from bytes at hand, called by `path`; never raises."""
    match source:
        case bytes():
            return FileReader(limits).read(source, path, said)
        case Path():
            try:
                content, _stamp = content_of(source, limits)
            except ReadError as error:
                return failed(Source(path=path, sha256=None, format=None), error)
            return FileReader(limits).read(content, path, said)


def _understood(document: Document, source: Source, said: Said) -> Outcome:
    hints = Hints(file_name=_name(source.path), fiscal_year=said.fiscal_year, region=said.region)
    interpretation = interpret(document, hints)
    tables, odd = normalize_tables(interpretation.tables)
    diagnostics = (*document.diagnostics, *interpretation.diagnostics, *odd)
    if not tables:
        status = Status.NO_TABLES
    elif any(diagnostic.severity is not Severity.INFO for diagnostic in diagnostics):
        status = Status.IMPORTED_WITH_WARNINGS
    else:
        status = Status.IMPORTED
    reading = SourceReading(
        source=source, status=status, tables=tables, diagnostics=diagnostics, cells=interpretation.cells
    )
    return Outcome(reading, document, accounts=interpretation.accounts)


def isolated(source: Source, work: Callable[[], Outcome]) -> Outcome:
    """The one place where a defect of our own is caught: it costs its file, never the run.

    What was stored and is damaged is no defect and no end of a file: whoever asked reads the file instead.
    """
    try:
        return work()
    except DamagedError:
        raise
    except ReadError as error:
        return failed(source, error)
    except MemoryError:
        return failed(source, out_of_memory(_bound()))
    except Exception as error:  # noqa: BLE001 - whatever a defect raises; recorded with its traceback
        return crashed(source, error, traceback.format_exc())


def _bound() -> int | None:
    """What this process may hold at most, where it is bound to less than the machine has."""
    most, _ = resource.getrlimit(resource.RLIMIT_AS)
    return None if most == resource.RLIM_INFINITY else most


def _name(path: str) -> str:
    return path.rsplit("/", 1)[-1]
