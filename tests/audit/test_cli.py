"""The one entry: every way to end has its exit code and its sentence."""

import os
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest

from audit.cli import COMMANDS, app, main
from ingest.bilingual import Entry
from schema.diagnostic import Language
from tests.command_line import CommandLine

USAGE: dict[Language, str] = {"zh": "用法：", "en": "Usage:"}
JIXIAO = [str(Path(sys.executable).parent / "jixiao")]


@pytest.mark.parametrize("entry", COMMANDS, ids=lambda entry: entry.name)
def test_a_command_is_where_its_entry_says(entry: Entry) -> None:
    command = import_module(entry.module).command
    assert isinstance(command, click.Command)
    assert command.name == entry.name
    assert list(app().entries) == [entry.name for entry in COMMANDS]


def test_help_lists_every_command_in_either_language(jixiao: CommandLine) -> None:
    for language, usage in USAGE.items():
        ran = jixiao("--help", language=language)
        assert ran.code == 0
        assert ran.out.startswith(usage)
        assert all(f"  {entry.name} " in ran.out for entry in COMMANDS)


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        (["find", "--nope", "--db", "x"], "没有选项 --nope", "No such option '--nope'"),
        (["find"], "缺少 '--db'", "Missing option '--db'"),
        (["find", "--db", "x", "--limit", "0"], "'--limit' 的值不对", "Invalid value for '--limit'"),
        (["find", "--db", "x", "--limit", "99999999999999999999"], "'--limit' 的值不对", "Invalid value for '--limit'"),
        (["find", "\udcff\udcfe", "--db", "x"], "不是 UTF-8 文字", "this is no text in UTF-8"),
        (["explain", "1", "--unit", "\udcff"], "不是 UTF-8 文字", "this is no text in UTF-8"),
        *(
            ([*command, "--year", year], "'--year' 的值不对", "Invalid value for '--year'")
            for command in (["find", "--db", "x"], ["import", "x", "--db", "y"], ["parse", "x"], ["explain", "1"])
            for year in ("-5", "1949", "2100", "20245")
        ),
        (
            ["import", "x", "--db", "y", "--region", ""],
            "'--region' 的值不对（不能为空",
            "it is empty; leave the option out",
        ),
        (["parse", "x", "--region", " "], "'--region' 的值不对（不能为空", "it is empty; leave the option out"),
        (["find", "--db", "x", "--agency", ""], "'--agency' 的值不对（不能为空", "it is empty; leave the option out"),
        (["find", "-群众", "--db", "x"], "以 - 开头的词语写在 -- 之后", "Put -- before words that begin with a dash"),
        (["nope"], "没有命令 nope", "No such command 'nope'"),
        (["--lang", "fr", "find"], "'--lang' 的值不对", "Invalid value for '--lang'"),
    ],
)
def test_usage_errors(jixiao: CommandLine, arguments: list[str], zh: str, en: str) -> None:
    sentences: dict[Language, str] = {"zh": zh, "en": en}
    for language, sentence in sentences.items():
        ran = jixiao(*arguments, language=language)
        assert (ran.code, ran.out) == (2, "")
        assert sentence in ran.err


@pytest.mark.parametrize("entry", COMMANDS, ids=lambda entry: entry.name)
def test_whatever_takes_text_refuses_what_is_none(entry: Entry) -> None:
    """Paths may be any bytes, and `normalize` tells of an odd line where it stands."""
    command = import_module(entry.module).command
    taking = [p for p in command.params if p.type is click.STRING and p.name not in {"files", "values"}]
    assert [p.name for p in taking] == []


def test_nothing_asked(jixiao: CommandLine) -> None:
    ran = jixiao()
    assert ran.code == 2
    assert "Commands:" in ran.err


def test_version(jixiao: CommandLine) -> None:
    assert jixiao("--version").out.startswith("jixiao ")


def test_the_language_is_chosen_by_option_or_locale() -> None:
    def said(*arguments: str, **environment: str) -> str:
        clean = {name: value for name, value in os.environ.items() if name not in {"LC_ALL", "LC_MESSAGES", "LANG"}}
        return subprocess.run(
            [*JIXIAO, *arguments], env=clean | environment, capture_output=True, encoding="utf-8", check=True
        ).stdout

    assert said("--help").startswith("Usage:")
    assert said("--help", LANG="zh_CN.UTF-8").startswith("用法：")
    assert said("--help", "--lang", "en", LANG="zh_CN.UTF-8").startswith("Usage:")
    assert said("find", "--help", "--lang=zh").startswith("用法：")


