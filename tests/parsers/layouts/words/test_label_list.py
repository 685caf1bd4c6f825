"""The list of labels is sound."""

import tomllib
from pathlib import Path

import pytest

from parsers.layouts.words import label_list as lists
from parsers.layouts.words.label_list import bare, label_list
from schema.catalogue import fields_in_chinese

DATA = tomllib.loads((Path(lists.__file__).parents[1] / "data" / "labels.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("table", ["header", "amounts", "columns"])
def test_fields_stand_in_alphabetical_order(table: str) -> None:
    assert list(DATA[table]) == sorted(DATA[table])


@pytest.mark.parametrize("table", ["header", "amounts", "columns", "groups", "tasks", "totals", "personal"])
def test_spellings_are_in_the_form_they_are_compared_in(table: str) -> None:
    for spellings in DATA[table].values():
        for spelling in spellings:
            assert bare(spelling) == spelling


def test_no_label_of_the_head_is_both_a_field_and_an_amount() -> None:
    known = label_list()
    assert not known.header.keys() & known.amounts.keys()
    assert not known.personal & (known.header.keys() | known.amounts.keys())


def test_a_spelling_claimed_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="claimed by goal and purpose"):
        lists._spellings({"goal": ["目标"], "purpose": ["目 标"]})  # noqa: SLF001 - the loader's own check


def test_every_column_has_a_chinese_name_for_diagnostics() -> None:
    assert sorted(set(DATA["columns"]) - set(fields_in_chinese())) == []
