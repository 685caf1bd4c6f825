"""`jixiao explain`."""

import json
import os

from tests.command_line import CommandLine


def test_for_a_person(jixiao: CommandLine) -> None:
    ran = jixiao("explain", "政策兑现受理量≥5000项，拨付金额≥8000万元", language="zh")
    assert ran.code == 0
    for words in ("政策兑现受理量 ≥ 5,000 项", "拨付金额 ≥ 80,000,000 元", "须全部满足"):
        assert words in ran.out


def test_what_stands_beside_the_value_counts(jixiao: CommandLine) -> None:
    assert "≥ 90 % (unit inferred)" in jixiao("explain", "≥90", "--name", "企业满意度").out
    assert "≥ 2,315,000 元" in jixiao("explain", "231.5", "--unit", "万元", "--operator", "≥").out
    assert "2024-12-31" in jixiao("explain", "12月31日前", "--year", "2024").out


def test_as_json_with_the_rules_that_read_it(jixiao: CommandLine) -> None:
    found = json.loads(jixiao("explain", "≥98%", "--json").out)
    assert len(found["rules"]) == len(found["targets"]) == 1


def test_a_value_is_needed(jixiao: CommandLine) -> None:
    ran = jixiao("explain", language="zh")
    assert ran.code == 2
    assert "用法" in ran.err


def test_bytes_that_are_no_text_are_told_as_normalize_tells_them(jixiao: CommandLine) -> None:
    odd = os.fsdecode(b"\xff\xfe")
    explained = json.loads(jixiao("explain", "--json", odd).out)
    normalized = json.loads(jixiao("normalize", odd).out)
    assert {name: explained[name] for name in normalized} == normalized
    ran = jixiao("explain", odd, "≥90%", language="zh")
    assert (ran.code, "不是 UTF-8 编码" in ran.out, "≥90%" in ran.out) == (0, True, True)
