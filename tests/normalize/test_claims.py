"""Which sort of site claims the characters at a place."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normalize.claims import BARE, beginnings, claim
from normalize.vocabulary import DATA, vocabulary
from tests.normalize.examples import examples

SHAPES = [(shape["begin"], shape["pattern"]) for shape in vocabulary("opaque")["patterns"]]
TEXTS = sorted({example.text for example in examples()})


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("一年1次", "once"), ("一体化", "opaque"), ("5G网络", "opaque"), ("2024年底", "date"), ("三季度", "date"),
        ("每亩", "per"), ("按月", "per"), ("按规定", None), ("30人", "number"), ("半年", "number"), ("人", None),
    ],
)  # fmt: skip
def test_what_claims_the_beginning_of_a_text(text: str, sort: str | None) -> None:
    said = claim(text, 0)
    assert (said.sort if said else None) == sort


@pytest.mark.parametrize(("begin", "pattern"), SHAPES, ids=range(len(SHAPES)))
def test_a_pattern_says_what_it_may_begin_with(begin: str, pattern: str) -> None:
    compiled = re.compile(pattern, re.VERBOSE)

    @settings(max_examples=25, deadline=None)
    @given(st.one_of(st.from_regex(compiled), st.lists(st.sampled_from(TEXTS), max_size=3).map("".join)))
    def begins_so(text: str) -> None:
        for found in compiled.finditer(text):
            assert re.match(f"[{begin}]", text[found.start()]), text

    begins_so()


@given(st.one_of(st.text(), st.lists(st.sampled_from(TEXTS), max_size=3).map("".join)))
def test_what_claims_a_place_may_begin_there(text: str) -> None:
    for at, character in enumerate(text):
        assert claim(text, at) is None or beginnings().match(character)


FOLLOWERS = sorted({*"".join(path.read_text(encoding="utf-8") for path in DATA.glob("*.toml")), *"0123456789.,:/-~ \n"})


@pytest.mark.parametrize("number", ["1", "5", "12", "20", "365", "985", "1998", "2024", "12345", "96100", "202412", "3.5", "2024.5", "1.25"])  # fmt: skip
def test_a_bare_number_is_none_that_a_word_or_a_time_claims(number: str) -> None:
    for one in FOLLOWERS:
        for other in ("", "1", "月", "A", "工程", "热线", "状病毒"):
            text = f"{number}{one}{other}"
            if BARE.match(text):
                said = claim(text, 0)
                assert said is not None
                assert said.sort == "number", text


@pytest.mark.parametrize("character", "0123456789一二三十")
def test_one_pattern_for_many_characters_says_what_one_for_each_would(character: str) -> None:
    own = re.compile("|".join(shape for begin, shape in SHAPES if re.match(f"[{begin}]", character)), re.VERBOSE)
    words = tuple(word for word in vocabulary("opaque")["words"] if word.startswith(character))
    for text in TEXTS:
        for at in (at for at, one in enumerate(text) if one == character and not text.startswith(words, at)):
            said, found = claim(text, at), own.match(text, at)
            if said is None or said.sort != "once":
                end = said.end if said is not None and said.sort == "opaque" else None
                assert end == (found.end() if found else None), text[at:]
