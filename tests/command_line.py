"""`jixiao` as a person runs it, in this process: its exit code, its data, its talk."""

from dataclasses import dataclass

import pytest

from audit.cli import run
from ingest.terminal import Terminal
from schema.diagnostic import Language


@dataclass(frozen=True)
class Ran:
    """What a command left."""

    code: int
    out: str
    err: str


class CommandLine:
    """Runs commands and catches what they say."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys

    def __call__(self, *arguments: object, language: Language = "en", debug: bool = False) -> Ran:
        self.capsys.readouterr()
        code = run([str(argument) for argument in arguments], Terminal(language, debug))
        captured = self.capsys.readouterr()
        return Ran(code, captured.out, captured.err)
