"""Data on one stream, talk on the other."""

import io
import sys

import pytest

from ingest.terminal import WIDTH, Terminal, harmless


def test_data_and_talk_do_not_mix(capsys: pytest.CaptureFixture[str]) -> None:
    terminal = Terminal("zh")
    terminal.data('{"a": "≥"}')
    terminal.tell(zh="完成", en="done")
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ('{"a": "≥"}\n', "完成\n")


def test_a_document_cannot_command_the_terminal() -> None:
    assert harmless("a\x1b]0;x\x07\x9b31m\tb\n") == "a\ufffd]0;x\ufffd\ufffd31m\tb\n"
    assert harmless("\ud800") == "?"


def test_no_progress_bar_without_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with Terminal().progress({"zh": "导入", "en": "importing"}) as step:
        step("a.txt", 0, 1)
    assert capsys.readouterr() == ("", "")


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_progress_bar_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    with Terminal("en").progress({"zh": "导入", "en": "importing"}) as step:
        step("a.txt", 1, 2)
    assert "importing" in screen.getvalue()
    assert "1/2" in screen.getvalue()


def test_a_table_in_a_file_has_a_fixed_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    assert Terminal().console().width == WIDTH
    monkeypatch.setenv("COLUMNS", "60")
    assert Terminal().console().width == 60
