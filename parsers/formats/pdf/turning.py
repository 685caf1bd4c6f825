"""Coordinates of a PDF page, turned to points from the upper left corner of the page as it is shown, and back."""

from typing import NamedTuple

from parsers.formats.lattice import Rule


class Shown(NamedTuple):
    """The part of a page that is shown, and by how many quarters it is turned clockwise.

    >>> Shown(0, 0, 600, 800, 0).place(10, 20, 30, 50)
    Rule(x0=10, top=750, x1=30, bottom=780)
    >>> Shown(0, 0, 600, 800, 1).place(10, 20, 30, 50), Shown(0, 0, 600, 800, 1).size
    (Rule(x0=20, top=10, x1=50, bottom=30), (800, 600))
    """

    left: float
    bottom: float
    right: float
    top: float
    quarters: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as shown."""
        across, along = self.right - self.left, self.top - self.bottom
        return (along, across) if self.quarters % 2 else (across, along)

    def place(self, x0: float, y0: float, x1: float, y1: float) -> Rule:
        """A rectangle of the page as a person sees it."""
        left, bottom, right, top, quarters = self
        match quarters:
            case 0:
                return Rule(x0 - left, top - y1, x1 - left, top - y0)
            case 1:
                return Rule(y0 - bottom, x0 - left, y1 - bottom, x1 - left)
            case 2:
                return Rule(right - x1, y0 - bottom, right - x0, y1 - bottom)
            case _:
                return Rule(top - y1, right - x1, top - y0, right - x0)

    def height_of(self, x: float, y: float) -> float:
        """How far below the upper edge of the page, as shown, a point stands."""
        match self.quarters:
            case 0:
                return self.top - y
            case 1:
                return x - self.left
            case 2:
                return y - self.bottom
            case _:
                return self.right - x

    def quarters_of(self, a: float, b: float) -> int | None:
        """By how many quarters clockwise letters are turned whose base line runs along (a, b); None if they slant."""
        if b == 0 and a > 0:
            return self.quarters
        along, across = abs(a), abs(b)
        if min(along, across) > 0.05 * max(along, across):
            return None
        own = (0 if a >= 0 else 2) if along >= across else (3 if b > 0 else 1)
        return (own + self.quarters) % 4


def turned_back(rule: Rule, quarters: int, width: float, height: float) -> Rule:
    """A rectangle of a page that was turned by quarters clockwise for reading, on the page as it is shown.

    `width` and `height` are those of the page as shown.

    >>> turned_back(Rule(10, 20, 30, 50), 1, 600, 800)
    Rule(x0=20, top=770, x1=50, bottom=790)
    """
    x0, top, x1, bottom = rule
    match quarters % 4:
        case 0:
            return rule
        case 1:
            return Rule(top, height - x1, bottom, height - x0)
        case 2:
            return Rule(width - x1, height - bottom, width - x0, height - top)
        case _:
            return Rule(width - bottom, x0, width - top, x1)
