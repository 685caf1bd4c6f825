"""The language and the light that a person chose."""

from starlette.testclient import TestClient


def test_chinese_first_and_english_where_it_is_asked_for(client: TestClient) -> None:
    assert '<html lang="zh-CN"' in client.get("/").text
    english = client.get("/?lang=en")
    assert '<html lang="en"' in english.text
    assert ">Overview</a>" in english.text
    assert '<html lang="en"' in client.get("/tables").text, "it is remembered"
    assert '<html lang="zh-CN"' in client.get("/tables?lang=zh").text


def test_what_is_no_language_or_light_changes_nothing(client: TestClient) -> None:
    page = client.get("/?lang=fr&theme=%22%3E%3Cscript%3E").text
    assert '<html lang="zh-CN" data-theme="auto">' in page


def test_the_light(client: TestClient) -> None:
    assert 'data-theme="dark"' in client.get("/?theme=dark").text
    assert 'data-theme="dark"' in client.get("/tables").text
    assert 'data-theme="auto"' in client.get("/tables?theme=auto").text
