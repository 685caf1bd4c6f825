"""The vocabulary of labels is sound, and labels are known through what forms hang on them."""

import tomllib
from pathlib import Path

import pytest

from parsers.layouts import labels
from schema.catalogue import fields_in_chinese

DATA = tomllib.loads((Path(labels.__file__).parent / "data" / "labels.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("table", ["header", "amounts", "columns"])
def test_fields_stand_in_alphabetical_order(table: str) -> None:
    assert list(DATA[table]) == sorted(DATA[table])


@pytest.mark.parametrize("table", ["header", "amounts", "columns", "groups", "tasks", "totals", "personal"])
def test_spellings_are_in_the_form_they_are_compared_in(table: str) -> None:
    for spellings in DATA[table].values():
        for spelling in spellings:
            assert labels.bare(spelling) == spelling


def test_no_label_of_the_head_is_both_a_field_and_an_amount() -> None:
    known = labels.labels()
    assert not known.header.keys() & known.amounts.keys()
    assert not known.personal & (known.header.keys() | known.amounts.keys())


def test_a_spelling_claimed_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="claimed by goal and purpose"):
        labels._spellings({"goal": ["目标"], "purpose": ["目 标"]})  # noqa: SLF001 - the loader's own check


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("项目名称", "project_name"),
        ("项 目 名 称", "project_name"),
        ("*项目名称：", "project_name"),
        ("专项（项目）名称", "project_name"),
        ("主管部门及代码", "department"),
        ("一、项目概况", "purpose"),
        ("年度总体目标", "goal"),
        ("天津市知识产权局", None),
        ("", None),
    ],
)
def test_header_fields(text: str, field: str | None) -> None:
    assert labels.header_field(text) == field


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("其中：财政    资金", "fiscal"),
        ("其中:财政拨款（万元）", "fiscal"),
        ("项目资金（元）", "total"),
        ("全年执行数（B）", "executed"),
        ("其他资金", "other"),
        ("40.00", None),
    ],
)
def test_amounts(text: str, role: str | None) -> None:
    assert labels.amount_role(text) == role


def test_every_column_has_a_chinese_name_for_diagnostics() -> None:
    assert sorted(set(DATA["columns"]) - set(fields_in_chinese())) == []
