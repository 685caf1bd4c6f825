"""`jixiao import`."""

import io
import json
import os
import sqlite3
import sys
import threading
import time
from pathlib import Path

import pytest

from ingest.content import digest_of
from ingest.lock import held
from ingest.stamp import Stamp
from schema.limits import Limits
from tests.command_line import CommandLine


def test_an_import_and_the_same_again(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    first = jixiao("import", form.parent, "--db", tmp_path / "demo.db", "--json")
    assert (first.code, json.loads(first.out)["database"]["indicators"]) == (0, 5)
    again = jixiao("import", form.parent, "--db", tmp_path / "demo.db", "--json")
    assert (again.code, json.loads(again.out)["rows_written"]) == (0, 0)
    assert "1 file: unchanged 1" in again.err


def test_bad_input_is_a_line_each_and_the_rest_goes_on(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    (form.parent / "empty.txt").touch()
    (form.parent / "binary.txt").write_bytes(bytes(range(256)) * 4)
    (form.parent / "prose.txt").write_text("没有表格的文字。\n", encoding="utf-8")
    (form.parent / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(100))
    (tmp_path / "hollow").mkdir()
    ran = jixiao("import", form.parent, tmp_path / "nowhere", tmp_path / "hollow", "--db", tmp_path / "demo.db")
    assert ran.code == 3
    told = [
        line for line in ran.err.splitlines() if line.endswith(")") and "database" not in line and "Cells" not in line
    ]
    assert [line.split(":")[0].rsplit("/", 1)[-1] for line in told] == [
        "nowhere",
        "binary.txt",
        "empty.txt",
        "photo.jpg",
        "prose.txt",
    ]
    assert "1 table, 5 indicators" in ran.err
    assert f"{tmp_path / 'hollow'}: no files in this folder; check the path" in ran.err.splitlines()
    with sqlite3.connect(tmp_path / "demo.db") as connection:
        statuses = dict(connection.execute("SELECT path, status FROM current_sources").fetchall())
    connection.close()
    assert statuses["photo.jpg"] == "unsupported"
    assert set(statuses) == {"road.txt", "binary.txt", "empty.txt", "photo.jpg", "prose.txt"}


@pytest.mark.parametrize(("fail_on", "code"), [("never", 0), ("error", 3), ("warning", 3)])
def test_fail_on(jixiao: CommandLine, tmp_path: Path, fail_on: str, code: int) -> None:
    (tmp_path / "empty.txt").touch()
    assert jixiao("import", tmp_path, "--db", tmp_path / "demo.db", "--fail-on", fail_on).code == code


def test_fail_on_warning(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    form.write_text(form.read_text(encoding="utf-8").replace("数量指标", "其他新指标"), encoding="utf-8")
    assert jixiao("import", form, "--db", tmp_path / "demo.db", "--fail-on", "error").code == 0
    assert jixiao("import", form, "--db", tmp_path / "demo.db", "--fail-on", "warning").code == 3


def test_a_named_file_that_may_not_be_read_stops_no_import(
    jixiao: CommandLine, form: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (form.parent / "closed.txt").write_text("x", encoding="utf-8")
    real = os.access
    monkeypatch.setattr(os, "access", lambda path, how: Path(path).name != "closed.txt" and real(path, how))
    ran = jixiao("import", form, form.parent / "closed.txt", "--db", tmp_path / "demo.db", "--json")
    assert json.loads(ran.out)["files"]["changes"] == {"new": 2}


def test_a_list_that_names_nothing_is_not_all_that_a_manifest_lists(
    jixiao: CommandLine, form: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "list.csv").write_text(f"path,year\n{form},2024\n", encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\n")))
    ran = jixiao("import", "-", "--manifest", tmp_path / "list.csv", "--db", tmp_path / "demo.db", "--json")
    assert json.loads(ran.out)["files"]["changes"] == {}
    assert "what is said of them was not used" in ran.err


def test_another_import_holds_the_database(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    with held(tmp_path / "demo.db", wait=False):
        ran = jixiao("import", form, "--db", tmp_path / "demo.db", language="zh")
    assert ran.code == 75
    assert "另一个导入正在使用" in ran.err


def test_no_database(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("text" * 500)
    assert jixiao("import", form, "--db", tmp_path / "text.db").code == 5
    assert jixiao("import", form, "--db", tmp_path / "text.db" / "demo.db").code == 6
    assert jixiao("import", form).code == 2
    assert jixiao("import", "--db", tmp_path / "demo.db").code == 2


def test_a_year_for_files_that_state_none(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    text = form.read_text(encoding="utf-8").replace("\t年度\t2024", "\t实施期\t一年")
    form.write_text(text, encoding="utf-8")
    jixiao("import", form, "--db", tmp_path / "demo.db", "--year", "2023", "--region", "某市")
    with sqlite3.connect(tmp_path / "demo.db") as connection:
        assert connection.execute("SELECT fiscal_year, region FROM tables").fetchall() == [(2023, "某市")]
    connection.close()


def test_a_rehearsal_says_what_would_change_and_writes_nothing(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    database = tmp_path / "demo.db"
    first = jixiao("import", form.parent, "--db", database, "--dry-run")
    assert first.code == 0
    assert "new: road.txt" in first.err
    assert [path.name for path in tmp_path.iterdir()] == ["files"]
    jixiao("import", form.parent, "--db", database)
    before, beside = database.read_bytes(), {path.name for path in tmp_path.iterdir()}
    form.rename(form.parent / "street.txt")
    (form.parent / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(100))
    ran = jixiao("import", form.parent, "--db", database, "--dry-run", "--json", language="zh")
    assert ran.code == 3
    assert json.loads(ran.out)["files"]["changed"] == [
        {"path": "photo.jpg", "change": "new"},
        {"path": "street.txt", "change": "new"},
        {"path": "road.txt", "change": "gone"},
    ]
    assert "photo.jpg：未读取：" in ran.err
    assert "没有写入" in ran.err
    assert database.read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} == beside


def test_an_interrupted_import_keeps_what_it_finished(
    jixiao: CommandLine, form: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (form.parent / "zebra.txt").write_text("x", encoding="utf-8")

    def interrupted(location: Path, limits: Limits) -> tuple[str, Stamp]:
        if location.name == "zebra.txt":
            raise KeyboardInterrupt
        return digest_of(location, limits)

    monkeypatch.setattr("ingest.importer.digest_of", interrupted)
    ran = jixiao("import", form.parent, "--db", tmp_path / "demo.db")
    assert (ran.code, ran.err) == (
        130,
        "interrupted; the files that were finished are saved, about 1 of 2 are left; run the same command to go on\n",
    )
    monkeypatch.undo()
    ran = jixiao("import", form.parent, "--db", tmp_path / "demo.db", "--json")
    assert json.loads(ran.out)["files"]["changes"] == {"unchanged": 1, "new": 1}


def test_the_second_import_waits(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    done = threading.Event()

    def first() -> None:
        with held(tmp_path / "demo.db", wait=False):
            started.set()
            time.sleep(0.3)
            done.set()

    started = threading.Event()
    thread = threading.Thread(target=first)
    thread.start()
    started.wait()
    ran = jixiao("import", form, "--db", tmp_path / "demo.db", "--wait")
    assert done.is_set()
    assert ran.code == 0
    thread.join()


def test_a_database_behind_a_link_is_one_database(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "link.db").symlink_to("elsewhere/demo.db")
    jixiao("import", form.parent, "--db", tmp_path / "link.db")
    again = jixiao("import", form.parent, "--db", tmp_path / "elsewhere" / "demo.db", "--json")
    assert json.loads(again.out)["files"]["changes"] == {"unchanged": 1}


def test_what_is_stored_needs_no_files(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    jixiao("import", form, "--db", tmp_path / "demo.db")
    form.unlink()
    ran = jixiao("import", "--stored", "--db", tmp_path / "demo.db", "--json")
    assert (ran.code, json.loads(ran.out)["files"]["changes"]) == (0, {"unchanged": 1})
    assert jixiao("import", form, "--stored", "--db", tmp_path / "demo.db").code == 2


def test_a_database_may_be_called_by_any_bytes(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    database = tmp_path / os.fsdecode(b"\xff.db")
    assert jixiao("import", form, "--db", database).code == 0
    assert jixiao("import", form, "--db", database, "--dry-run").code == 0
    assert jixiao("find", "里程", "--db", database).code == 0


def test_a_slip_makes_no_database(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    lost = jixiao("import", form, "--db", tmp_path / "no" / "such" / "x.db")
    assert (lost.code, "there is no folder" in lost.err) == (6, True)
    empty = jixiao("import", tmp_path / "nosuch", "--db", tmp_path / "new.db")
    assert (empty.code, "nosuch; no database was made" in empty.err) == (2, True)
    stored = jixiao("import", "--stored", "--db", tmp_path / "new.db")
    assert (stored.code, "there is no database" in stored.err) == (5, True)
    for unset in (("", "--db", tmp_path / "new.db"), (form, "--db", "")):
        ran = jixiao("import", *unset)
        assert (ran.code, "it is empty; name a path" in ran.err) == (2, True)
    assert sorted(tmp_path.rglob("*")) == before
    jixiao("import", form, "--db", tmp_path / "new.db")
    assert jixiao("import", tmp_path / "nosuch", "--db", tmp_path / "new.db").code == 3


EMPTY = """项目支出绩效目标表
项目名称\t修路
一级指标\t二级指标\t三级指标\t指标值
产出指标\t数量指标\t指标1：\t
产出指标\t质量指标\t指标1：\t
满意度指标\t服务对象满意度指标\t指标1：\t
"""


def test_an_empty_template_is_called_one_each_time(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    form.write_text(EMPTY, encoding="utf-8")
    for _ in range(2):
        ran = jixiao("import", form, "--db", tmp_path / "demo.db")
        assert ran.code == 3
        assert "is an empty template: every indicator is a placeholder (no_tables)" in ran.err
        assert "report the file" not in ran.err


def test_fail_on_warning_counts_tables_that_differ(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    at = ["--db", tmp_path / "demo.db", "--fail-on", "warning"]
    other = tmp_path / "other"
    other.mkdir()
    (other / "plain.txt").write_text(form.read_text(encoding="utf-8").replace("修路", "架桥"), encoding="utf-8")
    assert jixiao("import", form.parent, other, *at).code == 0
    (other / "road.txt").write_text(form.read_text(encoding="utf-8").replace("≥12", "≥15"), encoding="utf-8")
    assert jixiao("import", other, *at).code == 3
    ran = jixiao("import", form.parent, *at, "--json")  # whichever of the two is met
    assert (ran.code, json.loads(ran.out)["files"]["statuses"]) == (3, {"imported": 1})
    assert jixiao("import", "--stored", *at).code == 3
    assert jixiao("import", other / "plain.txt", *at).code == 0
    assert jixiao("import", form.parent, "--db", tmp_path / "demo.db").code == 0