def test_an_unexpected_error_is_one_line_unless_debugged(tmp_path: Path) -> None:
    broken = "import sys, audit.cli as c; c.run = lambda *_: 1 / 0; c.main(sys.argv[1:])"
    quiet, loud = (
        subprocess.run(
            [sys.executable, "-c", broken, *debug], capture_output=True, text=True, check=False, cwd=tmp_path
        )
        for debug in ([], ["--debug"])
    )
    assert (quiet.returncode, loud.returncode) == (1, 1)
    assert len(quiet.stderr.splitlines()) == 1
    assert "ZeroDivisionError" in quiet.stderr
    assert "Traceback" in loud.stderr


def test_interrupted(monkeypatch: pytest.MonkeyPatch, jixiao: CommandLine) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("ingest.commands.explaining.parse_value", interrupted)
    ran = jixiao("explain", "≥1件")
    assert ran.code == 130
    assert "interrupted" in ran.err


@pytest.mark.parametrize(
    "command", ["normalize", "find --db demo.db", "find --db demo.db --json", "parse files/road.txt"]
)
@pytest.mark.parametrize("streams", ["", "2>&1"])
def test_a_reader_who_has_seen_enough(
    command: str, streams: str, jixiao: CommandLine, form: Path, tmp_path: Path
) -> None:
    rows = [f"产出指标\t数量指标\t修路里程{number}\t≥12公里\n" for number in range(500)]
    form.write_text(form.read_text(encoding="utf-8") + "".join(rows), encoding="utf-8")
    jixiao("import", form, "--db", tmp_path / "demo.db")
    assert piped(f"{command} {streams}", tmp_path) == 0


def test_an_import_that_nobody_reads_about_ends_as_it_ended(form: Path, tmp_path: Path) -> None:
    assert piped("import files --db a.db --json", tmp_path, reader="true") == 0
    (form.parent / "empty.txt").touch()
    for number in range(2000):
        (form.parent / f"{number}.txt").touch()
    assert piped("import files --db b.db --json 2>&1", tmp_path, reader="true") == 3


def piped(command: str, folder: Path, reader: str = "head -n 1") -> int:
    """The exit code of a command whose reader closes the pipe early; Python itself has nothing to say about it."""
    values = "\n".join(["≥1件"] * 20_000)
    script = f"{JIXIAO[0]} {command} | {reader}; exit ${{PIPESTATUS[0]}}"
    ran = subprocess.run(["bash", "-c", script], cwd=folder, input=values, capture_output=True, text=True, check=False)
    assert re.search("Broken|Traceback|defect|Exception", ran.stderr) is None
    return ran.returncode


def test_help_loads_nothing_heavy() -> None:
    heavy = "{'pydantic', 'sqlite_utils', 'rich', 'lxml', 'normalize'}"
    script = f"import sys, audit.cli\ntry: audit.cli.main(['--help'])\nexcept SystemExit: print({heavy} & set(sys.modules), file=sys.stderr)"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stderr == "set()\n"


def test_main_exits_with_the_code(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["find", "--db", "no-such.db", "--debug"])
    assert end.value.code == 5
    assert "there is no database no-such.db" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize(
    "command",
    [["find", "--db", "DB"], ["status", "--json", "--db", "DB"], ["normalize", "5%"], ["--version"], ["--help"]],
)
def test_standard_output_that_takes_no_more(
    jixiao: CommandLine, form: Path, tmp_path: Path, command: list[str]
) -> None:
    jixiao("import", form, "--db", tmp_path / "x.db")
    arguments = [str(tmp_path / "x.db") if word == "DB" else word for word in command]
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ran = subprocess.run([*JIXIAO, *arguments], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert ran.returncode == 6
    assert "the output could not be written to its end (No space left on device)" in ran.stderr
    assert "defect" not in ran.stderr
    assert "Exception" not in ran.stderr
