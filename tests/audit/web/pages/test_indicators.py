"""The page of indicators."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.audit.web.conftest import client_of
from tests.command_line import CommandLine


def names(page: str) -> list[str]:
    return re.findall(r'<a class="main"[^>]*>([^<]*)</a>', page)


def test_words_values_and_facets_narrow_it(client: TestClient) -> None:
    assert len(names(client.get("/indicators").text)) == 5
    assert names(client.get("/indicators?q=群众").text) == ["群众满意度"]
    assert names(client.get("/indicators", params={"target": "≥90%"}).text) == ["验收合格率", "群众满意度"]
    assert names(client.get("/indicators", params={"below": "95%", "level": "满意度"}).text) == ["群众满意度"]
    assert names(client.get("/indicators", params={"is": "level2:成本指标"}).text) == ["项目总经费"]
    assert names(client.get("/indicators?year=1999").text) == []


def test_sorted_both_ways_and_page_by_page(client: TestClient) -> None:
    up = names(client.get("/indicators?sort=name").text)
    assert names(client.get("/indicators?sort=-name").text) == up[::-1]
    assert names(client.get("/indicators?sort=name&limit=2&offset=2").text) == up[2:4]
    assert names(client.get("/indicators?sort=strange;DROP").text) == names(client.get("/indicators").text)
    assert client.get("/indicators?offset=99999999999&limit=0").status_code == 200


def test_only_the_columns_that_are_asked_for(client: TestClient) -> None:
    page = client.get("/indicators?column=name&column=high&column=unit").text
    assert re.findall(r'<th scope="col"[^>]*>(?:<a[^>]*>)?([^<]+)', page) == ["指标", "上限", "计量单位"]
    assert "500,000" in page


def test_a_value_that_cannot_be_read_is_told_beside_the_field(client: TestClient) -> None:
    page = client.get("/indicators", params={"target": "很好"}).text
    assert "不是一个可比较的值" in page
    assert 'aria-describedby="trouble-target"' in page


@pytest.mark.parametrize(
    "words",
    [
        "'; DROP TABLE tables; --",
        '" OR 1=1',
        "%",
        "_",
        "*",
        "NEAR(",
        "a AND b",
        "\\",
        "\x00",
        "指标'",
        "😀",
        "<script>alert(1)</script>",
        "{{7*7}}",
        "${x}",
    ],
)
def test_whatever_is_typed_is_words(client: TestClient, words: str) -> None:
    for name in ("q", "department", "level", "unit", "source", "is", "sort", "column", "year", "diagnostic"):
        answer = client.get("/indicators", params={name: words})
        assert answer.status_code == 200, name
        assert "<script>alert" not in answer.text
    assert len(names(client.get("/indicators").text)) == 5
    assert client.get("/indicators/facets/level1", params={"q": words}).status_code == 200
    assert client.get("/indicators/total", params={"q": words}).status_code == 200


def test_facets_count_and_toggle(client: TestClient) -> None:
    page = client.get("/indicators/facets/level1?year=2024").text
    assert re.findall(r"<span>([^<]+)</span> <span class=\"n\">(\d+)", page) == [
        ("产出指标", "3"),
        ("效益指标", "1"),
        ("满意度指标", "1"),
    ]
    href = re.findall(r'href="(/indicators\?[^"]+)"', page)[1].replace("&amp;", "&")
    assert len(names(client.get(href).text)) == 3
    again = client.get(href.replace("/indicators", "/indicators/facets/level1")).text
    assert 'aria-current="true"' in again


def test_the_total(client: TestClient) -> None:
    assert 'id="total">5</span>' in client.get("/indicators/total").text
    assert 'id="total">1</span>' in client.get("/indicators/total?q=群众").text


def test_what_a_document_says_is_text(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    said = '<script>alert("x")</script><img src=x onerror=alert(1)>'
    text = form.read_text(encoding="utf-8")
    form.write_text(
        text.replace("修路里程", said).replace("修路", f"修{said}路").replace("公路处", f"处{said}"), encoding="utf-8"
    )
    jixiao("import", form, "--db", tmp_path / "x.db")
    browser = client_of(tmp_path / "x.db")
    (key,) = set(re.findall(r"/tables/([0-9a-f]+)", browser.get("/tables").text))
    browser.post("/audit/run")
    for path in (
        "/",
        "/indicators",
        "/tables",
        f"/tables/{key}",
        "/audit?state=all",
        "/imports",
        "/indicators/facets/agency",
        "/overview/department",
    ):
        page = browser.get(path).text
        assert "<img" not in page, path
        assert not re.search(r"<script(?! src=\"/static)", page), path


def test_a_year_is_understood_in_any_width_or_told_not_to_be(client: TestClient) -> None:
    assert len(names(client.get("/indicators", params={"year": "２０２４年"}).text)) == 5
    assert names(client.get("/indicators", params={"year": "２０２３"}).text) == []
    for path in ("/indicators", "/tables", "/audit", "/compare"):
        client.post("/audit/run")
        page = client.get(path, params={"year": "abc"}).text
        assert 'id="trouble-year"' in page, path
        assert "这一条件没有生效" in page, path
    assert "（未生效）" in client.get("/indicators?year=abc").text


@pytest.mark.parametrize("name", ["kind", "table_kind", "comparator"])
def test_a_choice_that_there_is_not_is_told(client: TestClient, name: str) -> None:
    page = client.get("/indicators", params={name: "zz"}).text
    assert f'id="trouble-{name}"' in page
    assert len(names(page)) == 5


def test_all_pages_are_handed_over(client: TestClient) -> None:
    assert len(client.get("/indicators.json?offset=50").json()["results"]) == 5
    assert len(client.get("/indicators.json?limit=2&offset=4").json()["results"]) == 1
