"""The contract of a reader, and its one shared refusal."""

from dataclasses import FrozenInstanceError, fields

import pytest

from parsers.formats.reader import empty
from parsers.formats.text import TEXT
from schema.source import Status


def test_a_reader_is_a_value() -> None:
    for field in fields(TEXT):
        with pytest.raises(FrozenInstanceError):
            setattr(TEXT, field.name, "other")


def test_an_empty_file_is_said_in_both_languages() -> None:
    refused = empty()
    assert (refused.status, "空" in refused.zh, "empty" in refused.en) == (Status.CORRUPT, True, True)
