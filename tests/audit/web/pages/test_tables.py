"""The list of tables."""

import pytest
from starlette.testclient import TestClient


@pytest.mark.parametrize(
    ("query", "there"),
    [("", True), ("?q=修路", True), ("?q=ＲＯＡＤ.txt", True), ("?q=植树", False), ("?year=2024", True), ("?year=2023", False),
     ("?year=x", True), ("?kind=project_target", True), ("?kind=monitor", False), ("?department=交通局", True),
     ("?department=林业局", False), ("?none=year", False), ("?none=x", True), ("?sort=budget", True), ("?sort=x", True),
     ("?offset=50", False), ("?year=99999999999999999999", False)],
)  # fmt: skip
def test_what_narrows_it(client: TestClient, query: str, there: bool) -> None:
    answer = client.get(f"/tables{query}")
    assert (answer.status_code, 'href="/tables/' in answer.text) == (200, there)
