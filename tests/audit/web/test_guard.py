"""What a request must be before any page sees it."""

import pytest
from starlette.testclient import TestClient

from audit.web.guard import ADDRESS_BYTES, BODY_BYTES, Guard

DECIDE = {"key": "x", "decision": "exempt", "reason": "r", "name": "n"}


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8765", "127.0.0.1.evil.example", "", "[", "a b", "127.0.0.1@evil"]
)
def test_another_host_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 400


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:1", "[::1]:8765", "LOCALHOST"])
def test_this_computer_under_each_of_its_names(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:9", "https://127.0.0.1:8765", ""])
@pytest.mark.parametrize("path", ["/audit/run", "/audit/decide"])
def test_a_form_of_another_site_does_nothing(client: TestClient, origin: str, path: str) -> None:
    refused = client.post(path, data=DECIDE, headers={"origin": origin})
    assert (refused.status_code, "未执行" in refused.text) == (403, True)


def test_a_form_that_does_not_say_where_it_comes_from_does_nothing(client: TestClient) -> None:
    del client.headers["origin"]
    assert client.post("/audit/decide", data=DECIDE).status_code == 403
    assert client.post("/audit/decide", data=DECIDE, headers={"sec-fetch-site": "cross-site"}).status_code == 403


@pytest.mark.parametrize("size", [ADDRESS_BYTES, 60_000])
def test_a_query_of_megabytes_is_refused(client: TestClient, size: int) -> None:
    refused = client.get("/indicators?q=" + "a" * size)
    assert (refused.status_code, "网址过长" in refused.text) == (414, True)


def test_a_query_of_ten_megabytes_is_not_even_looked_at() -> None:
    async def never(*_: object) -> None:
        raise AssertionError

    scope = {
        "type": "http",
        "method": "GET",
        "headers": [(b"host", b"localhost")],
        "query_string": b"q=" + b"a" * 10_000_000,
    }
    refused = Guard(never).refusal(scope)
    assert refused is not None
    assert refused.status_code == 414


def test_a_body_of_megabytes_is_refused(client: TestClient) -> None:
    assert client.post("/audit/decide", content=b"a" * (BODY_BYTES + 1)).status_code == 413


@pytest.mark.parametrize("path", ["/", "/indicators", "/static/jixiao.css", "/nowhere", "/source/x"])
def test_every_answer_says_what_it_may_do(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert "default-src 'self'" in headers["content-security-policy"]
    assert (headers["x-content-type-options"], headers["x-frame-options"]) == ("nosniff", "DENY")
    assert "unsafe" not in headers["content-security-policy"]


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_refused(client: TestClient, method: str) -> None:
    assert client.request(method, "/audit").status_code == 405
