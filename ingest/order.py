"""One import as it was ordered, and how it is carried out: database opened, workers started, report made."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from ingest.edition import editions
from ingest.garbage import seldom_searched
from ingest.importer import Importer, Progress, Wanted
from ingest.lock import held
from ingest.manifest import NO_MANIFEST, Manifest
from ingest.pool import Pool
from ingest.report import Report, frequent
from ingest.said import NOTHING_SAID, Said
from ingest.store import Store, opened, refuse_useless, rehearsed
from ingest.workers import Workers
from schema.limits import Limits


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be imported into which database, and how.

    `wanted` asks for a retry of what is stored; `rehash` for the bytes of files that look unchanged, too.
    """

    database: Path
    paths: tuple[Path, ...] = ()
    stored: bool = False
    wanted: Wanted | None = None
    said: Said = NOTHING_SAID
    manifest: Manifest = NO_MANIFEST
    limits: Limits = field(default_factory=Limits)
    jobs: int | None = None
    cluster: str | None = None
    wait: bool = False
    dry_run: bool = False
    rehash: bool = False


def carry_out(order: Order, progress: Progress, by: AbstractContextManager[Pool] | None = None) -> Report:
    """Do what was ordered, reading by the workers of this machine or by another pool; raises `CommandError`."""
    start = monotonic()
    with seldom_searched(), _written(order) as store, by or pool(order) as reading:
        importer = Importer(store, reading, editions(), order.limits, order.said, order.manifest, rehash=order.rehash)
        if order.wanted is not None:
            report = importer.retry(order.wanted, progress)
        elif order.stored:
            report = importer.renew(progress)
        else:
            report = importer.run(order.paths, progress)
        report.diagnostics = frequent(store)
    if order.dry_run:
        report.rows_written = 0  # they went into the copy
    report.limits = order.limits
    report.seconds = monotonic() - start
    return report


@contextmanager
def _written(order: Order) -> Iterator[Store]:
    """The database to write to: the one that was named, for us alone, or a copy that nobody will see."""
    if order.dry_run:
        with rehearsed(order.database) as store:
            yield store
    else:
        refuse_useless(order.database)
        with held(order.database, wait=order.wait), opened(order.database) as store:
            yield store


def pool(order: Order) -> AbstractContextManager[Pool]:
    """What reads for an order."""
    if order.cluster is not None:
        from ingest.executors import cluster  # noqa: PLC0415 - most imports stay on one machine

        return cluster(order.cluster, order.limits)
    return Workers(order.limits, order.jobs)
