"""A large database out of a small one: `python -m bench.enlarging SMALL.db LARGE.db --indicators N`.

The documents of the small one stand in it again and again, each time as those of another place: other departments,
agencies, projects and files, other keys. So words, levels, units and values keep the shares they have, and names grow
as they would. Nothing is read anew; a million indicators take some minutes.
"""

import argparse
import shutil
import sqlite3
import tomllib
from pathlib import Path

from ingest.store import opened
from normalize.text import fold, spaced

_PLACES = Path(__file__).parent / "generation" / "data" / "places.toml"
_IDS = {
    "source_id": "sources", "rows_from": "sources", "table_id": "tables", "indicator_id": "indicators",
    "target_id": "targets", "diagnostic_id": "diagnostics",
}  # fmt: skip
_KEY = "printf('%05x', :copy) || substr({0}, 6)"
_OTHERWISE = {
    ("sources", "path"): "printf('%05d-', :copy) || :place || '/' || path",
    ("tables", "key"): _KEY.format("key"),
    ("tables", "lineage"): _KEY.format("lineage"),
    ("indicators", "key"): _KEY.format("key"),
    ("indicators", "parent"): _KEY.format("parent"),
    ("indicators", "words"): "words || char(10) || fold(:place)",
    **{("tables", name): f":place || {name}" for name in ("department", "agency", "project_name", "title")},
}
"""What is not the same in a copy."""


def enlarged(small: Path, large: Path, indicators: int) -> int:
    """Write the large database; the number of its indicators, which is the next multiple of the small one's."""
    shutil.copy(small, large)
    with opened(large) as store:
        connection = store.connection
        connection.create_function("fold", 1, fold, deterministic=True)
        connection.create_function("spaced", 1, spaced, deterministic=True)
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA foreign_keys = OFF")
        (held,) = connection.execute("SELECT count(*) FROM indicators").fetchone()
        steps = {name: store.next_id(name) - 1 for name in dict.fromkeys(_IDS.values())}
        copies = max(1, -(-indicators // held))
        for copy in range(1, copies):
            with store.transaction():
                for table in steps:
                    _repeat(connection, table, copy, steps)
                connection.execute(
                    "INSERT INTO indicator_words (rowid, words)"
                    " SELECT indicator_id, spaced(replace(words, char(10), ' '))"
                    " FROM indicators WHERE indicator_id > ?",
                    [steps["indicators"] * copy],
                )
    return int(held) * copies


def _repeat(connection: sqlite3.Connection, table: str, copy: int, steps: dict[str, int]) -> None:
    """Every row of the small database once more, behind all those that are there."""
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    moved = {name: f'"{name}" + {steps[_IDS[name]] * copy}' for name in _IDS}
    values = [_OTHERWISE.get((table, name)) or moved.get(name) or f'"{name}"' for name in columns]
    names = ", ".join(f'"{name}"' for name in columns)
    # Names of our own, the values bound.
    query = f"INSERT INTO {table} ({names}) SELECT {', '.join(values)} FROM {table} WHERE {columns[0]} <= :last"  # noqa: S608 - our own words, the values bound
    connection.execute(query, {"copy": copy, "place": _place(copy), "last": steps[table]})


def _place(copy: int) -> str:
    """A place for a copy: one of those that there are, and a town of it."""
    places = [entry.split()[1] for entry in tomllib.loads(_PLACES.read_text(encoding="utf-8"))["places"]]
    heavens, branches = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
    return f"{places[copy % len(places)]}{heavens[copy % 10]}{branches[copy % 12]}镇"


def main() -> None:
    """Enlarge, and say how far."""
    parser = argparse.ArgumentParser(prog="python -m bench.enlarging", description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("small", type=Path)
    parser.add_argument("large", type=Path)
    parser.add_argument("--indicators", type=int, default=1_000_000)
    asked = parser.parse_args()
    print(f"{enlarged(asked.small, asked.large, asked.indicators):,} indicators in {asked.large}")


if __name__ == "__main__":
    main()
