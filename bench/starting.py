"""What `jixiao --help` takes beside `import typer`: `python -m bench.starting [--times N]`.

By turns in one run, processor time of whole processes with their byte code cached; the shortest of each, since whatever
else the machine does only adds.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from bench import peers
from bench.figures import Figure, show

MOST = 3.0


def taken(command: Sequence[str | Path]) -> float:
    """The milliseconds of processor time of a whole process."""
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"{command[0]} ended with {child.returncode}")
    return (usage.ru_utime + usage.ru_stime) * 1000


def main() -> None:
    """Measure, and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=15)
    times = parser.parse_args().times
    peers.prepare()
    ours = [Path(sys.executable).with_name("jixiao"), "--help"]
    theirs = [peers.PYTHON, "-c", "import typer"]
    taken(ours), taken(theirs)
    pairs = [(taken(ours), taken(theirs)) for _ in range(times)]
    show(
        Figure(
            "jixiao --help",
            "ms",
            min(each[0] for each in pairs),
            "import typer",
            min(each[1] for each in pairs),
            most=MOST,
        )
    )


if __name__ == "__main__":
    main()
