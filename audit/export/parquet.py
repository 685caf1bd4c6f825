"""The current tables, indicators and targets as Parquet, by region and year: the hand-over to analytical engines."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any

from audit.export.sheets import Sheet
from ingest.exits import CommandError, Exit
from ingest.written import written

_PARTITION = ("region", "fiscal_year")
_ROWS = 50_000
"""So many rows are in memory at a time."""

_TABLES = "FROM standing_tables JOIN sources AS s USING (source_id) JOIN tables AS t USING (table_id)"
_WHOSE = """s.path AS source, s.stated_url AS url, s.stated_published AS published, t.region, t.fiscal_year,
  t.key AS table_key"""
_ORDER = "ORDER BY t.region, t.fiscal_year, s.path, t.position"
_QUERIES = {
    "tables": f"""SELECT {_WHOSE},
  t.lineage, t.kind, t.title, t.project_name, t.project_code, t.department, t.agency, t.agency_code, t.budget_total,
  t.budget_total_real, t.budget_fiscal, t.budget_other, t.goal, t.goal_midterm, t.goal_actual, t.score, t.coverage
  {_TABLES} {_ORDER}""",
    "indicators": f"""SELECT {_WHOSE},
  i.key AS indicator_key, i.level1, i.level2, i.name, i.description, i.stated_value, i.stated_operator, i.stated_unit,
  i.stated_name, i.stated_level1, i.stated_level2, i.weight, i.actual, i.score, i.deviation, i.standard, i.history,
  i.remark, i.period, i.area, i.nature, i.direction, i.direction_stated, i.parent, i.previous, i.forecast, i.grades,
  i.targets_join, i.place, i.row, i."column"
  {_TABLES} JOIN indicators AS i USING (table_id) {_ORDER}, i.position""",
    "targets": f"""SELECT {_WHOSE},
  i.key AS indicator_key, i.level1, i.level2, i.name, i.stated_value, g.role, g.position, g.kind, g.text, g.subject,
  g.comparator, g.explicit, g.value, g.upper, g.unit, g.unit_canonical, g.unit_inferred, g.dimension, g.low, g.high,
  g.low_real, g.high_real, g.low_open, g.high_open, g.per, g.basis, g.change, g.hedge, g.trigger,
  g.not_before, g.not_after, g.granularity, g.inferred, g.recurrence, g.truth, g.sense, g.reason
  {_TABLES} JOIN indicators AS i USING (table_id) JOIN targets AS g USING (indicator_id)
  {_ORDER}, i.position, g.role DESC, g.position""",
}
_WHOLE = {
    *("fiscal_year", "row", "column", "position"),
    *("explicit", "low_open", "high_open", "inferred", "truth"),
}
_REAL = {"budget_total_real", "low_real", "high_real", "coverage"}


@dataclass(frozen=True, slots=True)
class Written:
    """How many rows of a table were written."""

    name: str
    rows: int


def write_parquet(connection: sqlite3.Connection, folder: Path) -> list[Written]:
    """Write every table into folders region=…/fiscal_year=… below one of its own; raises `CommandError`."""
    arrow, dataset = _arrow()
    if folder.exists() and any(folder.iterdir()):
        raise CommandError(
            Exit.USAGE,
            zh=f"文件夹 {folder} 不是空的，未写入；请指明新文件夹",
            en=f"folder {folder} is not empty, nothing was written; name a new one",
        )
    counts = []
    for name, query in _QUERIES.items():
        cursor = connection.execute(query)
        schema = arrow.schema([(column[0], _type(arrow, column[0])) for column in cursor.description])
        partition = arrow.schema([schema.field(column) for column in _PARTITION])
        count = 0
        # A cursor stays in its thread, so each batch is written by itself, under names of its own.
        for number, batch in enumerate(_batches(cursor, schema, arrow)):
            count += batch.num_rows
            dataset.write_dataset(
                batch, folder / name, format="parquet", max_partitions=100_000,
                partitioning=dataset.partitioning(partition, flavor="hive"),
                basename_template=f"{number:06}-{{i}}.parquet", existing_data_behavior="overwrite_or_ignore",
            )  # fmt: skip
        counts.append(Written(name, count))
    return counts


def _batches(cursor: sqlite3.Cursor, schema: Any, arrow: Any) -> Iterator[Any]:
    """The rows of a query, some at a time."""
    while rows := cursor.fetchmany(_ROWS):
        columns = zip(*map(tuple, rows), strict=True)
        arrays = [arrow.array(list(values), field.type) for values, field in zip(columns, schema, strict=True)]
        yield arrow.record_batch(arrays, schema=schema)


def _type(arrow: Any, column: str) -> Any:
    return arrow.int64() if column in _WHOLE else arrow.float64() if column in _REAL else arrow.string()


def _arrow() -> tuple[Any, Any]:
    try:
        return import_module("pyarrow"), import_module("pyarrow.dataset")
    except ImportError:
        raise CommandError(
            Exit.USAGE,
            zh="Parquet 需要 pyarrow：请安装 jixiao[parquet]",
            en="Parquet needs pyarrow: install jixiao[parquet]",
        ) from None


_TYPES: dict[str, str] = {"whole": "int64", "real": "float64"}


def write_parquet_file(path: Path, sheet: Sheet) -> int:
    """Write one sheet as one file; how many rows. Raises `CommandError`."""
    arrow, _ = _arrow()
    parquet = import_module("pyarrow.parquet")
    fields = [(column.name, getattr(arrow, _TYPES.get(column.kind, "string"))()) for column in sheet.columns]
    schema = arrow.schema(fields)
    rows, count = iter(sheet.rows), 0
    with written(path) as part, parquet.ParquetWriter(part, schema) as writer:
        while batch := list(islice(rows, _ROWS)):
            count += len(batch)
            columns = zip(*batch, strict=True)
            arrays = [arrow.array(list(values), field.type) for values, field in zip(columns, schema, strict=True)]
            writer.write_batch(arrow.record_batch(arrays, schema=schema))
    return count
