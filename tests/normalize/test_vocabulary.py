"""The vocabulary is data, and the data keeps its own rules: each file explains itself and claims a word once."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import normalize
from normalize.text import fold, narrow
from normalize.vocabulary import by_first, by_last, vocabulary

FILES = sorted((Path(normalize.__file__).parent / "data").glob("*.toml"))
EACH = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def _lists(node: Any, place: str = "") -> Iterator[tuple[str, list[str]]]:
    """Every list of words in a file with its place."""
    if isinstance(node, dict):
        for key, inner in node.items():
            yield from _lists(inner, f"{place}.{key}")
    elif isinstance(node, list):
        if words := [word for word in node if isinstance(word, str)]:
            yield place, words
        for inner in node:
            yield from _lists(inner, place)


def _twice(words: Iterator[str] | list[str]) -> list[str]:
    return sorted(word for word, times in Counter(words).items() if times > 1)


def test_the_files_are_found() -> None:
    assert {"units", "counting", "ambiguous", "comparators", "statements"} <= {path.stem for path in FILES}


@EACH
def test_a_file_opens_with_its_grammar_in_sentences(path: Path) -> None:
    opening = re.match(r"(?:#[^\n]*\n)+", path.read_text(encoding="utf-8"))
    assert opening is not None
    assert len(opening[0]) > 80
    assert opening[0].rstrip().endswith(".")


@EACH
def test_a_file_loads_as_what_it_says(path: Path) -> None:
    assert vocabulary(path.stem) == tomllib.loads(path.read_text(encoding="utf-8")) != {}


@EACH
def test_a_list_names_a_word_once_and_no_empty_one(path: Path) -> None:
    for place, words in _lists(vocabulary(path.stem)):
        assert (place, _twice(words)) == (place, [])
        assert all(word and word == word.strip() for word in words), place


def _measured() -> list[str]:
    lines = [line for table in vocabulary("units").values() for line in table["units"]]
    return [spelling for line in lines for spelling in line["spellings"]]


def _counted() -> list[str]:
    return [word for group in vocabulary("counting").values() for word in [*group["spellings"], *group.get("same", {})]]


def test_no_spelling_is_claimed_by_two_units_unless_it_is_listed_as_ambiguous() -> None:
    assert set(_twice(_measured() + _counted())) <= vocabulary("ambiguous").keys()


def test_spellings_of_units_are_in_the_form_texts_are_read_in() -> None:
    assert [word for word in [*_measured(), *_counted(), *vocabulary("ambiguous")] if narrow(word) != word] == []


def test_another_word_leads_to_a_unit_that_is_listed() -> None:
    listed = {word for group in vocabulary("counting").values() for word in group["spellings"]}
    for name, group in vocabulary("counting").items():
        assert set(group.get("same", {}).values()) <= listed, name
        assert set(group.get("dimensions", {})) <= {*group["spellings"]}, name


@pytest.mark.parametrize("dimension", sorted(vocabulary("units")))
def test_the_conversions_of_a_dimension_agree(dimension: str) -> None:
    table = vocabulary("units")[dimension]
    factors = {Fraction(line["factor"]) for line in table["units"]}
    assert len(factors) == len(table["units"])
    assert min(factors) > 0
    (whole,) = (line for line in table["units"] if Fraction(line["factor"]) == 1)
    assert table["canonical"] in whole["spellings"]


def test_dimensions_stand_in_order_and_own_their_canonical_unit() -> None:
    tables = vocabulary("units")
    assert list(tables) == sorted(tables)
    assert _twice([table["canonical"] for table in tables.values()]) == []


def test_no_multiplied_unit_is_listed() -> None:
    lexical = {
        "千克",
        "千克标准煤",
        "千克标煤",
        "千米",
        "千瓦",
        "千瓦时",
        "千瓦·时",
        "千伏",
        "千伏安",
        "千帕",
        "千赫",
        "千米/小时",
        "百分比",
        "百分率",
        "百分之",
        "百分点",
        "千分点",
        "千分比",
    }
    assert {word for word in _measured() if word[0] in "十百千万亿"} == lexical


@pytest.mark.parametrize("side", ["before", "after", "far"])
def test_a_word_beside_a_number_has_one_sign(side: str) -> None:
    signs = vocabulary("comparators")["signs"].values()
    assert _twice([word for words in signs for word in words[side]]) == []


def test_glyphs_stand_for_one_sign_each() -> None:
    data = vocabulary("comparators")
    assert _twice([glyph for glyphs in data["glyphs"].values() for glyph in glyphs]) == []
    assert all(len(sign) == 1 for sign in [*data["glyphs"], *data["mistyped"]])
    assert data["glyphs"].keys().isdisjoint(data["mistyped"])


def test_a_word_of_change_goes_one_way_and_a_basis_has_one_name() -> None:
    data = vocabulary("phrases")
    for table in ("changes", "nouns", "yearly"):
        assert set(data[table]["increase"]).isdisjoint(data[table]["decrease"])
    assert _twice([word for usual, others in data["bases"].items() for word in (usual, *others)]) == []
    assert _twice([word for words in data["alike"].values() for word in words]) == []


def test_a_whole_value_makes_one_kind_of_statement() -> None:
    data = vocabulary("statements")
    said = [
        {*table.get(key, ())}
        for table in (data[sense] for sense in data["order"])
        for key in ("words", "true", "false")
    ]
    assert _twice([word for words in said for word in words]) == []
    assert set(data["order"]) == data.keys() - {"order", "negation"}
    assert [word for words in said for word in words if fold(word) != word] == []


def test_level_two_names_stand_under_levels_that_exist() -> None:
    data = vocabulary("taxonomy")
    known = {level["name"] for level in data["level1"]}
    assert {parent for level in data["level2"] for parent in level["parents"]} <= known
    for level in ("level1", "level2"):
        assert _twice([word for one in data[level] for word in (one["name"], *one["variants"])]) == []


WORDS = st.lists(st.text(min_size=1, max_size=6), unique=True)


@given(WORDS)
def test_words_are_grouped_by_an_end_and_none_is_lost(words: list[str]) -> None:
    for grouped, place in ((by_first(words), 0), (by_last(words), -1)):
        assert sorted(word for group in grouped.values() for word in group) == sorted(words)
        for character, group in grouped.items():
            assert {word[place] for word in group} == {character}
            assert [len(word) for word in group] == sorted((len(word) for word in group), reverse=True)
