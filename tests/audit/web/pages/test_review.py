"""Findings, and what people decide about them."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from audit import side
from audit.side.review import Wanted, reviewing
from tests.audit.web.test_published import key_of
from tests.command_line import CommandLine


@pytest.fixture
def checked(client: TestClient) -> TestClient:
    assert client.post("/audit/run", follow_redirects=False).status_code == 303
    return client


def keys(page: str) -> list[str]:
    return re.findall(r'<article class="finding" id="f-([^"]+)"', page)


def test_before_the_rules_ran_nothing_is_claimed_and_nothing_is_written(client: TestClient, database: Path) -> None:
    assert "还没有运行过审核规则" in client.get("/audit").text
    assert not side.beside(database).exists()


def test_findings_with_their_question_evidence_and_place(checked: TestClient) -> None:
    page = checked.get("/audit").text
    assert keys(page)
    for said in ("请核实", "依据", "road.txt", "无法判断"):
        assert said in page, said


def test_exempted_with_reason_and_name_and_taken_back(checked: TestClient, database: Path) -> None:
    key = keys(checked.get("/audit").text)[0]
    form = {"key": key, "reason": "已核实<b>", "name": "王审计", "about": "finding", "back": "/audit?year=2024"}
    answer = checked.post("/audit/decide", data={**form, "decision": "exempt"}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/audit?year=2024")
    assert key not in keys(checked.get("/audit").text)
    page = checked.get("/audit?state=exempted").text
    assert keys(page) == [key]
    assert "已核实&lt;b&gt;" in page
    assert 'value="王审计"' in page, "the name is remembered"
    checked.post("/audit/decide", data={**form, "decision": "accept"})
    assert keys(checked.get("/audit?state=accepted").text) == [key]
    checked.post("/audit/decide", data={**form, "decision": "withdraw"})
    assert key in keys(checked.get("/audit").text)
    with reviewing(side.beside(database)) as review:
        assert len(review.decisions(withdrawn=True)) == 2, "nothing is erased"


def test_a_rule_is_exempted_where_it_was_found(checked: TestClient, database: Path) -> None:
    with reviewing(side.beside(database)) as review:
        finding = next(iter(review.findings()))
    form = {"key": finding.key, "reason": "不适用", "name": "王", "about": "table", "decision": "exempt"}
    checked.post("/audit/decide", data=form)
    with reviewing(side.beside(database)) as review:
        assert review.count(Wanted(rule=finding.rule, table_key=finding.table_key, state="open")) == 0


@pytest.mark.parametrize("missing", ["reason", "name"])
def test_without_a_reason_or_a_name_nothing_is_decided(checked: TestClient, missing: str) -> None:
    key = keys(checked.get("/audit").text)[0]
    form = {"key": key, "reason": "x", "name": "y", "decision": "exempt", missing: " "}
    answer = checked.post("/audit/decide", data=form)
    assert (answer.status_code, "须写明理由和姓名" in answer.text) == (400, True)
    assert key in keys(checked.get("/audit").text)


@pytest.mark.parametrize("said", [{}, {"key": "x"}, {"key": "x", "decision": "exempt", "about": "table", "reason": "r", "name": "n"},
                                  {"key": "' OR 1", "decision": "accept", "reason": "r", "name": "n"}])  # fmt: skip
def test_a_decision_about_nothing_is_refused(checked: TestClient, said: dict[str, str]) -> None:
    assert checked.post("/audit/decide", data=said).status_code in {400, 404}


def test_findings_older_than_the_data_say_so(
    checked: TestClient, database: Path, form: Path, jixiao: CommandLine
) -> None:
    assert "疑点早于最近一次导入" not in checked.get("/audit").text
    form.write_text(form.read_text(encoding="utf-8").replace("≥12公里", "≥13公里"), encoding="utf-8")
    jixiao("import", form.parent, "--db", database)
    assert "疑点早于最近一次导入" in checked.get("/audit").text
    checked.post("/audit/run")
    assert "疑点早于最近一次导入" not in checked.get("/audit").text


def test_a_finding_stands_with_its_table_too(checked: TestClient, database: Path) -> None:
    assert keys(checked.get(f"/tables/{key_of(database)}").text)


@pytest.mark.parametrize(
    "query",
    [
        "rule=R26",
        "severity=high",
        "department=交通局",
        "q=%27",
        "sort=x",
        "year=x",
        "state=x",
        "offset=9",
        "table_key=x",
    ],
)
def test_whatever_narrows_it_is_answered(checked: TestClient, query: str) -> None:
    assert checked.get(f"/audit?{query}").status_code == 200
