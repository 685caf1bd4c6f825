"""Files that really end as the closed list says, each through `jixiao import` and its real readers and workers."""

import json
from collections.abc import Callable
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from tests.command_line import CommandLine
from tests.parsers.formats.archive.packed import zipped as packed
from tests.parsers.formats.docx.wordml import zipped
from tests.parsers.formats.pdf.drawn import form
from tests.parsers.formats.pdf.test_book import book
from tests.parsers.formats.pdf.test_opening import locked

_office: Any = import_module("msoffcrypto.format.ooxml")
SAMPLES = Path(__file__).parents[3] / "samples" / "formats" / "tianjin-ip-office-projects"
DOCX, XLSX = (SAMPLES / name for name in ("python-docx.docx", "xlsxwriter.xlsx"))
FORM = "项目绩效目标表\n项目名称\t修路\n一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t里程\t≥12公里\n"


def protected(content: bytes, password: str) -> bytes:
    """An Office file as Office itself encrypts it (ECMA-376 agile)."""
    out = BytesIO()
    _office.OOXMLFile(BytesIO(content)).encrypt(password, out)
    return out.getvalue()


def flipped(content: bytes) -> bytes:
    """A package whose document was damaged on its way."""
    at = content.index(b"word/document.xml") + 100
    return content[:at] + bytes(byte ^ 0x5A for byte in content[at : at + 40]) + content[at + 40 :]


def with_doctype(content: str) -> bytes:
    return zipped({"word/document.xml": content})


ENDS: dict[str, tuple[Callable[[], bytes], str]] = {
    "protected.docx": (lambda: protected(DOCX.read_bytes(), "secret"), "encrypted"),
    "protected.xlsx": (lambda: protected(XLSX.read_bytes(), "secret"), "encrypted"),
    "protected.pdf": (lambda: locked("secret"), "encrypted"),
    "scanned.pdf": (lambda: book("", ""), "image_only"),
    "picture.html": (lambda: b"<html><img src=a.png>", "image_only"),
    "doctype.docx": (lambda: with_doctype("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), "unsafe"),
    "bomb.zip": (lambda: packed({"a.txt": bytes(50_000_000)}), "unsafe"),
    "cut.docx": (lambda: DOCX.read_bytes()[:-500], "truncated"),
    "cut.xlsx": (lambda: XLSX.read_bytes()[:-500], "truncated"),
    "cut.pdf": (lambda: form()[0][:-600], "truncated"),
    "cut.txt": (lambda: FORM.encode()[:-2], "truncated"),
    "none.docx": (lambda: b"", "corrupt"),
    "flipped.docx": (lambda: flipped(DOCX.read_bytes()), "corrupt"),
    "other.docx": (lambda: bytes(range(256)) * 9, "unsupported"),
    "photo.jpg": (lambda: b"\xff\xd8\xff\xe0" + bytes(100), "unsupported"),
    "letter.txt": ("没有表格的文字。\n".encode, "no_tables"),
    "form.txt": (FORM.encode, "imported"),
}


def test_each_ends_as_it_should_and_says_why(jixiao: CommandLine, tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    for name, (content, _) in ENDS.items():
        (folder / name).write_bytes(content())
    ran = jixiao("import", folder, "--db", tmp_path / "demo.db", "--jobs", 1, "--json")
    failed = {one["path"]: one for one in json.loads(ran.out)["failures"]}
    found = {name: failed[name]["status"] if name in failed else "imported" for name in ENDS}
    assert (ran.code, found) == (3, {name: status for name, (_, status) in ENDS.items()})


NESTED = packed({"b.zip": packed({"c.zip": packed({"表.txt": FORM.encode()})})})
DEEP = zipped({"word/document.xml": "<w>" * 40 + "</w>" * 40})
LIMITED = {
    "file_bytes": ("表.txt", FORM.encode(), 40),
    "zip_entries": ("a.zip", packed({f"{n}.txt": b"a" for n in range(5)}), 4),
    "inflated_bytes": ("a.zip", packed({"a.txt": FORM.encode() * 90}), 5_000),
    "part_bytes": ("a.docx", DOCX.read_bytes(), 500),
    "archive_nesting": ("a.zip", NESTED, 2),
    "xml_depth": ("a.docx", DEEP, 30),
    "pages": ("a.pdf", book(*["绩效目标表"] * 4), 3),
    "cells": ("表.txt", FORM.encode(), 5),
    "characters": ("表.txt", FORM.encode(), 20),
}


@pytest.mark.parametrize("limit", LIMITED)
def test_each_limit_scaled_down(jixiao: CommandLine, tmp_path: Path, limit: str) -> None:
    name, content, bound = LIMITED[limit]
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / name).write_bytes(content)
    (tmp_path / "limits.toml").write_text(f"{limit} = {bound}\n", encoding="utf-8")
    said = ["--db", tmp_path / "demo.db", "--jobs", 1, "--json", "--limits", tmp_path / "limits.toml"]
    ran = jixiao("import", tmp_path / "files", *said)
    failed = json.loads(ran.out)["failures"]
    assert [(one["status"], bool(one["message"])) for one in failed] == [("limit", True)]
