"""How long the pages of the workbench take: `python -m bench.workbench LARGE.db [--times N]`.

LARGE.db is a database of a million indicators, as `python -m bench.enlarging` makes it out of a small one. Each page is
asked for through the whole application, without a network: connection, guard, queries, template. Printed for each: the
median and the 95th percentile of wall time and of CPU time, and what the first request took, before anything was
remembered. The first fifty rows must be there within 300 ms.
"""

import argparse
import os
import sys
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter, process_time

from starlette.testclient import TestClient

from audit.database import reading
from audit.web.app import application
from audit.web.desk import Desk

FIRST_ROWS_MS = 300
ROWS = {
    "all": "/indicators",
    "a word": "/indicators?q=满意度",
    "two words": "/indicators?q=满意度 群众",
    "a rare word": "/indicators?q=茶园",
    "Latin": "/indicators?q=5G",
    "level": "/indicators?level=成本指标",
    "year and level": "/indicators?year=2024&level=满意度指标",
    "at least 95 %": "/indicators?target=≥95%&level=满意度指标",
    "below 85 %": "/indicators?below=85%&level=满意度指标",
    "above 1000万元": "/indicators?above=1000万元",
    "a facet": "/indicators?is=level2:质量指标&is=fiscal_year:2023",
    "deadlines": "/indicators?kind=deadline",
    "the tenth page": "/indicators?level=数量指标&offset=450",
    "sorted by year": "/indicators?sort=-year",
    "a department": "/indicators?department=交通",
    "tables": "/tables",
    "tables by budget": "/tables?sort=budget",
}
OTHERS = {
    "overview": "/",
    "chart: satisfaction": "/overview/satisfaction",
    "chart: budget": "/overview/budget",
    "facet of all": "/indicators/facets/level1",
    "facet of a word": "/indicators/facets/department?q=满意度",
    "facet of a year": "/indicators/facets/level2?year=2024",
    "total of a word": "/indicators/total?q=满意度",
    "findings": "/audit",
    "imports": "/imports",
    "years": "/compare?department=交通",
}


def main() -> None:
    """Ask for every page, and say how long each took."""
    parser = argparse.ArgumentParser(prog="python -m bench.workbench", description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("database", type=Path)
    parser.add_argument("--times", type=int, default=20)
    asked = parser.parse_args()
    client = TestClient(
        application(Desk(asked.database)), base_url="http://127.0.0.1", headers={"origin": "http://127.0.0.1"}
    )
    with reading(asked.database) as connection:
        (count,) = connection.execute("SELECT sum(indicator_count) FROM tables WHERE stands").fetchone()
        keys = [row[0] for row in connection.execute("SELECT key FROM tables LIMIT 5000")]
    print(f"{count:,} indicators, load {os.getloadavg()[0]:.1f}")
    print(f"{'page':22} {'first':>8} {'median':>8} {'p95':>8} {'CPU p95':>8}  ms   status")
    slow = [name for name, path in ROWS.items() if timed(client, name, [path], asked.times) > FIRST_ROWS_MS]
    tables = [f"/tables/{key}" for key in Random(1).sample(keys, min(len(keys), asked.times))]  # noqa: S311 - which pages to ask for
    timed(client, "a table", tables, asked.times)
    for name, path in OTHERS.items():
        timed(client, name, [path], asked.times)
    print("first fifty rows within 300 ms:", "yes" if not slow else f"no: {', '.join(slow)}")
    sys.exit(bool(slow))


def timed(client: TestClient, name: str, paths: list[str], times: int) -> float:
    """Ask for pages in turn, print how long they took; the 95th percentile in milliseconds."""
    walls, loads, statuses = [], [], set()
    for number in range(times + 1):
        wall, cpu = perf_counter(), process_time()
        statuses.add(client.get(paths[number % len(paths)]).status_code)
        walls.append(1000 * (perf_counter() - wall))
        loads.append(1000 * (process_time() - cpu))
    first, rest = walls[0], sorted(walls[1:])
    worst = rest[int(0.95 * (len(rest) - 1))]
    cpu = sorted(loads[1:])[int(0.95 * (len(loads) - 2))]
    print(f"{name:22} {first:8.0f} {median(rest):8.0f} {worst:8.0f} {cpu:8.0f}       {sorted(statuses)}", flush=True)
    return worst


if __name__ == "__main__":
    main()
