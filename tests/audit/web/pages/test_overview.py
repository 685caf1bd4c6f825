"""The first page and its charts."""

import re

import pytest
from starlette.testclient import TestClient

from audit.web.pages.overview import CHARTS


def test_what_there_is(client: TestClient) -> None:
    page = client.get("/").text
    for name in CHARTS:
        assert f'hx-get="/overview/{name}"' in page
        assert f'href="/overview/{name}"' in page, "a page without JavaScript leads there"
    assert "/imports?status=corrupt" in page


@pytest.mark.parametrize("name", CHARTS)
def test_every_bar_leads_to_the_rows_behind_it(client: TestClient, name: str) -> None:
    page = client.get(f"/overview/{name}").text
    bars = re.findall(r'<th scope="row"><a href="([^"]+)">.*?<td class="num">([\d,.]+)', page, re.DOTALL)
    assert bars or name == "budget"
    for href, shown in bars:
        behind = client.get(href.replace("&amp;", "&"))
        assert behind.status_code == 200
        rows = behind.text.count("<tr data-row>")
        assert rows == int(shown), (href, shown)


def test_findings_by_rule_once_there_are_any(client: TestClient) -> None:
    assert "没有数据" in client.get("/overview/findings").text
    client.post("/audit/run")
    assert "/audit?rule=" in client.get("/overview/findings").text
