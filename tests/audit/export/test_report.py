"""The report: one page that asks nobody for anything, and says only what there is."""

from html.parser import HTMLParser
from pathlib import Path

import pytest

from audit.export import report as reports
from schema.diagnostic import Language
from tests.command_line import CommandLine


class Page(HTMLParser):
    """Collects tags, addresses and text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in {"href", "src", "action"}]

    def handle_data(self, data: str) -> None:
        self.text += data


def made(jixiao: CommandLine, form: Path, tmp_path: Path, language: Language = "zh") -> Page:
    jixiao("import", form, "--db", tmp_path / "x.db")
    jixiao("audit", "--db", tmp_path / "x.db")
    ran = jixiao("export", "--db", tmp_path / "x.db", "--html", tmp_path / "x.html", language=language)
    assert ran.code == 0
    return Page((tmp_path / "x.html").read_text(encoding="utf-8"))


def test_what_it_says(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    page = made(jixiao, form, tmp_path)
    for words in (
        "绩效指标审核报告",
        "疑点是请核实的问题，不是结论。",
        "交通局",
        "各部门",
        "road.txt",
        "满意度目标的分布",
    ):
        assert words in page.text
    assert "script" not in page.tags
    assert all(address.startswith(("#", "files/")) for address in page.addresses)
    assert {address[1:] for address in page.addresses if address.startswith("#")} <= set(_ids(tmp_path / "x.html"))
    english = made(jixiao, form, tmp_path, "en")
    assert "A finding is a question to ask, not a verdict." in english.text


def _ids(path: Path) -> list[str]:
    return [part.split('"')[0] for part in path.read_text(encoding="utf-8").split('id="')[1:]]


def test_what_a_document_says_is_text(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    evil = "<script>alert(1)</script>"
    form.write_text(
        form.read_text(encoding="utf-8").replace("交通局", evil).replace("有效提升", evil), encoding="utf-8"
    )
    page = made(jixiao, form, tmp_path)
    assert "script" not in page.tags
    assert evil in page.text


def test_nothing_was_checked(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    jixiao("import", form, "--db", tmp_path / "x.db")
    assert jixiao("export", "--db", tmp_path / "x.db", "--html", tmp_path / "x.html").code == 0
    assert "Nothing was checked yet" in (tmp_path / "x.html").read_text(encoding="utf-8")


def test_findings_that_are_left_out_are_counted(
    jixiao: CommandLine, form: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reports, "MOST", 1)
    assert "本页列出前 1 条，另有" in made(jixiao, form, tmp_path).text
