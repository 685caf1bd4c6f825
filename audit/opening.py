"""The database for programs: `with open_database("x.db") as database: …`."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from audit import side
from audit.asking.arguments import question
from audit.asking.find import Hit, count, hits
from audit.asking.frames import Rows, to_pandas, to_polars
from audit.comparing import Change, Meeting, Peer, achievements, changes, peers
from audit.database import reading
from audit.findings import Finding
from audit.queries import Answer, Parameters, answer
from audit.side.review import Wanted, reviewing

Record = dict[str, Any]

_OF = "FROM standing_tables AS n JOIN sources AS s USING (source_id) JOIN tables AS t USING (table_id)"
_WHOSE = """s.path AS source, t.project_name, t.department, t.agency, t.region, t.fiscal_year, t.key AS table_key"""
_TABLES = f"SELECT s.path AS source, t.* {_OF} ORDER BY t.table_id"
_INDICATORS = f"SELECT {_WHOSE}, i.* {_OF} JOIN indicators AS i USING (table_id) ORDER BY i.indicator_id"
_TARGETS = f"""SELECT {_WHOSE}, i.key AS indicator_key, i.level1, i.level2, i.name, i.stated_value, i.place, i.row,
  i."column", g.* {_OF} JOIN indicators AS i USING (table_id) JOIN targets AS g USING (indicator_id)
  ORDER BY i.indicator_id, g.role DESC, g.position"""


class Database:
    """What a database holds now, or held after an import, read only; made by `open_database`.

    What is asked for in words is said as in `jixiao find`: `words`, `level`, `unit`, `comparator`, `target`, `below`,
    `above`, `department`, `agency`, `project`, `region`, `year`, `kind`, `diagnostic`, `source`.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    def find(self, *words: str, sort: str = "import", limit: int = -1, **said: Any) -> Iterator[Hit]:
        """The readings that match, one by one; raises `CommandError` where something said makes no sense."""
        found = hits(self._connection, question(*words, **said), at_most=limit, sort=sort)
        return (hit for hit, _ in zip(found, range(limit), strict=False)) if limit >= 0 else found

    def count(self, *words: str, **said: Any) -> int:
        """How many readings match."""
        return count(self._connection, question(*words, **said), at_most=1 << 60)[0]

    def tables(self) -> Iterator[Record]:
        """The performance tables that count, each with the path of its source."""
        return self._records(_TABLES)

    def indicators(self) -> Iterator[Record]:
        """Their indicators, as stated."""
        return self._records(_INDICATORS)

    def targets(self) -> Iterator[Record]:
        """The typed readings of their values, planned and actual; exact numbers as text beside floats."""
        return self._records(_TARGETS)

    def findings(self, **wanted: Any) -> Iterator[Finding]:
        """What `jixiao audit` found last, with what people decided; nothing where it never ran."""
        beside = side.beside(self.path)
        if beside.exists():
            with reviewing(beside) as review:
                yield from review.findings(Wanted(**wanted))

    def changes(self, *words: str, years: tuple[int, int] | None = None, **said: Any) -> Iterator[Change]:
        """What became of indicators from each year to the next, or between two years."""
        return changes(self._connection, question(*words, **said), years)

    def achievements(self, *words: str, **said: Any) -> Iterator[Meeting]:
        """Targets beside what was achieved, and the score beside the one by the rule."""
        return achievements(self._connection, question(*words, **said))

    def peers(self, *words: str, **said: Any) -> Iterator[Peer]:
        """The same indicator in several departments."""
        return peers(self._connection, question(*words, **said))

    def sql(self, query: str, parameters: Parameters = ()) -> Answer:
        """The first 1,000 rows of a query of one's own, within a second; raises `CommandError`."""
        return answer(self._connection, query, parameters)

    def to_pandas(self, rows: Rows) -> Any:
        """Hits, records or an answer as a `pandas.DataFrame`."""
        return to_pandas(rows)

    def to_polars(self, rows: Rows) -> Any:
        """Hits, records or an answer as a `polars.DataFrame`."""
        return to_polars(rows)

    def _records(self, query: str) -> Iterator[Record]:
        return (dict(row) for row in self._connection.execute(query))


@contextmanager
def open_database(path: str | os.PathLike[str], *, as_of: int | None = None) -> Iterator[Database]:
    """A database made by `jixiao import`, for reading; `as_of` asks for it as an import left it.

    Raises `CommandError` where there is none, or it is not one of this version.
    """
    place = Path(path)
    with reading(place, as_of=as_of) as connection:
        yield Database(place, connection)
