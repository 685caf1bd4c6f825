"""One source as the JSON object that `jixiao parse --json` prints; docs/json.md describes it."""

import json
from typing import Any

from normalize import Reading
from schema.diagnostic import Diagnostic, Language
from schema.source import SourceReading


def reading_object(reading: SourceReading, language: Language) -> dict[str, Any]:
    """A source as plain values, each diagnostic with its sentence.

    >>> from schema.source import Source, Status
    >>> empty = SourceReading(source=Source(path="a.txt", sha256=None, format=None), status=Status.NO_TABLES)
    >>> list(reading_object(empty, "en"))
    ['format_version', 'source', 'status', 'tables', 'diagnostics', 'cells']
    """
    return {
        **reading.model_dump(mode="json"),
        "diagnostics": [diagnostic_object(diagnostic, language) for diagnostic in reading.diagnostics],
    }


def diagnostic_object(diagnostic: Diagnostic, language: Language) -> dict[str, Any]:
    """A diagnostic with its sentence."""
    plain = diagnostic.model_dump(mode="json")
    return {
        "code": plain["code"],
        "args": plain["args"],
        "message": diagnostic.message(language),
        "span": plain["span"],
    }


def line(value: object) -> str:
    """A value as one line of JSON, Chinese as it is."""
    return json.dumps(value, ensure_ascii=False)


def value_object(reading: Reading, language: Language) -> dict[str, Any]:
    """A value's reading as plain values: what was stated, the typed targets, and what was odd."""
    return {
        "stated": {name: getattr(reading.stated, name) for name in ("value", "unit", "operator", "name")},
        "targets": [target.model_dump(mode="json") for target in reading.targets],
        "join": reading.join,
        "diagnostics": [diagnostic_object(diagnostic, language) for diagnostic in reading.diagnostics],
    }
