"""Pictures of pages, kept while they are looked at."""

from pathlib import Path

import pytest

from audit.web.source import page_pictures
from audit.web.source.page_pictures import Pictures

PDF = (
    Path(__file__).parents[4] / "samples/formats/guangzhou-development-district-ip-projects/reportlab.pdf"
).read_bytes()


def test_a_page_is_drawn_once() -> None:
    kept = Pictures()
    assert kept.held("a", 1) is None
    found = kept.drawn("a", PDF, [1, 99])
    assert list(found) == [1]
    assert kept.drawn("a", b"", [1]) == found
    assert kept.held("a", 1) == found[1]


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7\n", b"%PDF-1.7" + b"\x00" * 5000, PDF[: len(PDF) // 2], b"<script>"]
)
def test_what_cannot_be_drawn_has_no_picture(content: bytes) -> None:
    assert all(picture.png for picture in Pictures().drawn("a", content, [1]).values())


def test_a_file_that_takes_for_ever_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_pictures, "SECONDS", 0.01)
    assert Pictures().drawn("a", PDF, [1]) == {}


def test_only_the_last_ones_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_pictures, "_KEPT", 1)
    kept = Pictures()
    kept.drawn("a", PDF, [1])
    kept.drawn("b", PDF, [1])
    assert (kept.held("a", 1), kept.held("b", 1) is not None) == (None, True)
