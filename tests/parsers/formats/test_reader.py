"""The contract of a reader, and its one shared refusal."""

import subprocess
import sys
from dataclasses import FrozenInstanceError, fields

import pytest

from parsers.formats.reader import Request, empty, read_by
from parsers.formats.text import TEXT
from schema.source import Status


def test_a_reader_is_a_value() -> None:
    for field in fields(TEXT):
        with pytest.raises(FrozenInstanceError):
            setattr(TEXT, field.name, "other")


def test_an_empty_file_is_said_in_both_languages() -> None:
    refused = empty()
    assert (refused.status, "空" in refused.zh, "empty" in refused.en) == (Status.CORRUPT, True, True)


def test_a_module_named_reads_as_it_does_itself() -> None:
    content = "项目名称\t专利转化\n".encode()
    assert read_by("parsers.formats.text")(content, Request()) == TEXT.read(content, Request())


def test_who_reads_no_pdf_does_not_wait_for_what_reads_it() -> None:
    asked = "import sys, parsers; print([name for name in ('pdfplumber', 'pypdfium2') if name in sys.modules])"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
