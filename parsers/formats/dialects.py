"""Which dialect of text a stretch of lines is written in, and the passages that follow from it."""

from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from parsers.formats import piped, quotes, separated, stacked, tabbed
from parsers.formats.lines import Line, Run, bare, runs
from parsers.formats.passages import Passage, paragraph, starts_something

Section = tuple[Line, ...]
"""Lines that belong together: what starts at a paragraph or a mark, up to the next."""


class Dialect(Enum):
    """How cells are told apart outside pipe tables and comma-separated files."""

    TABBED = "tabbed"
    STACKED = "stacked"
    PLAIN = "plain"


class Votes(NamedTuple):
    """What the lines of a stretch speak for: several cells a line (`wide`), one a line (`narrow`).

    `padded` lines hold one cell and a tab after it: wide where the file has wide lines, else narrow. `rows` counts the
    runs in which two or more lines hold one cell at most, `deep` the narrow lines led by more than one tab.
    """

    wide: int = 0
    padded: int = 0
    narrow: int = 0
    rows: int = 0
    deep: int = 0

    def __add__(self, other: object) -> "Votes":
        """The votes of both."""
        if not isinstance(other, Votes):
            return NotImplemented
        return Votes(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))

    @property
    def speaks(self) -> Dialect | None:
        """The dialect of a stretch that leaves no doubt."""
        if self.rows >= 2 and self.narrow > self.wide + self.padded:
            return Dialect.STACKED
        return Dialect.TABBED if self.wide >= 2 and self.wide >= self.narrow else None


def passages(lines: Sequence[Line]) -> Iterator[Passage]:
    """The paragraphs and tables of a text, each part read in its own dialect, in reading order."""
    if not any(piped.extents(lines)) and separated.suits(lines):
        yield from separated.passages(lines)
        return
    for rejoined in (quotes.rejoined, piped.rejoined, stacked.rejoined):
        lines = tuple(rejoined(lines))
    extents = [(0, 0), *piped.extents(lines), (len(lines), len(lines))]
    between = [tuple(_sections(lines[before[1] : after[0]])) for before, after in pairwise(extents)]
    read = _reader([section for sections in between for section in sections])
    for sections, (start, end) in zip(between, extents[1:], strict=True):
        for section in sections:
            yield from read(section)
        yield piped.table(lines[start:end])


def _reader(sections: Sequence[Section]) -> Callable[[Section], Iterator[Passage]]:
    """How to read a section of a file; where a section leaves its dialect open, the others decide."""
    dialects = dict(zip(sections, _dialects([_votes(section) for section in sections]), strict=True))
    between_rows = stacked.gap_between_rows(
        stacked.stacked_runs(section) for section, dialect in dialects.items() if dialect is Dialect.STACKED
    )

    def read(section: Section) -> Iterator[Passage]:
        match dialects[section]:
            case Dialect.STACKED:
                return stacked.passages(stacked.stacked_runs(section), between_rows)
            case Dialect.TABBED:
                return tabbed.passages(tuple(runs(section)))
            case Dialect.PLAIN:
                return (paragraph(line) for line in section if not line.blank)

    return read


def _sections(lines: Sequence[Line]) -> Iterator[Section]:
    """Lines cut before each paragraph that starts a run, and wherever the file marks a start."""
    start, after_blank, in_paragraphs = 0, True, False
    for index, line in enumerate(lines):
        if line.blank:
            after_blank = True
            continue
        plain = "\t" not in line.text
        if index > start and (starts_something(line) or (plain and after_blank and not in_paragraphs)):
            yield tuple(lines[start:index])
            start = index
        in_paragraphs = plain
        after_blank = False
    yield tuple(lines[start:])


def _votes(section: Sequence[Line]) -> Votes:
    return sum((_run_votes(run) for run in runs(section)), Votes())


def _run_votes(run: Run) -> Votes:
    wide = padded = narrow = single = 0
    indents: list[int] = []
    for line in run.lines:
        if "\t" not in line.text:
            continue
        found = [bool(bare(field)) for field in line.text.split("\t")]
        single += sum(found) < 2
        if sum(found) > 1:
            wide += 1
        elif found[-1]:
            narrow += 1
            indents.append(len(found) - 1)
        elif any(found):
            padded += 1
    if len(set(indents)) > 1:
        padded, narrow = padded + narrow, 0
    return Votes(wide, padded, narrow, int(single >= 2 and narrow + padded > 0), sum(tabs > 1 for tabs in indents))


def _dialects(votes: Sequence[Votes]) -> list[Dialect]:
    if not any(vote.wide for vote in votes):
        votes = [vote._replace(narrow=vote.narrow + vote.padded, padded=0) for vote in votes]
    certain = [vote.speaks for vote in votes]
    if Dialect.TABBED in certain:  # where tabs are columns, several of them are empty columns
        certain = [
            None if spoken is Dialect.STACKED and vote.deep else spoken
            for spoken, vote in zip(certain, votes, strict=True)
        ]
    doubtful = _by_majority(sum(votes, Votes()), frozenset(certain))
    return [
        Dialect.PLAIN if vote == Votes() else spoken or doubtful for vote, spoken in zip(votes, certain, strict=True)
    ]


def _by_majority(whole: Votes, certain: frozenset[Dialect | None]) -> Dialect:
    """The dialect of a stretch that leaves its own open, in a file that holds certain others."""
    if Dialect.STACKED in certain and (Dialect.TABBED not in certain or whole.narrow > whole.wide + whole.padded):
        return Dialect.STACKED
    return Dialect.TABBED if whole.wide else Dialect.PLAIN
