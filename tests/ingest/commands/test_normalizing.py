"""`jixiao normalize`."""

import io
import json
import sys

import pytest

from tests.command_line import CommandLine


def test_values_from_arguments(jixiao: CommandLine) -> None:
    ran = jixiao("normalize", "≥22000件", "有效提升", "--", "-5%")
    found = [json.loads(line) for line in ran.out.splitlines()]
    assert [item["stated"]["value"] for item in found] == ["≥22000件", "有效提升", "-5%"]
    assert found[0]["targets"][0]["low"] == "22000"
    assert ran.code == 0


@pytest.mark.parametrize("arguments", [(), ("-",)])
def test_values_from_standard_input(
    jixiao: CommandLine, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    text = "≥90\t\t\t企业满意度\n".encode() + b"\xff\x00\n" + "\n2024年12月31日前\n".encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))
    found = [json.loads(line) for line in jixiao("normalize", *arguments).out.splitlines()]
    kinds = [[target["kind"] for target in item["targets"]] for item in found]
    assert kinds == [["comparison"], [], ["blank"], ["deadline"]]
    assert "line-unreadable" in {diagnostic["code"] for diagnostic in found[1]["diagnostics"]}


def test_a_line_of_ten_megabytes(jixiao: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"9" * 10_000_000 + "\n≥1件\n".encode())))
    found = [json.loads(line) for line in jixiao("normalize").out.splitlines()]
    assert len(found) == 2
    assert found[0]["diagnostics"]
    assert found[1]["targets"][0]["unit"] == "件"


def test_a_line_break_within_an_argument_belongs_to_the_value(jixiao: CommandLine) -> None:
    (found,) = [json.loads(line) for line in jixiao("normalize", "≥1\n件\t\t\t数量").out.splitlines()]
    assert found["stated"]["name"] == "数量"


def test_an_empty_argument_is_a_value_that_is_missing(jixiao: CommandLine) -> None:
    said = [json.loads(line) for line in jixiao("normalize", "≥5件", "", "3次").out.splitlines()]
    assert [value["targets"][0]["kind"] for value in said] == ["comparison", "blank", "comparison"]
