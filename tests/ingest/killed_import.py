"""An import that is killed at its n-th SQL statement: `python -m tests.ingest.killed_import N DATABASE FOLDER`."""

import os
import signal
import sys
from itertools import count
from pathlib import Path

from ingest.edition import Editions
from ingest.importer import Importer
from ingest.said import NOTHING_SAID
from ingest.store import opened
from schema.limits import Limits
from tests.ingest.inline import Inline
from tests.ingest.plain_reader import PlainReader


def main() -> None:
    """Import, and print how many statements it took, unless killed before."""
    fatal, database, folder = int(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
    statements = count(1)

    def traced(_statement: str) -> None:
        if next(statements) == fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    with opened(database) as store:
        store.connection.set_trace_callback(traced)
        Importer(store, Inline(PlainReader()), Editions("r1", "m1"), Limits(), NOTHING_SAID).run([folder])
    sys.stdout.write(f"{next(statements) - 1}\n")


if __name__ == "__main__":
    main()
