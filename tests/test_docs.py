"""The documentation names everything there is, and what it shows is what happens."""

import re
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from audit.asking.find import Hit
from audit.cli import COMMANDS
from audit.database import reading
from audit.findings import Evaluation, Finding, Rule
from audit.rules.checking import check
from audit.rules.registry import asks
from bench import hardest, layouts
from ingest.exits import Exit
from ingest.statuses import ADVICE
from ingest.store import opened
from schema.diagnostic import Language
from schema.source import SourceReading, Status
from schema.table import Indicator, PerformanceTable
from schema.target import Blank, Comparison, Deadline, Statement, Unparsed

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CHINESE = (ROOT / "README.zh-CN.md").read_text(encoding="utf-8")
DATABASE = (ROOT / "docs" / "database.md").read_text(encoding="utf-8")
ASKING = (ROOT / "docs" / "asking.md").read_text(encoding="utf-8")
JSON = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


def test_every_command_and_exit_code_is_in_the_readme() -> None:
    assert [f"jixiao {entry.name}" for entry in COMMANDS if f"`jixiao {entry.name} " not in README] == []
    assert [int(code) for code in re.findall(r"^\| (\d+) \|", README, re.MULTILINE)] == [int(code) for code in Exit]


def test_every_table_view_and_column_is_described(tmp_path: Path) -> None:
    with opened(tmp_path / "demo.db") as store:
        listed = "SELECT m.name, c.name FROM sqlite_master AS m, pragma_table_info(m.name) AS c WHERE m.type IN ('table', 'view')"
        found = store.connection.execute(listed).fetchall()
    internal = re.compile(r"sqlite_|_sqlite|indicator_words_")
    named = {name for pair in found if not internal.match(pair[0]) for name in pair}
    assert sorted(named - words(DATABASE)) == []


@pytest.mark.parametrize("status", Status)
def test_every_status_is_described_as_the_program_says_it(status: Status) -> None:
    advice = ADVICE[status]
    assert f"| `{status.value}` | {advice.en} · {advice.zh} | {advice.next_en or '—'} |" in DATABASE


@pytest.mark.parametrize("status", Status)
def test_a_status_is_called_reserved_where_nothing_gives_it(status: Status) -> None:
    only_ask = {"statuses.py", "ledger.py", "held.py"}
    giving = [
        path for floor in ("ingest", "parsers") for path in (ROOT / floor).rglob("*.py") if path.name not in only_ask
    ]
    given = any(re.search(rf"Status\.{status.name}\b", path.read_text(encoding="utf-8")) for path in giving)
    (row,) = [line for line in DATABASE.splitlines() if line.startswith(f"| `{status.value}` |")]
    assert row.endswith("| yes |" if given else "| reserved |")


def test_every_field_of_the_json_is_described() -> None:
    models = (SourceReading, PerformanceTable, Indicator, Comparison, Deadline, Statement, Blank, Unparsed)
    fields = {name for model in models for name in model.model_fields} | set(Hit.__slots__) - {"table_id"}
    assert sorted(fields - words(JSON)) == []


SHOWN = re.findall(r"```console\n\$ (.*?)\n(.*?)```", README + CHINESE, re.DOTALL)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the samples and their database, as after `make demo`."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "samples" / "documents", folder / "samples" / "documents")
    run("jixiao import samples/documents --db demo.db", folder)
    return folder


def run(command: str, folder: Path) -> str:
    """What a command of the README prints, sqlite3 by the one in Python."""
    if command.startswith("sqlite3 "):
        query = command.split('"')[1]
        with sqlite3.connect(folder / "demo.db") as connection:
            lines = ["|".join(map(str, row)) for row in connection.execute(query)]
        connection.close()
        return "\n".join(lines)
    bin_folder = Path(sys.executable).parent
    environment = {"PATH": f"{bin_folder}:/usr/bin:/bin", "LANG": "C.UTF-8"}
    ran = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=True
    )
    return ran.stdout


@pytest.mark.parametrize(("command", "output"), SHOWN, ids=[command for command, _ in SHOWN])
def test_what_the_readme_shows_is_what_happens(command: str, output: str, desk: Path) -> None:
    def trimmed(text: str) -> list[str]:
        return [line.rstrip() for line in text.strip().splitlines()]

    assert trimmed(run(command, desk)) == trimmed(output)


@pytest.mark.parametrize(("language", "page"), [("en", README), ("zh", CHINESE)])
def test_the_end_of_an_import_looks_as_shown(language: str, page: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "samples" / "documents", tmp_path / "samples")
    ran = subprocess.run(
        [Path(sys.executable).parent / "jixiao", "import", "samples", "--db", "demo.db", "--lang", language],
        cwd=tmp_path,
        env={"LANG": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert [line for line in ran.stderr.splitlines() if f"    {line}" not in page.splitlines()] == []


@pytest.mark.parametrize("page", [README, CHINESE])
def test_the_two_commands_are_there(page: str) -> None:
    shown = re.findall(r"^    make (\w+) ", page, re.MULTILINE)
    assert shown == ["demo", "test"]
    made = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(shown) <= set(made)


def test_the_hardest_values_are_read_as_their_page_says() -> None:
    assert hardest.PAGE.read_text(encoding="utf-8") == hardest.page()


@pytest.mark.parametrize("language", layouts.WORDS)
def test_layouts_read_their_drawings_as_their_page_says(language: Language) -> None:
    assert layouts.path(language).read_text(encoding="utf-8") == layouts.page(language)


PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_link_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    inside = [link for link in links if "://" not in link and not link.startswith("mailto:")]
    assert [link for link in inside if not (page.parent / link).exists()] == []


def test_the_rule_of_ones_own_that_the_page_shows_works(tmp_path: Path) -> None:
    (shown,) = re.findall(r"```sql\n(.*?)```", (ROOT / "docs" / "rules.md").read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "x01.sql").write_text(shown, encoding="utf-8")
    (own,) = [ask for ask in asks([tmp_path / "own"]) if ask.rule.code == "X01"]
    form = (ROOT / "tests/audit/rules/forms/target.txt").read_text(encoding="utf-8")
    (tmp_path / "road.txt").write_text(form.replace("项目总经费\t≤50万元", "设备维修费\t≤20万元"), encoding="utf-8")
    run("jixiao import road.txt --db demo.db", tmp_path)
    with reading(tmp_path / "demo.db", strictly=False) as connection:
        found = [one for one in check(connection, [own]) if isinstance(one, Finding)]
    assert [one.message_zh for one in found] == ["“设备维修费”为 20万元，超过预算 50万元 的三成。请核实。"]


def test_every_field_of_a_finding_is_described() -> None:
    fields = {name for model in (Finding, Evaluation, Rule) for name in model.model_fields}
    assert sorted(fields - words(JSON)) == []


@pytest.mark.parametrize("code", re.findall(r"```python\n(.*?)```", README + CHINESE + ASKING, re.DOTALL))
def test_python_in_the_documentation_runs(code: str, desk: Path) -> None:
    ran = subprocess.run([sys.executable, "-c", code], cwd=desk, capture_output=True, encoding="utf-8", check=True)
    assert ran.stdout
