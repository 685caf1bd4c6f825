"""`python -m bench [--quick]`: every ratio beside pinned peers in one run; writes docs/benchmarks.md and its chart."""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from time import monotonic

from bench import peers
from bench.figures import ASKED, Figure, recorded

PAGE = peers.ROOT / "docs" / "benchmarks.md"
CHART = peers.ROOT / "docs" / "scaling.svg"
# Each benchmark with what it is told: in full, and where three minutes must do for all.
RUNS: dict[str, tuple[Sequence[str], Sequence[str] | None]] = {
    "bench.values": ((), ("--quick",)),
    "bench.formats": ((), ("--files", "5", "--rounds", "2", "--formats", "docx,xlsx,html")),
    "bench.pdf_speed": ((), None),
    "bench.importing": ((), ("--files", "20")),
    "bench.isolation": ((), ("--files", "300")),
    "bench.starting": ((), ("--times", "5")),
    "bench.scaling": (("--chart", str(CHART)), ("--most", "100")),
}
HEAD = """# Benchmarks

Written by `make bench`; do not edit. Ours and the peer by turns in one run, processor time; only the ratios mean
something on another machine. The peers are pinned in `bench/peers.txt`, the documents are made up with a fixed seed.
`bench.searching` and `bench.workbench` ask a database of your own: docs/asking.md, docs/workbench.md.
"""


def main() -> None:
    """Run them one after the other, print what each says, and write the page of a full run."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="three minutes at most; prints the table, writes nothing")
    asked = parser.parse_args()
    start = monotonic()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "figures"
        failed = [name for name, told in _wanted(quick=asked.quick) if not _ran(name, told, place)]
        figures = list(recorded(place))
    page = "\n".join([HEAD, _machine(monotonic() - start), "", *_table(figures), ""])
    print(page)
    if not asked.quick:
        PAGE.write_text(page + f"\n![time and memory against the number of files]({CHART.name})\n", encoding="utf-8")
    missed = [figure.what for figure in figures if not figure.holds]
    for name, what in (("did not finish", failed), ("missed", missed)):
        if what:
            print(f"{name}: {', '.join(what)}", file=sys.stderr)
    sys.exit(1 if failed or missed else 0)


def _wanted(*, quick: bool) -> Iterator[tuple[str, Sequence[str]]]:
    for name, (full, short) in RUNS.items():
        told = short if quick else full
        if told is not None:
            yield name, told


def _ran(name: str, told: Sequence[str], place: Path) -> bool:
    print(f"— {name} {' '.join(told)}".rstrip(), file=sys.stderr, flush=True)
    before = len(list(recorded(place)))
    subprocess.run([sys.executable, "-m", name, *told], env={**os.environ, ASKED: str(place)}, check=False)
    return len(list(recorded(place))) > before


def _machine(seconds: float) -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    named = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    said = (
        f"jixiao {version('jixiao')}",
        f"{datetime.now(UTC):%Y-%m-%d}",
        f"Python {platform.python_version()}",
        platform.system(),
        f"{os.cpu_count()} × {named[0] if named else platform.machine()}",
        f"load {os.getloadavg()[0]:.1f} at the end",
        f"{seconds / 60:.0f} minutes",
    )
    return ", ".join(said) + "."


def _table(figures: Sequence[Figure]) -> Iterator[str]:
    yield "| what | ours | peer | theirs | ratio | must hold | holds |"
    yield "|---|---|---|---|---|---|---|"
    for figure in figures:
        theirs = f"{figure.theirs:,.1f}" if figure.theirs else ""
        ratio = f"{figure.ratio:.1f}×" if figure.ratio is not None else ""
        holds = ("yes" if figure.holds else "**no**") if figure.bound else ""
        ours = f"{figure.ours:,.1f} {figure.unit}"
        yield f"| {f'{figure.what} | {ours} | {figure.peer} | {theirs} | {ratio} | {figure.bound} | {holds}'} |"


if __name__ == "__main__":
    main()
