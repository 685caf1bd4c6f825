"""The numbers of a list in a value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize import parse_value
from normalize.numbering import item_numbers, without_item_numbers


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("1.≥30场\n2.12部\n3.5000册", [("30", "场"), ("12", "部"), ("5000", "册")]),
        ("1．30场\n2．12部", [("30", "场"), ("12", "部")]),
        ("1. 100%", [("100", "%")]),
        ("2. 90%", [("90", "%")]),
        ("1、90%；2、80%", [("90", "%"), ("80", "%")]),
        ("1.5万元\n2.5万元", [("1.5", "万元"), ("2.5", "万元")]),
        ("1.500人", [("1.500", "人")]),
        ("2.3000万元", [("2.3000", "万元")]),
        ("1.≥95%", [("95", "%")]),
        ("3.5万元；1.2万元", [("3.5", "万元"), ("1.2", "万元")]),
    ],
)
def test_numbers_of_a_list_are_none_of_its_values(text: str, read: list[tuple[str, str]]) -> None:
    targets = [target.model_dump() for target in parse_value(text).targets]
    assert [(target["value"], target["unit"]) for target in targets] == read
    assert "".join(filter(str.isdigit, text)) == "".join(
        character for target in targets for character in target["text"] if character.isdigit()
    )


@given(st.text(alphabet="12345.、．；;\n ≥%人"))
def test_length_is_kept_and_only_numbers_go(text: str) -> None:
    assert len(without_item_numbers(text)) == len(text)
    assert all(text[start:end].strip(" .．、0123456789") == "" for start, end in item_numbers(text))
