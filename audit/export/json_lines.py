"""JSON Lines: one object a reading, as `jixiao find --json` gives them."""

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from audit.asking.find import Hit
from ingest.json_lines import line
from ingest.written import written


def hit_object(hit: Hit) -> dict[str, Any]:
    """A hit as plain values, its target nested."""
    plain = asdict(hit)
    del plain["table_id"]
    return {**plain, "target": hit.target.model_dump(mode="json") if hit.target else None}


def write_json_lines(path: Path, hits: Iterable[Hit]) -> int:
    """Write hits, a line each; how many. Raises `CommandError`."""
    count = 0
    with written(path) as part, part.open("w", encoding="utf-8", newline="\n", errors="backslashreplace") as file:
        for hit in hits:
            file.write(line(hit_object(hit)) + "\n")
            count += 1
    return count
