"""Garbage is searched for seldom while an import lasts, and as before after it, however it ends."""

import gc
import subprocess
import sys

import pytest

from ingest.garbage import seldom_searched


def test_afterwards_it_is_as_before_even_after_an_error() -> None:
    before = gc.get_threshold()
    with pytest.raises(ValueError, match="in the middle"), seldom_searched():
        raise ValueError("in the middle")
    assert gc.get_threshold() == before


def test_what_is_loaded_is_left_alone_for_good() -> None:
    code = "import gc; from ingest.garbage import leave_loaded; leave_loaded(); print(gc.get_freeze_count() > 1000)"
    assert subprocess.check_output([sys.executable, "-c", code], encoding="utf-8") == "True\n"
