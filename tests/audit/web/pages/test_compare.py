"""The page of comparisons, and what pages hand over."""

import json
import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.audit.web.conftest import client_of
from tests.command_line import CommandLine


@pytest.fixture
def years(jixiao: CommandLine, form: Path, tmp_path: Path) -> TestClient:
    """Two years of a project, and another agency with the same indicators; one table says what was achieved."""
    text = form.read_text(encoding="utf-8")
    (form.parent / "later.txt").write_text(text.replace("2024", "2025").replace("≥12公里", "≥15公里"), encoding="utf-8")
    (form.parent / "other.txt").write_text(text.replace("公路处", "养护处").replace("≥95%", "≥98%"), encoding="utf-8")
    achieved = (
        text.replace("修路", "植树")
        .replace("指标值", "年度指标值\t实际完成值\t分值\t得分")
        .replace("≥12公里", "≥12公里\t6公里\t10\t9")
    )
    (form.parent / "achieved.txt").write_text(achieved, encoding="utf-8")
    jixiao("import", form.parent, "--db", tmp_path / "years.db")
    return client_of(tmp_path / "years.db")


def rows(page: str) -> list[str]:
    return [
        re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", row)).strip()
        for row in re.findall(r"<tr data-row>(.*?)</tr>", page, re.DOTALL)
    ]


def test_from_one_year_to_the_next_with_the_reason_for_taking_them_as_one(years: TestClient) -> None:
    found = rows(years.get("/compare").text)
    assert re.match(r"提高 更严 修路里程 修路 · 公路处 2024 ≥12公里 2025 ≥15公里 \+3", found[0])
    assert "名称相同" in found[0]
    assert all(row.startswith("未变") for row in rows(years.get("/compare?status=unchanged").text))


def test_what_was_achieved(years: TestClient) -> None:
    (found,) = [row for row in rows(years.get("/compare?by=actual").text) if "植树里程" in row]
    assert found.startswith("未完成")
    assert "50.0%" in found


def test_one_agency_beside_another(years: TestClient) -> None:
    page = years.get("/compare?by=departments&q=合格率").text
    assert [row.split()[-3:] for row in rows(page)][-1] != []
    assert "2 个单位" in page


@pytest.mark.parametrize("by", ["years", "actual", "departments", "x"])
@pytest.mark.parametrize(
    "query", ["", "&q=%27", "&year=2025", "&agency=公路处", "&status=x", "&offset=99", "&project=修路"]
)
def test_whatever_narrows_it_is_answered(years: TestClient, by: str, query: str) -> None:
    assert years.get(f"/compare?by={by}{query}").status_code == 200


def test_a_comparison_that_takes_too_long_says_so_on_its_page(
    years: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("audit.web.pages.compare.SECONDS", 0.0)
    monkeypatch.setattr("audit.guard._STEPS", 1)
    answer = years.get("/compare")
    assert (answer.status_code, "请增加条件" in answer.text) == (200, True)
    assert years.get("/compare.csv").status_code == 503


@pytest.mark.parametrize("kind", ["csv", "xlsx", "json"])
def test_each_page_hands_over_what_it_shows(years: TestClient, kind: str) -> None:
    years.post("/audit/run")
    for path in ("/compare", "/compare?by=actual", "/compare?by=departments", "/audit", "/indicators"):
        route, _, query = path.partition("?")
        answer = years.get(f"{route}.{kind}?{query}")
        assert answer.status_code == 200, path
        assert answer.headers["content-disposition"].endswith(f".{kind}")


def test_exactly_the_rows_and_columns_of_the_page(years: TestClient) -> None:
    query = "q=里程&column=name&column=low&sort=-name&limit=2"
    handed = json.loads(years.get(f"/indicators.json?{query}").text)
    shown = rows(years.get(f"/indicators?{query}").text)
    assert [f"{row['name']} {row['low']}" for row in handed["results"]] == [row.replace(",", "") for row in shown]
    assert handed["truncated"] is True
