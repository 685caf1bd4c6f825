"""What a program imports."""

import subprocess
import sys

import pytest

import audit


def test_a_program_gets_the_database_by_name() -> None:
    assert audit.open_database.__module__ == "audit.opening"
    with pytest.raises(AttributeError):
        _ = audit.nothing_of_this_name


def test_commands_do_not_load_what_only_programs_need() -> None:
    loaded = "import sys, audit.cli; sys.exit('audit.opening' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", loaded], check=False).returncode == 0
