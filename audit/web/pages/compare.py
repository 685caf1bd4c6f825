"""对比: the same indicator over the years, target against actual, and one department beside another."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from audit.asking.question import Question
from audit.comparing import achievements, changes, peers
from audit.comparing.rows import (
    change_record,
    change_sheet,
    meeting_record,
    meeting_sheet,
    moved,
    peer_record,
    peer_sheet,
)
from audit.comparing.words import MATCHED, SCORED, STATUSES, STRICTNESSES, WHY
from audit.export.sheets import Sheet
from audit.web.address import whole
from audit.web.connection import TakesTooLong, asking
from audit.web.desk import Desk
from audit.web.download import MOST, handed
from audit.web.preferences import Preferences
from audit.web.question import read
from audit.web.render import page
from ingest.language import pick
from schema.diagnostic import Language

LIMIT = 50
SECONDS = 5.0
"""Many short questions, a few hundred tables each, rather than one; so it may take longer than one."""

NAMES = ("q", "agency", "department", "project", "level", "year", "source")
_ATTENTION = {status: at for at, status in enumerate(
    ("raised", "lowered", "changed", "reworded", "ambiguous", "ambiguous_project", "dropped", "new", "dropped_project",
     "new_project", "unchanged", "missed", "under_way", "not_comparable", "no_actual", "met"))}  # fmt: skip
_WORDS = {"status": STATUSES, "project_matched": MATCHED, "indicator_matched": MATCHED, "strictness": STRICTNESSES,
          "scored": SCORED, "why": WHY}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Way:
    """A way to compare: what it gives for a question, as records for a page, as a sheet to hand over."""

    ask: Callable[[Any, Question], Iterator[Any]]
    record: Callable[[Any], dict[str, Any]]
    sheet: Callable[[Iterable[Any], Language], Sheet]


WAYS = {
    "years": Way(changes, change_record, change_sheet),
    "actual": Way(achievements, meeting_record, meeting_sheet),
    "departments": Way(peers, peer_record, peer_sheet),
}


def show(request: Request) -> Response:
    """A page of comparisons; how many of each kind there are, as far as a thousand."""
    said, language = request.query_params, Preferences.of(request).language
    name = said["by"] if said.get("by") in WAYS else "years"
    way = WAYS[name]
    offset = whole(said, "offset", 0, MOST)
    found, more, too_long = _found(request, way)
    counts = Counter(getattr(one, "status", None) for one in found)
    status = said.get("status", "")
    kept = _kept(found, status)
    records = [_spoken(way.record(one), language) for one in kept[offset : offset + LIMIT]]
    return page(
        request,
        "compare.html",
        section="compare",
        by=name,
        ways=tuple(WAYS),
        records=records,
        total=len(kept),
        truncated=more,
        more=len(kept) > offset + LIMIT,
        offset=offset,
        limit=LIMIT,
        counts=[(code, number, pick(language, zh=STATUSES[code][0], en=STATUSES[code][1]))
                for code, number in counts.most_common() if code in STATUSES],
        chosen=status,
        said={each: said.get(each, "") for each in NAMES},
        too_long=too_long,
        troubles=read(said).troubles,
        query=request.url.query,
    )  # fmt: skip


def hand(request: Request) -> Response:
    """The comparisons that a page shows, all of its pages, as a file."""
    said, language = request.query_params, Preferences.of(request).language
    way = WAYS.get(said.get("by", ""), WAYS["years"])
    found, more, too_long = _found(request, way)
    if too_long:
        raise TakesTooLong
    status = said.get("status", "")
    kept = _kept(found, status)
    return handed(way.sheet(kept, language), request.path_params["kind"], language, truncated=more)


def _found(request: Request, way: Way) -> tuple[list[Any], bool, bool]:
    """What there is to compare, whether there is more, and whether it took too long."""
    desk = Desk.of(request)
    question = replace(read(request.query_params).question, kind=None)
    found: list[Any] = []
    try:
        with asking(desk.database, SECONDS) as connection:
            found.extend(islice(way.ask(connection, question), MOST + 1))
    except TakesTooLong:
        return found, bool(found), not found  # what was found in time is shown as the first of more
    return found[:MOST], len(found) > MOST, False


def _kept(found: list[Any], status: str) -> list[Any]:
    """Those of a status; without one all, those that ask for attention first."""
    if status:
        return [one for one in found if getattr(one, "status", None) == status]
    return sorted(found, key=lambda one: _ATTENTION.get(getattr(one, "status", ""), 0))


def _spoken(record: dict[str, Any], language: Language) -> dict[str, Any]:
    """The same with words for people beside the codes."""
    words = {
        f"{name}_said": pick(language, zh=said[record[name]][0], en=said[record[name]][1])
        for name, said in _WORDS.items()
        if record.get(name) in said
    }
    by = record.get("by")
    return {**record, **words, "moved": None if by is None else moved(by, record.get("unit"))}
