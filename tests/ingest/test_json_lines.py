"""The JSON everybody depends on: its fields, in order."""

import json

from ingest.json_lines import diagnostic_object, line, reading_object, value_object
from ingest.said import NOTHING_SAID
from normalize import parse_value
from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.source import SourceReading
from schema.span import Span
from tests.ingest.plain_reader import PlainReader


def test_a_source_has_the_fields_of_the_design() -> None:
    reading = PlainReader().read("路 / ?长 / ≥1 米".encode(), "a.txt", NOTHING_SAID).reading
    plain = reading_object(reading, "zh")
    assert list(plain) == ["format_version", "source", "status", "tables", "diagnostics", "cells"]
    assert list(plain["source"]) == ["path", "sha256", "format"]
    assert list(plain["diagnostics"][0]) == ["code", "args", "message", "span"]
    assert plain["diagnostics"][0]["message"] == "指标值“?长”含有数字，但无法识别"
    assert plain["tables"][0]["indicators"][0]["targets"][0]["low"] == "1"
    for diagnostic in plain["diagnostics"]:
        del diagnostic["message"]
    assert SourceReading.model_validate_json(line(plain)) == reading


def test_a_diagnostic_speaks_the_language_asked_for() -> None:
    odd = Diagnostic(code=Code.TITLE_MISSING, span=Span(place="table 1"))
    assert diagnostic_object(odd, "en")["message"] == "the performance table has no title"
    assert diagnostic_object(odd, "en")["span"]["place"] == "table 1"


def test_a_value() -> None:
    plain = value_object(parse_value("≥231.5", unit="万元"), "en")
    assert list(plain) == ["stated", "targets", "join", "diagnostics"]
    assert plain["stated"] == {"value": "≥231.5", "unit": "万元", "operator": None, "name": None}
    assert plain["targets"][0]["low"] == "2315000"


def test_chinese_stays_chinese() -> None:
    assert line({"a": "指标"}) == '{"a": "指标"}'
    assert "\n" not in line({"a": "一\n二"})
    assert json.loads(line(["\u2028"])) == ["\u2028"]
