"""The workbench as an application: what it says where something goes wrong."""

import sqlite3
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from audit.web.app import ROUTES
from ingest.store import opened
from tests.audit.web.conftest import client_of

PAGES = (
    "/",
    "/indicators",
    "/tables",
    "/audit",
    "/imports",
    "/indicators/facets/level1",
    "/indicators/total",
    "/overview/year",
)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_there_in_both_languages(client: TestClient, path: str) -> None:
    for language in ("zh", "en"):
        answer = client.get(path, params={"lang": language})
        assert answer.status_code == 200, path
        assert answer.text.count("<h1") <= 1
        assert all(part in answer.text for part in ("<main", "<nav", "<header", "<title>", 'class="skip"'))


@pytest.mark.parametrize("path", PAGES)
def test_a_database_without_an_import_says_how_to_make_one(tmp_path: Path, path: str) -> None:
    with opened(tmp_path / "empty.db"):
        pass
    answer = client_of(tmp_path / "empty.db").get(path)
    assert answer.status_code == 200
    if path in {"/", "/imports"}:
        assert "jixiao import" in answer.text


def older(path: Path) -> None:
    with opened(path) as store:
        store.connection.execute("DELETE FROM _sqlite_migrations WHERE name LIKE '0003%' OR name LIKE '0002%'")


def newer(path: Path) -> None:
    with opened(path) as store:
        store.connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('jixiao', '9999_later', '')"
        )


def foreign(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE theirs (x)")
    connection.close()


def garbage(path: Path) -> None:
    path.write_bytes(b"\x00garbage" * 1000)


def folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize("make", [older, newer, foreign, garbage, folder, Path.touch, lambda _: None])
@pytest.mark.parametrize("path", PAGES)
def test_a_database_that_cannot_be_used_is_a_page_with_a_sentence(tmp_path: Path, make: object, path: str) -> None:
    assert callable(make)
    make(tmp_path / "odd.db")
    answer = client_of(tmp_path / "odd.db").get(path)
    assert answer.status_code == 503
    assert "数据库不可用" in answer.text
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    "path",
    ["/nowhere", "/tables/none", "/source/" + "0" * 64, "/source/x/1.png", "/overview/none", "/indicators/facets/none"],
)
def test_what_is_not_there_is_a_page_too(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, "没有这一页" in answer.text) == (404, True)


def test_a_question_that_takes_too_long_says_to_narrow_it(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(connection: sqlite3.Connection, *_: object) -> object:
        return connection.execute(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
        ).fetchone()

    monkeypatch.setattr("audit.web.pages.indicators.find", endless)
    answer = client.get("/indicators")
    assert (answer.status_code, "请增加条件" in answer.text) == (503, True)


def test_a_defect_is_a_page_without_its_details(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit.web.pages.tables._years", lambda _: 1 / 0)
    browser = TestClient(client_of(database).app, base_url="http://127.0.0.1", raise_server_exceptions=False)
    answer = browser.get("/tables")
    assert (answer.status_code, "程序内部错误" in answer.text, "tables.py" in answer.text) == (500, True, False)


def test_nothing_but_decisions_and_runs_is_ever_posted() -> None:
    posted = {route.path for route in ROUTES if "POST" in (route.methods or set())}
    assert posted == {"/audit/run", "/audit/decide"}
