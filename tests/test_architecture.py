"""The shape of the house: every module has its test file, modules stay small, names say what is inside."""

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parents[1]
FLOORS = ("schema", "normalize", "parsers", "ingest", "audit")
MODULES = sorted(path for floor in FLOORS for path in (ROOT / floor).rglob("*.py"))
BESIDE = sorted(path for folder in ("handbook", "bench") for path in (ROOT / folder).rglob("*.py"))  # not shipped
TESTS = sorted((ROOT / "tests").rglob("*.py"))

LONGEST = 400
MEDIAN = 120
# Names that say nothing, so that anything ends up inside.
VAGUE = {"utils", "util", "helpers", "helper", "common", "core", "base", "manager", "managers", "misc", "shared"}

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def named(path: Path) -> str:
    """A path as people say it: parsers/formats/text.py."""
    return path.relative_to(ROOT).as_posix()


def proof_of(module: Path) -> Path:
    """Where a module is tested: parsers/formats/text.py → tests/parsers/formats/test_text.py; a package by its name."""
    inside = module.relative_to(ROOT)
    named_after = inside.parent.with_suffix(".py") if inside.name == "__init__.py" else inside
    return ROOT / "tests" / named_after.with_name(f"test_{named_after.name}")


def length(path: Path) -> int:
    """The lines of a file."""
    return len(path.read_text(encoding="utf-8").splitlines())


def parsed(path: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(path.read_text(encoding="utf-8"))


def public(tree: ast.Module) -> Iterator[Definition]:
    """What a module defines for others, methods of its public classes included."""
    for node in tree.body:
        if isinstance(node, Definition) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from (part for part in node.body if isinstance(part, Definition) and part.name[0] != "_")


def defines(path: Path) -> bool:
    """Whether a module defines anything; the module of a package mostly gathers what others define."""
    written = Definition if path.name == "__init__.py" else Definition | ast.Assign | ast.AnnAssign
    return any(isinstance(node, written) for node in parsed(path).body)


EACH_SOURCE = pytest.mark.parametrize("path", [*MODULES, *BESIDE], ids=named)
EACH_FILE = pytest.mark.parametrize("path", [*MODULES, *BESIDE, *TESTS], ids=named)


def test_every_floor_is_here() -> None:
    assert all(any(path.is_relative_to(ROOT / floor) for path in MODULES) for floor in FLOORS)


@pytest.mark.parametrize("path", [path for path in MODULES if defines(path)], ids=named)
def test_a_module_has_its_test_file(path: Path) -> None:
    tests = proof_of(path)
    assert tests.exists(), f"{named(path)} has no {named(tests)}"
    assert any(isinstance(node, ast.FunctionDef) and node.name.startswith("test_") for node in ast.walk(parsed(tests)))


@EACH_SOURCE
def test_a_module_is_short_enough_to_read(path: Path) -> None:
    assert length(path) <= LONGEST


def test_most_modules_are_shorter_still() -> None:
    assert median(length(path) for path in MODULES if path.name != "__init__.py") < MEDIAN


@EACH_FILE
def test_a_name_says_what_is_inside(path: Path) -> None:
    assert VAGUE.isdisjoint(part.removesuffix(".py").removeprefix("test_") for part in path.relative_to(ROOT).parts)


@EACH_SOURCE
def test_a_module_says_in_one_line_what_passes_through_it(path: Path) -> None:
    tree = parsed(path)
    said = ast.get_docstring(tree) or ""
    assert said or not tree.body
    assert "\n" not in said.split("\n\n")[0]


@EACH_SOURCE
def test_what_is_public_is_documented_in_sentences(path: Path) -> None:
    undocumented = [node.name for node in public(parsed(path)) if not ast.get_docstring(node)]
    assert undocumented == []
    blocks = ("Args:", "Returns:", "Parameters\n", ":param ")
    assert not any(block in (ast.get_docstring(node) or "") for node in public(parsed(path)) for block in blocks)


@EACH_FILE
def test_no_type_error_is_silenced(path: Path) -> None:
    silencer = "# type: " + "ignore"
    assert silencer not in path.read_text(encoding="utf-8")
