"""The commands of this floor."""

from importlib import import_module

import click
import pytest

from ingest.bilingual import Entry
from ingest.cli import COMMANDS


@pytest.mark.parametrize("entry", COMMANDS, ids=lambda entry: entry.name)
def test_a_command_is_where_its_entry_says(entry: Entry) -> None:
    command = import_module(entry.module).command
    assert isinstance(command, click.Command)
    assert command.name == entry.name
