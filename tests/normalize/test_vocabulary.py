"""Every file of data/ opens with its grammar, is narrow, and claims nothing twice."""

from collections.abc import Iterator
from importlib.resources import files
from itertools import takewhile
from typing import Any

import pytest

from normalize.comparators import legible
from normalize.vocabulary import vocabulary

NAMES = [
    "ambiguous", "comparators", "counting", "directions", "names", "opaque", "periods", "phrases", "placeholders",
    "statements", "units",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_file_opens_with_its_grammar(name: str) -> None:
    text = files("normalize").joinpath("data", f"{name}.toml").read_text(encoding="utf-8")
    comments = list(takewhile(lambda line: line.startswith("#"), text.splitlines()))
    assert len(" ".join(comments).split()) > 20


def _lists(table: Any, path: str = "") -> Iterator[tuple[str, list[str]]]:
    match table:
        case dict():
            for key, value in table.items():
                yield from _lists(value, f"{path}.{key}")
        case [str(), *_]:
            yield path, table
        case [*items]:
            for place, value in enumerate(items):
                yield from _lists(value, f"{path}[{place}]")


@pytest.mark.parametrize("name", NAMES)
def test_no_list_says_a_word_twice(name: str) -> None:
    for path, words in _lists(vocabulary(name)):
        twice = sorted({word for word in words if words.count(word) > 1})
        assert not twice, f"{name}{path}: {twice}"


def test_no_comparator_word_has_two_signs() -> None:
    signs = vocabulary("comparators")["signs"]
    for side in ("before", "after"):
        words = [word for lists in signs.values() for word in lists[side]]
        assert len(words) == len(set(words))


def test_words_that_stand_far_from_their_number_stand_beside_it_too() -> None:
    for lists in vocabulary("comparators")["signs"].values():
        assert set(lists["far"]) <= set(lists["before"])


def test_words_are_in_the_form_that_texts_are_brought_to() -> None:
    signs = vocabulary("comparators")["signs"]
    for word in [word for lists in signs.values() for word in (*lists["before"], *lists["after"])]:
        assert legible(word) == word


def test_no_basis_has_two_names() -> None:
    spelled = [spelling for usual, others in vocabulary("phrases")["bases"].items() for spelling in (usual, *others)]
    assert len(spelled) == len(set(spelled))
