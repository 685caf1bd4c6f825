"""Pictures of pages, kept while they are looked at: drawn in a process that can be ended, a few at a time."""

import json
import subprocess
import sys
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from threading import Lock

SECONDS = 15.0
_KEPT = 96


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as PNG, with its size in points."""

    png: bytes
    width: float
    height: float


@dataclass(slots=True)
class Pictures:
    """The last pictures drawn, by the hash of their file and their page."""

    kept: OrderedDict[tuple[str, int], Picture] = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)

    def held(self, sha256: str, page: int) -> Picture | None:
        """A picture that was drawn before."""
        with self.lock:
            found = self.kept.get((sha256, page))
            if found is not None:
                self.kept.move_to_end((sha256, page))
            return found

    def drawn(self, sha256: str, content: bytes, pages: Sequence[int]) -> dict[int, Picture]:
        """Pictures of pages; those that cannot be drawn are left out. One file is drawn at a time."""
        wanted = [page for page in pages if (sha256, page) not in self.kept]
        if wanted:
            with self.lock:
                for page, picture in _draw(content, wanted):
                    self.kept[sha256, page] = picture
                while len(self.kept) > _KEPT:
                    self.kept.popitem(last=False)
        held = ((page, self.held(sha256, page)) for page in pages)
        return {page: picture for page, picture in held if picture is not None}


def _draw(content: bytes, pages: Sequence[int]) -> Iterator[tuple[int, Picture]]:
    asked = [sys.executable, "-m", "audit.web.source.draw_pages", ",".join(map(str, pages))]
    # The program is our own, its argument are numbers.
    with subprocess.Popen(asked, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:  # noqa: S603 - our own command, the file by its standard input
        try:
            out, _ = child.communicate(content, timeout=SECONDS)
        except subprocess.TimeoutExpired:
            child.kill()
            out, _ = child.communicate()
    yield from _taken_apart(out)


def _taken_apart(out: bytes) -> Iterator[tuple[int, Picture]]:
    """The pictures that were finished; a child that was ended leaves none half."""
    while b"\n" in out:
        line, rest = out.split(b"\n", 1)
        head = json.loads(line)
        if len(rest) < head["bytes"]:
            return
        yield head["page"], Picture(rest[: head["bytes"]], head["width"], head["height"])
        out = rest[head["bytes"] :]
