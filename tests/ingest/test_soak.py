"""Imports killed at random instants; `python -m bench.soak --kills 300` does so for longer, and with workers."""

from bench.soak import soak


def test_twenty_killed_imports_lose_nothing() -> None:
    told: list[str] = []
    assert soak(20, seed=7, say=told.append, files=30, inline=True) >= 1
