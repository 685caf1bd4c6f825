"""The configuration of Datasette: YAML whose queries run."""

import re
from pathlib import Path

from audit.database import reading
from audit.export.datasette import datasette, write_datasette

QUERY = re.compile(r"sql: >-\n((?: {10}.*\n)+)")


def test_every_stored_query_runs(sampled: Path, tmp_path: Path) -> None:
    write_datasette(tmp_path / "datasette.yaml", sampled)
    text = (tmp_path / "datasette.yaml").read_text(encoding="utf-8")
    queries = QUERY.findall(text)
    assert len(queries) == text.count("sql:") >= 6
    with reading(sampled) as connection:
        for query in queries:
            values = dict.fromkeys(re.findall(r":(\w+)", query), "90")
            connection.execute(query, values).fetchall()


def test_every_table_and_facet_is_one(sampled: Path) -> None:
    text = datasette(sampled).split("    tables:\n")[1]
    blocks = re.split(r"^ {6}(\w+):\n", text, flags=re.MULTILINE)[1:]
    with reading(sampled) as connection:
        for name, block in zip(blocks[::2], blocks[1::2], strict=True):
            columns = {row[1] for row in connection.execute(f"PRAGMA table_info({name})")}
            assert columns
            facets = re.search(r"facets: \[(.*)\]", block)
            said = set(facets[1].split(", ")) if facets else set()
            said |= set(re.findall(r"^ {10}(\w+):", block, re.MULTILINE))
            said |= set(re.findall(r"label_column: (\w+)", block))
            assert said <= columns, name


def test_a_name_that_must_be_quoted() -> None:
    assert '\n  "a\\"b: c":\n' in datasette(Path('a"b: c.db'))
