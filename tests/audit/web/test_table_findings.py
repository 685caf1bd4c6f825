"""What the rules ask about one table."""

from pathlib import Path

from starlette.testclient import TestClient

from audit import side
from audit.side.review import Wanted, reviewing
from audit.web.desk import Desk
from audit.web.table_findings import doubts_of, listed, summed
from tests.audit.web.test_published import key_of


def test_nothing_is_known_before_the_rules_ran_and_nothing_is_written(database: Path) -> None:
    assert doubts_of(database, key_of(database)).rules == {}
    assert not side.beside(database).exists()


def test_the_most_severe_come_first_page_by_page(client: TestClient, database: Path) -> None:
    client.post("/audit/run")
    desk = Desk(database)
    with reviewing(side.beside(database)) as review:
        whole = [finding.key for finding in review.findings(sort="severity")]
        pages = [listed(desk, review, Wanted(), "severity", 2, offset) for offset in range(0, len(whole) + 2, 2)]
        assert [finding.key for page in pages for finding in page] == whole
        assert [f.severity for f in listed(desk, review, Wanted(severity="high"), "severity", 99)] == ["high"] * sum(
            finding.severity == "high" for finding in review.findings()
        )


def test_findings_by_indicator_and_what_could_not_be_told(client: TestClient, database: Path) -> None:
    client.post("/audit/run")
    doubts = doubts_of(database, key_of(database))
    assert doubts.rules
    found = [finding for findings in doubts.findings.values() for finding in findings]
    assert {finding.table_key for finding in found} == {key_of(database)}
    desk = Desk(database)
    with reviewing(side.beside(database)) as review:
        assert sum(group.open for group in summed(desk, review, "rule")) == len(found)
