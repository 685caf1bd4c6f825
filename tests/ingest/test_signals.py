"""A command that is told to stop ends as at Ctrl-C."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import FORM

IMPORT = [sys.executable, "-c", "from audit.cli import main; main()", "import"]
IGNORED = "import os, signal, sys; signal.signal(signal.SIGHUP, signal.SIG_IGN); os.execv(sys.executable, sys.argv[1:])"


def begun(tmp_path: Path, *before: str) -> "subprocess.Popen[str]":
    """An import of many files, some of which are written down."""
    (tmp_path / "files").mkdir()
    for number in range(3000):
        text = FORM.replace("修路", f"修路{number}")
        (tmp_path / "files" / f"{number:04}.txt").write_text(text, encoding="utf-8")
    command = [*before, *IMPORT, str(tmp_path / "files"), "--db", str(tmp_path / "x.db"), "--jobs", "1"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2])
    while not (tmp_path / "x.db.holder").exists():
        time.sleep(0.02)
    time.sleep(1)
    return process


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_it_says_what_is_left_and_leaves_no_holder(tmp_path: Path, number: signal.Signals) -> None:
    process = begun(tmp_path)
    os.kill(process.pid, number)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said.startswith("interrupted; the files that were finished are saved, about ")
    assert said.endswith(" of 3000 are left; run the same command to go on\n")
    assert not (tmp_path / "x.db.holder").exists()


def test_what_the_caller_ignores_stays_ignored(tmp_path: Path) -> None:
    process = begun(tmp_path, sys.executable, "-c", IGNORED)
    os.kill(process.pid, signal.SIGHUP)
    time.sleep(0.5)
    assert process.poll() is None
    os.kill(process.pid, signal.SIGTERM)
    process.communicate(timeout=60)
    assert process.returncode == 130


def _ended(code: str) -> tuple[int, str]:
    """How a program ends, and what it says on standard error."""
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=Path(__file__).parents[2], check=False
    )
    return ended.returncode, ended.stderr


ENDING = """
import os, signal, sys, atexit, audit.cli as cli
atexit.register(lambda: os.kill(os.getpid(), signal.{0}))
cli.main(["--version"])
"""


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_what_is_done_is_not_interrupted_any_more(name: str) -> None:
    assert _ended(ENDING.format(name)) == (0, "")


LET_GO = """
import os, signal, audit.cli as cli
cli._let_go = lambda *_: os.kill(os.getpid(), signal.{0})
cli.main(["--version"])
"""


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT"])
def test_a_signal_between_the_command_and_its_end_is_an_interruption(name: str) -> None:
    assert _ended(LET_GO.format(name)) == (130, "interrupted; the files that were finished are saved\n")
