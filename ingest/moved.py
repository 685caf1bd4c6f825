"""What was said of a file that was renamed or moved: found again by its content, so that it holds on."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from ingest.edition import Editions
from ingest.files import Found
from ingest.ledger import Entry
from ingest.links import document_of_bytes
from ingest.recorder import Recorder, duplicate
from ingest.report import Remark
from ingest.roots import known
from ingest.said import Said
from ingest.scopes import Memory, memory_of
from ingest.stamp import Stamp
from ingest.store import Store
from ingest.task import Task
from schema.source import Status

# What was at a path until it was found to be gone, of which something was said.
_GONE = """
FROM sources AS o JOIN sources AS v ON v.root_id = o.root_id AND v.path = o.path AND v.import_from = o.superseded_by
WHERE v.superseded_by IS NULL AND v.status = 'vanished'
  AND coalesce(v.stated_year, v.stated_region, v.stated_url, v.stated_published) IS NOT NULL
"""
_SAID = "v.path, v.stated_year, v.stated_region, v.stated_url, v.stated_published"
_BY_CONTENT = f"SELECT {_SAID} {_GONE} AND o.sha256 = ? ORDER BY v.source_id DESC LIMIT 1"
_HEIRS = f"""
SELECT h.root_id, h.path, {_SAID} {_GONE.replace("WHERE", "JOIN sources AS h ON h.sha256 = o.sha256 WHERE")}
  AND h.superseded_by IS NULL AND h.status IN ('imported', 'imported_with_warnings', 'no_tables', 'duplicate')
  AND (v.stated_year IS NOT NULL AND h.stated_year IS NULL OR v.stated_region IS NOT NULL AND h.stated_region IS NULL
    OR v.stated_url IS NOT NULL AND h.stated_url IS NULL
    OR v.stated_published IS NOT NULL AND h.stated_published IS NULL)
ORDER BY h.root_id, h.path, v.source_id DESC
"""
_MOST = 10


class Move(NamedTuple):
    """A file that was recognised, the path it had before, and whether something was said of it there."""

    path: str
    was: str
    said: bool = True


def said_before(store: Store, sha256: str) -> tuple[str, Said] | None:
    """Where a content was until it was found gone, and what was said of it there; None where nothing was."""
    row = store.connection.execute(_BY_CONTENT, [sha256]).fetchone()
    return None if row is None else (row[0], Said(*row[1:]))


def came_from(memory: Memory, found: Found, sha256: str) -> tuple[str, Said] | None:
    """Where in its root a content was that stands at another path now, and what was said of it there.

    None where it is new, or still stands there, too: then what is said of the path is said of its copy.
    """
    folder = found.location.parents[found.path.count("/")]
    for path in memory.places.get(sha256, ()):
        before = memory.held[path]
        if path != found.path and (path in memory.met or _is_another(folder / path, before.stamp)):
            return path, before.said
    return None


def _is_another(location: Path, stamp: Stamp | None) -> bool:
    """Whether a file is there, and not the one that was."""
    try:
        return Stamp.of(location.stat()) != stamp
    except OSError:
        return False


def pass_on(recorder: Recorder, editions: Editions) -> list[Move]:
    """Let what was said of files that are gone hold for those that have their bytes, and of which less is said.

    So a file keeps it that was found at its new place before it was missed at the old one.
    """
    store = recorder.store
    rows = store.connection.execute(_HEIRS).fetchall()
    if not rows:
        return []
    roots = {root.root_id: root for root in known(store)}
    held = {root_id: memory_of(store, root).held for root_id, root in roots.items()}
    found: dict[tuple[int, str], tuple[str, Said]] = {}
    for root_id, path, was, *said in rows:
        before, more = found.get((root_id, path), (was, Said()))
        found[root_id, path] = before, more.over(Said(*said))
    moves: list[Move] = []
    for (root_id, path), (was, more) in found.items():
        before = held[root_id][path]
        digest, said_now = before.sha256 or "", before.said.over(more)
        answer, read_under = duplicate(path, digest), before.editions
        if before.status is not Status.DUPLICATE:
            stored = document_of_bytes(store, digest, editions)
            if stored is None:
                continue
            document, reading = stored
            location = roots[root_id].folder / path
            answer = recorder.read(Task(path, said_now, digest, location, document=document))
            read_under = Editions(reading, editions.meaning)
        recorder.write(Entry(root_id, path, answer, before.stamp, read_under, said_now), before)
        moves.append(Move(path, was))
    return moves


def remarks(moves: Sequence[Move]) -> Iterator[Remark]:
    """That files were recognised, so that nobody takes them for new, or wonders where their year comes from.

    >>> [remark.en for remark in remarks([Move("b.txt", "a.txt")])]
    ['recognised by content, renamed or moved: b.txt (was a.txt); what was said of it there holds on']
    """
    if moves:
        more_zh, more_en = (
            (f"等 {len(moves)} 个文件", f" and {len(moves) - _MOST} more") if len(moves) > _MOST else ("", "")
        )
        named_zh = "、".join(f"{move.path}（原为 {move.was}）" for move in moves[:_MOST])
        named_en = ", ".join(f"{move.path} (was {move.was})" for move in moves[:_MOST])
        said = any(move.said for move in moves)
        holds_zh = "；原来对它注明的年度、地区、来源仍然有效" if said else ""
        holds_en = f"; what was said of {'it' if len(moves) == 1 else 'them'} there holds on" if said else ""
        yield Remark(
            zh=f"按内容认出改名或移动的文件：{named_zh}{more_zh}{holds_zh}",
            en=f"recognised by content, renamed or moved: {named_en}{more_en}{holds_en}",
        )
