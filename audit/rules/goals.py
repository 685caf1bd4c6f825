"""The text of a goal, taken apart: its clauses, and the quantities they name."""

import re
from collections.abc import Iterator
from itertools import chain

from normalize import parse_value
from normalize.text import narrow
from schema.target import Comparison

_SENTENCE = re.compile(r"[。；;\n]|(?<=\D)\.(?=\D)")
_CLAUSE = re.compile(r"[，,、]")
_SERIAL = re.compile(
    r"^\s*(?:目标|任务)?\s*(?:[（(]?\d{1,2}[）)]|\d{1,2}[.、:：)])\s*(?!\d)|^\s*[①-⑳]|^目标\d{1,2}\s*[:：]?"
)
_LONGEST = 120
_TITLES = re.compile(r"《[^》]*》|“[^”]*”|〔[^〕]*〕|\([^)]*\)")


def sentences(goal: str) -> Iterator[str]:
    """The sentences of a goal, without serial numbers, titles of papers and what stands in brackets.

    >>> list(sentences("目标1：治理310公里。\\n2.培训200人次；印发《2024年通知》3份"))
    ['治理310公里', '培训200人次', '印发3份']
    """
    for sentence in _SENTENCE.split(_TITLES.sub("", narrow(goal))):
        said = _SERIAL.sub("", sentence).strip()
        if said:
            yield said


def clauses(sentence: str) -> Iterator[str]:
    """The clauses of a sentence that hold a digit and are short enough to be about one thing."""
    for clause in _CLAUSE.split(sentence):
        said = "指标" not in clause and any(character.isdecimal() for character in clause)
        if said and len(clause) <= _LONGEST:
            yield clause.strip()


def quantities(sentence: str) -> list[Comparison]:
    """What a sentence counts: numbers with a unit that is known.

    >>> [(said.low, said.unit_canonical) for said in quantities("全年开展培训2期，培训200人次，2024年底前完成")]
    [('2', '期'), ('200', '人次')]
    """
    found = chain.from_iterable(parse_value(clause).targets for clause in clauses(sentence))
    return [said for said in found if isinstance(said, Comparison) and said.unit_canonical and said.value is not None]
