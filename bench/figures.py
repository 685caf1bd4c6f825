"""The figures of a run: printed for a person, and handed to `python -m bench` where that asked for them."""

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

ASKED = "JIXIAO_BENCH_FIGURES"  # the file that gathers the figures of a run, a JSON object a line


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing measured, with its peer where it has one; `least` or `most` bounds the ratio, else the value.

    >>> fast = Figure("docx", "docs/s", 210.0, "python-docx", 15.0, least=10)
    >>> f"{fast.ratio:.0f}", fast.holds, fast.bound
    ('14', True, '≥ 10×')
    >>> Figure("memory of a reader", "MB", 80.0, most=120).bound
    '≤ 120 MB'
    >>> Figure("jixiao --help", "ms", 400.0, "import typer", 100.0, most=3).holds
    False
    """

    what: str
    unit: str
    ours: float
    peer: str = ""
    theirs: float | None = None
    least: float | None = None
    most: float | None = None

    @property
    def ratio(self) -> float | None:
        """How many times the peer."""
        return self.ours / self.theirs if self.theirs else None

    @property
    def bound(self) -> str:
        """What must hold, in words; "" where nothing is promised."""
        unit = "×" if self.theirs else f" {self.unit}"
        if self.least is not None:
            return f"≥ {self.least:g}{unit}"
        return f"≤ {self.most:g}{unit}" if self.most is not None else ""

    @property
    def holds(self) -> bool:
        """Whether it does."""
        value = self.ours if self.ratio is None else self.ratio
        return (self.least is None or value >= self.least) and (self.most is None or value <= self.most)


def show(figure: Figure) -> Figure:
    """Print a figure, and hand it over."""
    beside = f", {figure.ratio:.2f} times {figure.peer} ({figure.theirs:,.1f})" if figure.ratio is not None else ""
    bound = f" [{figure.bound}{'' if figure.holds else ' MISSED'}]" if figure.bound else ""
    print(f"{figure.what}: {figure.ours:,.1f} {figure.unit}{beside}{bound}", flush=True)
    record(figure)
    return figure


def record(figure: Figure) -> None:
    """Hand a figure to `python -m bench`, where it asked."""
    if place := os.environ.get(ASKED):
        with Path(place).open("a", encoding="utf-8") as file:
            print(json.dumps(asdict(figure), ensure_ascii=False), file=file)


def recorded(place: Path) -> Iterator[Figure]:
    """The figures of a file."""
    if place.exists():
        for line in place.read_text(encoding="utf-8").splitlines():
            yield Figure(**json.loads(line))
