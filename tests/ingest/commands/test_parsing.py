"""`jixiao parse`."""

import io
import json
import os
import sys
from pathlib import Path

import pytest

from tests.command_line import CommandLine
from tests.conftest import FORM


def test_one_json_object_a_file(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    ran = jixiao("parse", form, tmp_path / "empty.txt", tmp_path / "nowhere.txt", tmp_path, "--json")
    objects = [json.loads(line) for line in ran.out.splitlines()]
    assert [found["status"] for found in objects] == ["imported", "corrupt", "unreadable", "unreadable"]
    assert objects[0]["source"]["path"] == str(form)
    assert len(objects[0]["tables"][0]["indicators"]) == 5
    assert ran.code == 3
    assert len(ran.err.splitlines()) == 3


def test_standard_input(jixiao: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(FORM.encode())))
    ran = jixiao("parse", "-", "--json")
    assert ran.code == 0
    assert json.loads(ran.out)["source"]["path"] == "-"


def test_for_a_person(jixiao: CommandLine, form: Path) -> None:
    ran = jixiao("parse", form, language="zh")
    assert ran.code == 0
    assert "群众满意度" in ran.out


def test_messages_are_in_the_language_of_the_person(jixiao: CommandLine, tmp_path: Path) -> None:
    zh = json.loads(jixiao("parse", tmp_path, "--json", language="zh").out)
    en = json.loads(jixiao("parse", tmp_path, "--json", language="en").out)
    assert zh["diagnostics"][0]["message"].startswith("未读取：这是文件夹")
    assert en["diagnostics"][0]["message"].startswith("not read: this is a folder")


def test_a_defect_shows_its_traceback_only_under_debug(
    jixiao: CommandLine, form: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.reading.interpret", lambda *_: 1 / 0)
    assert "Traceback" not in jixiao("parse", form).err
    assert "Traceback" in jixiao("parse", form, debug=True).err


def test_a_file_named_in_gbk(jixiao: CommandLine, form: Path) -> None:
    named = form.rename(form.parent / os.fsdecode("2023年绩效.txt".encode("gb18030")))
    (found,) = [json.loads(line) for line in jixiao("parse", named, "--json").out.splitlines()]
    assert found["source"]["path"].endswith("/2023年绩效.txt")
