"""Cases of the review rules: forms changed in a line or two, in TOML, and what a rule says of them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
CASES = HERE / "cases"


@dataclass(frozen=True)
class Case:
    """Documents, and what one rule says of them: names, parts or `table` it finds, and why it cannot judge."""

    rule: str
    about: str
    documents: Mapping[str, str]
    finds: tuple[str, ...]
    lacks: str | None
    settings: Mapping[str, Any]


def form(base: str, replace: Mapping[str, str] | None = None) -> str:
    """One of the forms beside this file, some of its words replaced; each must occur."""
    text = (HERE / "forms" / f"{base}.txt").read_text(encoding="utf-8")
    for pair in (replace or {}).items():
        old, new = (words.replace(" | ", "\t") for words in pair)
        assert old in text, f"{old} is not in the form {base}"
        text = text.replace(old, new)
    return text


def cases(path: Path) -> list[Case]:
    """The cases of a file.

    A case has `finds` (empty: leaves alone) or `lacks`, and documents: `base` and `replace`, or several `tables` of the
    same, or `text` in full, cells divided by " | ". `settings` are those of a configuration.
    """
    return [_case(path.stem, said) for said in tomllib.loads(path.read_text(encoding="utf-8"))["case"]]


def _case(rule: str, said: dict[str, Any]) -> Case:
    tables = said.get("tables") or [said]
    documents = {f"{number}.txt": _document(table) for number, table in enumerate(tables, start=1)}
    return Case(
        rule, said["about"], documents, tuple(said.get("finds", ())), said.get("lacks"), said.get("settings", {})
    )


def _document(said: dict[str, Any]) -> str:
    if "text" in said:
        return str(said["text"]).replace(" | ", "\t")
    return form(said.get("base", "target"), said.get("replace"))
