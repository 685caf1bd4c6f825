"""The lines of a manifest; none of them loses a value in silence."""

from pathlib import Path

import pytest

from ingest.exits import CommandError, Exit
from ingest.manifest_rows import is_manifest, rows_of


def rows(folder: Path, text: str) -> list[tuple[int, dict[str, str]]]:
    (folder / "list.csv").write_bytes(text.encode())
    return [(line, {name: value for name, value in row.items() if value}) for line, row in rows_of(folder / "list.csv")]


def test_fields_by_the_heads_of_their_columns(tmp_path: Path) -> None:
    assert rows(tmp_path, "文件,网址,,备注\na.txt,https://x/1,,看过\n\n,,,\nb.txt\nc.txt,,,,,\n") == [
        (2, {"path": "a.txt", "url": "https://x/1", "beside": "看过"}),
        (5, {"path": "b.txt"}),
        (6, {"path": "c.txt"}),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_quotes_commas_and_line_breaks(tmp_path: Path, end: str) -> None:
    text = f'path,url,title{end}a.txt,"https://x/?a=1,2","two{end}lines"{end}b.txt,,{end}'
    assert [(line, row.get("url")) for line, row in rows(tmp_path, text)] == [(3, "https://x/?a=1,2"), (4, None)]


@pytest.mark.parametrize(
    ("text", "en", "zh"),
    [
        ("path,url\na,b\na.txt,https://x/?a=1,2\n", "line 3 has more values than the first line has names", "第 3 行"),
        ("path,,url\na.txt,2024,https://x\n", "line 2 has more values", "第 2 行"),
        ("path,yaer\na.txt,2024\n", "column 'yaer' is unknown", "列“yaer”不认识"),
        ("path,文件\na.txt,b.txt\n", "has 2 columns 'path'", "2 列都是 path"),
        ("path,url,link\na.txt,x,y\n", "has 2 columns 'url'", "2 列都是 url"),
        ("path\n" + "x" * 200_000 + "\n", "line 2 is no CSV", "第 2 行不是 CSV"),
        ("", "no column 'path'", "没有“路径”列"),
    ],
)
def test_what_would_be_lost_is_refused_with_its_place(tmp_path: Path, text: str, en: str, zh: str) -> None:
    with pytest.raises(CommandError) as error:
        rows(tmp_path, text)
    assert error.value.code is Exit.USAGE
    assert en in error.value.en
    assert zh in error.value.zh


@pytest.mark.parametrize(
    ("text", "lists"),
    [
        ("path,url\na.txt,http://x\n", True),
        ("文件名\t年度\t备注\n".encode("gb18030"), True),
        ("﻿路径;地区\n", True),
        ("path,url\ra.txt,http://x\r" + "甲" * 5000, True),
        ("项目名称,修路\r一级指标,指标值\r", False),
        ('path,"url\r\na.txt', True),
        ("path\na.txt\n", False),
        ("项目名称,年度,地区\n修路,2024,某区\n", False),
        ("文件,一级指标,年度\n", False),
        ("", False),
        (b"\xff\xff", False),
    ],
)
def test_a_list_of_files_is_told_by_its_heads(tmp_path: Path, text: str | bytes, lists: bool) -> None:
    (tmp_path / "a.csv").write_bytes(text if isinstance(text, bytes) else text.encode())
    assert is_manifest(tmp_path / "a.csv") is lists
    assert not is_manifest(tmp_path / "no-such.csv")
