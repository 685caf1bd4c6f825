"""Pages that have text, and pages that have none."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from parsers.formats.lattice import Found, Rule, Sheet
from parsers.formats.pdf.leaf import has_text


@dataclass
class Fake:
    """A page that says no more than its text."""

    text: str
    number: int = 1

    def read(self, _before: Sequence[Sequence[float]] = (), _lines: Sequence[Rule] = (), /) -> Found:
        """Nothing."""
        return Found(())

    def sheet(self) -> Sheet:
        """Nothing."""
        return Sheet(1, 10, 10, [])

    def shows_anything(self) -> bool:
        """A picture."""
        return True

    def is_pictured(self) -> bool:
        """A scan where it says so."""
        return "扫描" in self.text


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("绩效目标表", True),
        ("", False),
        (" \r\n ", False),
        ("— 12 —", False),
        ("第 3 页 共 20 页", False),
        ("扫描全能王 创建", False),
    ],
)
def test_a_page_number_is_not_text(text: str, has: bool) -> None:
    assert has_text(Fake(text)) is has
