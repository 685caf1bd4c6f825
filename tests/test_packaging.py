"""What is published installs and runs where nothing else is: the wheel, and the sdist that makes the same wheel."""

import re
import subprocess
import sys
import tarfile
import zipfile
from importlib.metadata import version
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(*command: str | Path, folder: Path = ROOT) -> str:
    """What a command prints; a failing one fails the test with what it said."""
    ran = subprocess.run(
        command, check=False, cwd=folder, capture_output=True, encoding="utf-8", env={"LANG": "C.UTF-8"}
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def built(tree: Path, out: Path) -> dict[str, Path]:
    """The wheel and the sdist of a tree, by suffix."""
    run(sys.executable, "-m", "hatchling", "build", "-d", out, folder=tree)
    return {path.suffix: path for path in out.iterdir()}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return built(ROOT, tmp_path_factory.mktemp("published"))


def names(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as members:
        return sorted(members.namelist())


def test_the_sdist_makes_the_same_wheel(published: dict[str, Path], tmp_path: Path) -> None:
    with tarfile.open(published[".gz"]) as members:
        for member in members:  # Python 3.11.2 cannot filter members itself
            assert member.isfile()
            members.extract(member, tmp_path / "tree")
    (tree,) = (tmp_path / "tree").iterdir()
    again = built(tree, tmp_path / "out")
    assert names(again[".whl"]) == names(published[".whl"])


def test_the_wheel_holds_every_file_of_the_floors(published: dict[str, Path]) -> None:
    listed = run("git", "ls-files", "schema", "normalize", "parsers", "ingest", "audit").splitlines()
    assert sorted(set(listed) - set(names(published[".whl"]))) == []


def test_the_wheel_runs_in_an_empty_environment(published: dict[str, Path], tmp_path: Path) -> None:
    run(sys.executable, "-m", "venv", tmp_path / "env")
    python, jixiao = tmp_path / "env/bin/python", tmp_path / "env/bin/jixiao"
    install = (python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    run(*install, "--require-hashes", "-r", ROOT / "requirements.lock")
    run(*install, "--no-deps", published[".whl"])
    run(python, "-m", "pip", "check")
    assert run(jixiao, "--version", folder=tmp_path) == f"jixiao {version('jixiao')}\n"
    run(jixiao, "import", ROOT / "samples" / "documents", "--db", "a.db", folder=tmp_path)
    assert '"indicators": 210' in run(jixiao, "status", "--db", "a.db", "--json", folder=tmp_path)


def test_every_extra_and_dependency_says_why_it_is_there() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8").split("[project.scripts]")[0]
    needed = re.findall(r'^  "(?!jixiao)[A-Za-z][^"]*[<>=][^"]*",?(.*)$', project, re.MULTILINE)
    assert len(needed) > 20
    assert [reason for reason in needed if "; " not in reason] == []
