"""The colours reach the contrast that people with weak eyes need: 4.5 : 1 for text, 3 : 1 for what is drawn."""

import re
from pathlib import Path

import pytest

CSS = (Path(__file__).parents[3] / "audit" / "web" / "static" / "palette.css").read_text(encoding="utf-8")
_BLOCK = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COLOUR = re.compile(r"--([a-z-]+):\s*(#[0-9a-f]{6})")

TEXT = [
    (ink, ground) for ink in ("ink", "quiet", "link", "high", "medium", "low", "good") for ground in ("paper", "sheet")
]
TEXT += [("ink", "sunk"), ("quiet", "sunk"), ("ink", "link-soft"), ("quiet", "link-soft"), ("link", "link-soft"),
         ("lit-ink", "lit"), ("ink", "medium-soft"), ("medium", "medium-soft"), ("ink", "high-soft"),
         ("high", "high-soft"), ("sheet", "link")]  # fmt: skip
DRAWN = [("edge", "sheet"), ("edge", "paper"), ("bar", "sunk"), ("bar-odd", "sunk"), ("focus", "sheet"),
         ("focus", "paper"), ("lit-edge", "sheet")]  # fmt: skip


def palettes() -> dict[str, dict[str, str]]:
    found = [dict(_COLOUR.findall(body)) for _, body in _BLOCK.findall(CSS)]
    light, by_system, by_switch = (colours for colours in found if colours)
    assert by_system == by_switch
    assert set(light) == set(by_switch)
    return {"light": light, "dark": by_switch}


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("light", ["light", "dark"])
def test_text_stands_out_from_its_ground(light: str) -> None:
    colours = palettes()[light]
    weak = {pair: round(contrast(*(colours[name] for name in pair)), 2) for pair in TEXT}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("light", ["light", "dark"])
def test_lines_and_bars_can_be_seen(light: str) -> None:
    colours = palettes()[light]
    weak = {pair: round(contrast(*(colours[name] for name in pair)), 2) for pair in DRAWN}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 3} == {}
