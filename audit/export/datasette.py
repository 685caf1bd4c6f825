"""A `datasette.yaml` for a database, so that whoever knows Datasette is at home: labels, facets, stored queries."""

from pathlib import Path
from string import Template

from ingest.written import written

_PATTERN = Path(__file__).with_name("datasette.yaml")


def datasette(database: Path) -> str:
    """The configuration for `datasette DATABASE -c datasette.yaml`.

    >>> '"demo":' in datasette(Path("demo.db"))
    True
    """
    name = database.stem.replace("\\", "\\\\").replace('"', '\\"')
    return Template(_PATTERN.read_text(encoding="utf-8")).substitute(database=f'"{name}"')


def write_datasette(path: Path, database: Path) -> None:
    """Write the configuration; raises `CommandError`."""
    with written(path) as part:
        part.write_text(datasette(database), encoding="utf-8")
