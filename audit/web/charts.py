"""What a bar of a chart says, and where it leads."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its label, its size, the figure beside it, the rows behind it, and a tone that sets it apart."""

    label: str
    size: float
    shown: str
    href: str | None = None
    tone: str = ""
