"""A console whose reader is gone."""

import io

import pytest

from ingest.console import Page


class Gone(io.StringIO):
    def write(self, _text: str) -> int:
        raise BrokenPipeError


def test_a_pipe_without_a_reader_is_for_the_command_to_end() -> None:
    with pytest.raises(BrokenPipeError):
        Page(file=Gone()).print("指标")
