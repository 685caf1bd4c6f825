"""The style, the script and the icon."""

from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from audit.web.static_files import FILES

STATIC = Path(__file__).parents[3] / "audit" / "web" / "static"

UPWARDS = ["../app.py", "..\\app.py", "../../pyproject.toml", "/etc/passwd", "//etc/passwd", "....//app.py", "..;/app.py",
           "%2e%2e/app.py", "..%2fapp.py", "%2e%2e%2fapp.py", "..%5capp.py", "..%c0%afapp.py", "%252e%252e%252fapp.py", "%2e%2e/%2e%2e/etc/passwd",
           "jixiao.css/../../app.py", "jixiao.css%00.py", "file:///etc/passwd", "~/.bashrc", "jixiao.css/"]  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_each_is_served_with_its_kind(client: TestClient, name: str) -> None:
    answer = client.get(f"/static/{name}")
    assert (answer.status_code, answer.headers["content-type"].split(";")[0]) == (200, FILES[name][1])


@pytest.mark.parametrize("path", [f"/{folder}/{up}" for folder in ("static", "source", "tables") for up in UPWARDS])
def test_no_way_leads_out(client: TestClient, path: str) -> None:
    for tried in (path, quote(path)):
        answer = client.get(tried, follow_redirects=False)
        assert answer.status_code in {307, 400, 404}, tried
        assert "root:" not in answer.text
        assert "import " not in answer.text


def test_nothing_is_fetched_from_elsewhere() -> None:
    for name in ("jixiao.css", "palette.css", "jixiao.js"):
        text = (STATIC / name).read_text(encoding="utf-8")
        assert "http" not in text, name
        assert "url(" not in text, name


def test_what_others_wrote_stands_beside_its_licence() -> None:
    assert "Zero-Clause BSD" in (STATIC / "htmx-2.0.11.LICENSE").read_text(encoding="utf-8")
    assert "2.0.11" in (STATIC / "htmx-2.0.11.min.js").read_text(encoding="utf-8")
