"""The page of one table."""

import re
from hashlib import sha256
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from audit.database import reading
from tests.audit.web.conftest import client_of
from tests.audit.web.test_published import key_of
from tests.command_line import CommandLine

PDF = Path(__file__).parents[4] / "samples/formats/guangzhou-development-district-ip-projects/reportlab.pdf"


@pytest.fixture
def book(jixiao: CommandLine, tmp_path: Path) -> Path:
    """A database of a PDF."""
    (tmp_path / "books").mkdir()
    (tmp_path / "books" / "绩效.pdf").write_bytes(PDF.read_bytes())
    jixiao("import", tmp_path / "books", "--db", tmp_path / "book.db")
    return tmp_path / "book.db"


def lit(page: str) -> list[str]:
    return re.findall(r"<mark>([^<]*)</mark>", page)


def test_every_link_of_a_figure_lights_its_words(client: TestClient, database: Path) -> None:
    path = f"/tables/{key_of(database)}"
    page = client.get(path).text
    assert lit(page) == []
    figures = re.findall(r'<a class="figure[^"]*" href="([^"#]+)#source"[^>]*>([^<]+)</a>', page)
    assert len(figures) > 20
    for href, words in figures:
        shown = client.get(href.replace("&amp;", "&")).text
        (found,) = set(lit(shown))
        assert 'id="source"' in shown
        assert words in found or words in {"产出指标", "50 万元"} or found in words, (words, found)


def test_every_link_of_a_cell_marks_its_row(client: TestClient, database: Path) -> None:
    page = client.get(f"/tables/{key_of(database)}").text
    pane = page[page.index('class="pane"') :]
    cells = re.findall(r'<td class="used"><a href="([^"#]+)(#i-[^"]*)?">([^<]+)</a>', pane)
    assert len(cells) > 20
    for href, anchor, words in cells:
        shown = client.get(href.replace("&amp;", "&")).text
        assert lit(shown) == [words]
        if anchor:
            assert re.search(rf'id="{anchor[1:]}"[^>]* aria-current="true"', shown)


def test_an_indicator_by_its_key_lights_its_value(client: TestClient, database: Path) -> None:
    with reading(database) as connection:
        (key,) = connection.execute("SELECT key FROM indicators WHERE stated_value = '≤50万元'").fetchone()
    page = client.get(f"/tables/{key_of(database)}?indicator={key}").text
    assert lit(page) == ["≤50万元"]
    assert "≤ 500,000 元" in page


@pytest.mark.parametrize(
    "query",
    [
        "indicator=x",
        "field=x",
        "indicator=x&field=value",
        "start=999999",
        "view=x",
        "source=x",
        "indicator=<b>&field=<b>",
    ],
)
def test_what_is_not_there_lights_nothing(client: TestClient, database: Path, query: str) -> None:
    answer = client.get(f"/tables/{key_of(database)}?{query}")
    assert answer.status_code == (404 if query == "source=x" else 200)
    assert lit(answer.text) == []
    assert "<b>" not in answer.text


def test_a_page_of_a_book_with_the_box_lit(book: Path) -> None:
    browser = client_of(book)
    with reading(book) as connection:
        table, indicator, value = connection.execute(
            "SELECT t.key, i.key, i.stated_value FROM tables AS t JOIN indicators AS i USING (table_id)"
        ).fetchone()
    page = browser.get(f"/tables/{table}?indicator={indicator}").text
    assert page.count('class="box lit"') == 1
    (box,) = re.findall(r'class="box lit"[^>]*aria-label="([^"]*)"', page)
    assert value in box
    (picture,) = set(re.findall(r'<image href="([^"]+)"', page))
    answer = browser.get(picture)
    assert (answer.status_code, answer.headers["content-type"], answer.content[:4]) == (200, "image/png", b"\x89PNG")
    drawn = browser.get(f"/tables/{table}?indicator={indicator}&view=grid").text
    assert value in "".join(lit(drawn))


def test_a_book_that_is_gone_is_drawn_from_what_was_read(book: Path, tmp_path: Path) -> None:
    (tmp_path / "books" / "绩效.pdf").write_bytes(b"%PDF-1.7 changed")
    with reading(book) as connection:
        table, indicator = connection.execute(
            "SELECT t.key, i.key FROM tables AS t JOIN indicators AS i USING (table_id)"
        ).fetchone()
    page = client_of(book).get(f"/tables/{table}?indicator={indicator}").text
    assert "原文件已不在原处或已改变" in page
    assert "<image" not in page
    assert lit(page)


def test_the_file_is_saved_under_its_name(book: Path) -> None:
    digest = sha256(PDF.read_bytes()).hexdigest()
    answer = client_of(book).get(f"/source/{digest}")
    assert (answer.status_code, answer.content) == (200, PDF.read_bytes())
    assert answer.headers["content-disposition"].endswith("%E7%BB%A9%E6%95%88.pdf")
    assert client_of(book).get(f"/source/{digest}/999.png").status_code == 404


def test_a_text_is_no_picture(client: TestClient, form: Path) -> None:
    assert client.get(f"/source/{sha256(form.read_bytes()).hexdigest()}/1.png").status_code == 404
