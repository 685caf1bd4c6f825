"""Codes in front of names."""

import pytest

from normalize.codes import split_code


@pytest.mark.parametrize(
    ("text", "code", "name"),
    [
        ("610101天津市知识产权局", "610101", "天津市知识产权局"),
        ("324001-甘孜州财政局", "324001", "甘孜州财政局"),
        ("[155]濉溪县民政局", "155", "濉溪县民政局"),
        ("（219001）池州市财政局", "219001", "池州市财政局"),
        ("51000022T000006677700公路养护", "51000022T000006677700", "公路养护"),
        ("2024年运维", None, "2024年运维"),
        ("2024-运维", None, "2024-运维"),
        ("20240601日活动", None, "20240601日活动"),
        ("100人培训", None, "100人培训"),
        ("天津市财政局", None, "天津市财政局"),
        ("610101", None, "610101"),
    ],
)
def test_codes(text: str, code: str | None, name: str) -> None:
    assert split_code(text) == (code, name)
