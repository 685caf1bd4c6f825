"""A page from its template."""

from pathlib import Path

from audit.web.render import environment

FOLDER = Path(__file__).parents[3] / "audit" / "web" / "templates"


def test_whatever_a_document_says_is_text() -> None:
    said = (
        environment()
        .from_string('<p>{{ words }}</p><a title="{{ words }}">')
        .render(words='"><script>alert(1)</script>')
    )
    assert "<script>" not in said
    assert said.count("&#34;&gt;") == 2


def test_no_template_marks_anything_as_safe_or_styles_a_line() -> None:
    for name in environment().list_templates():
        source = (FOLDER / name).read_text(encoding="utf-8")
        assert "|safe" not in source, name
        assert "style=" not in source, name
        assert "onclick" not in source, name
        assert "http://" not in source.replace("http://www.w3.org", ""), name
        assert "https://" not in source, name
