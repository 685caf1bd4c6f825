"""A stand-in for the reading floors: each line is `project / indicator / value`, and `!status` fails."""

from dataclasses import dataclass
from hashlib import sha256

from ingest.outcome import Outcome, crashed, failed
from ingest.said import Said
from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.document import Document, Text
from schema.read_error import ReadError
from schema.source import Conservation, Source, SourceReading, Status
from schema.span import Span
from schema.table import Indicator, PerformanceTable, Stated
from schema.target import Blank, Comparison, Statement, Target


@dataclass
class PlainReader:
    """Counts what it is asked for; `edition` shows in every statement it reads, `broken` makes it crash."""

    edition: str = ""
    broken: bool = False
    reads: int = 0
    rereads: int = 0

    def read(self, content: bytes, path: str, said: Said) -> Outcome:
        self.reads += 1
        source = Source(path=path, sha256=sha256(content).hexdigest(), format="text")
        text = content.decode()
        if text.startswith("!"):
            return failed(source, ReadError(Status(text[1:].strip()), zh="坏文件", en="a bad file"))
        blocks = tuple(Text(place="text", text=line, line=n) for n, line in enumerate(text.splitlines(), 1) if line)
        return self._understood(Document(source="text", blocks=blocks), source, said)

    def reread(self, document: Document, source: Source, said: Said) -> Outcome:
        self.rereads += 1
        return self._understood(document, source, said)

    def _understood(self, document: Document, source: Source, said: Said) -> Outcome:
        if self.broken:
            return crashed(source, ZeroDivisionError("broken"), "Traceback: broken")
        projects: dict[str, list[Indicator]] = {}
        for block in document.blocks:
            assert isinstance(block, Text)
            project, name, value = (part.strip() for part in block.text.split("/"))
            projects.setdefault(project, []).append(self._indicator(project, name, value, block.line or 0))
        tables = tuple(
            PerformanceTable(
                key=project, kind="project_target", project_name=project, fiscal_year=said.fiscal_year,
                indicators=tuple(indicators), layout="plain", coverage=1.0,
            )
            for project, indicators in projects.items()
        )  # fmt: skip
        odd = [
            Diagnostic(code=Code.UNPARSED, args={"text": i.name}, span=Span(place="text", row=1))
            for table in tables for i in table.indicators if i.name.startswith("?")
        ]  # fmt: skip
        status = Status.NO_TABLES if not tables else Status.IMPORTED_WITH_WARNINGS if odd else Status.IMPORTED
        cells = Conservation(stated=3 * len(document.blocks), used=3 * len(document.blocks))
        reading = SourceReading(source=source, status=status, tables=tables, diagnostics=tuple(odd), cells=cells)
        return Outcome(reading, document)

    def _indicator(self, project: str, name: str, value: str, line: int) -> Indicator:
        spans = {"value": (Span(place="text", row=line, column=3),), "name": (Span(place="text", row=line, column=2),)}
        return Indicator(
            key=f"{project}/{name}", level1="产出指标", level2="数量指标",
            name=name, stated=Stated(name=name, value=value),
            targets=(self._target(value),), spans=spans,
        )  # fmt: skip

    def _target(self, value: str) -> Target:
        if not value:
            return Blank(text="", reason="missing")
        if value.startswith("≥"):
            number, _, unit = value.removeprefix("≥").partition(" ")
            return Comparison(
                text=value, comparator=">=", explicit=True, value=number, unit=unit,
                unit_canonical=unit or None, low=number,
            )  # fmt: skip
        return Statement(text=value + self.edition, sense="text")
