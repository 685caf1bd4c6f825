"""What a manifest says of the files it lists, however it was saved."""

import json
import os
import sqlite3
import tomllib
from pathlib import Path

import pytest

from ingest import manifest
from ingest.exits import CommandError
from ingest.manifest import Manifest, read_manifest
from ingest.said import NOTHING_SAID, Said
from normalize.text import fold
from tests.command_line import CommandLine

ENGLISH = "Path,Source URL,Publication date,Year,Region\nfiles/road.txt,https://gov.example/1,2024-03-05,2024,天津市\n"
CHINESE = "路径\t来源网址\t发布日期\t年度\t地区\t备注\nfiles/road.txt\thttps://gov.example/1\t2024年3月5日\t2024年\t天津市\t无\n"
SAID = Said(2024, "天津市", "https://gov.example/1", "2024-03-05")


@pytest.mark.parametrize("text", [ENGLISH, CHINESE])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_in_either_language_and_encoding(form: Path, tmp_path: Path, text: str, encoding: str) -> None:
    (tmp_path / "list.csv").write_bytes(text.encode(encoding))
    manifest = read_manifest(tmp_path / "list.csv")
    assert manifest.said_of(form) == SAID
    assert manifest.said_of(tmp_path / "other.txt") == NOTHING_SAID
    assert manifest.files() == [form]


def test_paths_may_start_in_a_named_folder(form: Path, tmp_path: Path) -> None:
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "list.csv").write_text("文件,年度\nroad.txt,2024\nnowhere.txt,\n", encoding="utf-8")
    manifest = read_manifest(tmp_path / "lists" / "list.csv", [form.parent])
    assert manifest.said_of(form) == Said(2024)
    assert list(manifest.missing()) == ["nowhere.txt"]


def test_a_file_whose_name_is_in_the_bytes_of_gbk(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    old = form.rename(form.with_name(os.fsdecode("绩效.txt".encode("gb18030"))))
    (tmp_path / "list.csv").write_text("path,year\nfiles/绩效.txt,2023\n", encoding="utf-8")
    manifest = read_manifest(tmp_path / "list.csv")
    assert (manifest.files(), list(manifest.missing()), manifest.said_of(old)) == ([old], [], Said(2023))
    for paths in ([form.parent], []):
        assert jixiao("import", *paths, "--manifest", tmp_path / "list.csv", "--db", tmp_path / "demo.db").code == 0


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"name of what\nx\n", "no column 'path'"),
        (b"path,year\na,20244\n", "line 2: '20244' is no year"),
        (b"path,date\na,2024-02-31\n", "line 2: '2024-02-31' is no date"),
        (b"path\n\xff\xff\xff", "no text in UTF-8 or GB 18030"),
        (b"path,year\na\0/b.txt,2024\n", "no text in UTF-8 or GB 18030"),
        ("path,year\na.txt,2024\n".encode("utf-16-le"), "no text in UTF-8 or GB 18030"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_line(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "list.csv").write_bytes(content)
    with pytest.raises(CommandError) as error:
        read_manifest(tmp_path / "list.csv")
    assert said in error.value.en


def test_it_is_kept_and_shown(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(ENGLISH + "files/lost.txt,,,,\n", encoding="utf-8")
    ran = jixiao("import", "--manifest", tmp_path / "list.csv", "--db", tmp_path / "demo.db")
    assert ran.code == 3
    assert "files/lost.txt: the manifest lists it, but there is no such file" in ran.err
    with sqlite3.connect(tmp_path / "demo.db") as connection:
        said = "SELECT stated_year, stated_region, stated_url, stated_published FROM current_sources"
        assert connection.execute(said).fetchall() == [(2024, "天津市", "https://gov.example/1", "2024-03-05")]
    connection.close()
    (hit,) = json.loads(jixiao("find", "修路里程", "--db", tmp_path / "demo.db", "--json").out)["results"]
    assert (hit["url"], hit["published"]) == ("https://gov.example/1", "2024-03-05")
    again = jixiao("import", form.parent, "--db", tmp_path / "demo.db", "--json")
    assert json.loads(again.out)["rows_written"] == 0


def test_a_head_names_one_field_only() -> None:
    fields = tomllib.loads((Path(manifest.__file__).with_name("data") / "manifest.toml").read_text(encoding="utf-8"))
    heads = [fold(head) for listed in fields.values() for head in listed]
    assert set(fields) == {"path", "url", "published", "year", "region", "beside"}
    assert len(heads) == len(set(heads))


def listed(folder: Path, text: str) -> Manifest:
    (folder / "list.csv").write_text(text, encoding="utf-8")
    return read_manifest(folder / "list.csv")


def test_two_lines_that_contradict_each_other(form: Path, tmp_path: Path) -> None:
    same = "path,year\nfiles/road.txt,2024\n./files/../files/road.txt,2024\n"
    assert listed(tmp_path, same).said_of(form) == Said(2024)
    for other in ("files/road.txt,2023", "./files/road.txt,2023", "files/road.txt,"):
        with pytest.raises(CommandError) as error:
            listed(tmp_path, f"path,year\nfiles/road.txt,2024\nfiles/other.txt,2024\n{other}\n")
        assert "lines 2 and 4 say different things of" in error.value.en
        assert "第 2 行和第 4 行" in error.value.zh


def test_lines_that_come_to_nothing_are_said(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    (tmp_path / "outside.txt").write_text("x", encoding="utf-8")
    (form.parent / ".hidden.txt").write_text("x", encoding="utf-8")
    text = "path,year,note\nfiles/road.txt,2024,\n,2024,\n,,\nfiles,2024,\noutside.txt,2024,\nfiles/.hidden.txt,2024,\n,,n\n"
    remarks = listed(tmp_path, text).remarks
    assert [remark.en.split(":")[0] for remark in remarks] == [
        "manifest, line 3",
        "manifest, line 5",
    ]
    at = ["--manifest", tmp_path / "list.csv", "--db", tmp_path / "demo.db"]
    ran = jixiao("import", form.parent, *at)
    assert ran.code == 0
    assert "manifest, line 3: no path" in ran.err
    assert "manifest, line 5: folders" in ran.err
    assert "manifest, lines 6, 7 (2 in all): files that are not under the paths that were named" in ran.err
    said = json.loads(jixiao("import", form.parent, *at, "--json", language="zh").out)
    assert said["remarks"][0].startswith("清单第 3 行没有写路径")
    assert jixiao("import", form.parent, *at, "--fail-on", "warning").code == 3


def test_many_lines_are_counted(tmp_path: Path) -> None:
    (remark,) = listed(tmp_path, "path,year\n" + ",2024\n" * 12).remarks
    assert "lines 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, … (12 in all)" in remark.en
    assert "第 2、3、4、5、6、7、8、9、10、11、… 行（共 12 行）" in remark.zh
