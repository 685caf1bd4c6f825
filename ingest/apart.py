"""A database that was moved without its documents, or they without it: told where it shows, for nothing else would."""

from collections import Counter
from collections.abc import Collection, Iterator

from ingest.report import Remark
from ingest.roots import known
from ingest.store import Store
from ingest.there import is_gone

# Files with the bytes of a file under another root, which counts for both.
_TWINS = """
SELECT d.root_id, d.path, p.root_id, p.path FROM sources AS d JOIN sources AS p USING (sha256)
WHERE d.superseded_by IS NULL AND p.superseded_by IS NULL AND d.root_id <> p.root_id AND d.status = 'duplicate'
  AND p.status IN ('imported', 'imported_with_warnings')
"""


def remarks(store: Store, met: Collection[tuple[int, str]]) -> Iterator[Remark]:
    """That files of this run are remembered elsewhere, where they no longer are: nobody has named that place since."""
    roots = {root.root_id: root.folder for root in known(store)}
    missed: Counter[int] = Counter()
    for root_id, path, other, first in store.connection.execute(_TWINS):
        if (root_id, path) in met and is_gone(roots[other] / first):
            missed[other] += 1
    for root_id, count in sorted(missed.items()):
        folder = roots[root_id]
        yield Remark(
            zh=f"{folder}：本次有 {count:,} 个文件与库中记在该处的文件内容相同，而那些文件已不在；"
            "如数据库或文件夹单独移动过，请移回原处，或导入一次该文件夹，库中即注明",
            en=f"{folder}: files of this run that are equal to files remembered there, which are there no longer:"
            f" {count:,}; if the database or the folder was moved without the other, move it back, or import that"
            " folder once to note it",
        )
