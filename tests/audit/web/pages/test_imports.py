"""The page of imports."""

from starlette.testclient import TestClient


def test_failures_with_their_reason_and_what_to_do(client: TestClient) -> None:
    page = client.get("/imports").text
    for said in ("empty.txt", "corrupt", "下载", "jixiao retry", "unit-inferred", "road.txt"):
        assert (said in page) == (said != "road.txt"), said
    assert "empty.txt" not in client.get("/imports?status=timeout").text
    assert "empty.txt" in client.get("/imports?status=corrupt").text
    assert client.get("/imports?status=<b>&offset=-1").status_code == 200


def test_every_cell_is_accounted_for(client: TestClient) -> None:
    page = client.get("/imports").text
    assert "100.00%" in page
    assert "对不上" not in page
