"""Imports killed at random instants; `python -m bench.soak --kills 300` does so for longer, and with workers."""

from bench.soak import soak


def test_twenty_five_killed_imports_lose_nothing() -> None:
    told: list[str] = []
    assert soak(25, seed=7, say=told.append, files=30, inline=True) >= 1
    assert told[-1].startswith("25 killed")
