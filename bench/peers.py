"""The peers: an environment of their own, and one program in it that is asked over pipes."""

import json
import subprocess
import venv
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PLACE = ROOT / "build" / "peers"
PYTHON = PLACE / "bin" / "python"
PINNED = ROOT / "bench" / "peers.txt"


def prepare() -> None:
    """Make the environment of the peers, unless the pinned versions are there already."""
    made = PLACE / ".made"
    if made.exists() and made.read_text() == PINNED.read_text():
        return
    venv.create(PLACE, with_pip=True, symlinks=True, clear=True)
    subprocess.run([PYTHON, "-m", "pip", "install", "--quiet", "-r", PINNED], check=True)
    made.write_text(PINNED.read_text())


def ask(task: str, texts: list[str]) -> Any:
    """What the peers answer: to `speed` strings a second, to `numbers` the numbers each finds in each text."""
    return run("peer_answers.py", {"task": task, "texts": texts})


def run(script: str, asked: dict[str, Any]) -> Any:
    """What a script of this folder answers in the peers' environment."""
    told = json.dumps(asked, ensure_ascii=False)
    answered = subprocess.run([PYTHON, ROOT / "bench" / script], input=told, capture_output=True, text=True, check=True)
    return json.loads(answered.stdout.splitlines()[-1])
