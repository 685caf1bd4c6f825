"""The same content in another encoding, dialect or with other noise gives the same tables, but for provenance."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from parsers import Hints, interpret, read
from schema.limits import Limits

DOCUMENTS = Path(__file__).parent.parent / "samples" / "documents"


def told(content: bytes) -> list[dict[str, Any]]:
    found = interpret(read(content, "表.txt", Limits()), Hints(file_name="表.txt"))
    assert found.cells.holds
    assert found.cells.reported == 0
    return [_without_places(table.model_dump()) for table in found.tables]


def _without_places(value: Any) -> Any:
    match value:
        case dict():
            return {
                key: _without_places(part) for key, part in value.items() if key not in {"span", "spans", "coverage"}
            }
        case list() | tuple():
            return [_without_places(part) for part in value]
        case _:
            return value


def _piped(text: str) -> str:
    return "\n".join(f"| {' | '.join(line.split(chr(9)))} |" if "\t" in line else line for line in text.split("\n"))


CHANGES: dict[str, Callable[[str], bytes]] = {
    "gb18030": lambda text: text.encode("gb18030"),
    "utf-16": lambda text: text.encode("utf-16"),
    "utf-8 with BOM": lambda text: text.encode("utf-8-sig"),
    "CRLF": lambda text: text.replace("\n", "\r\n").encode(),
    "no bookmarks": lambda text: re.sub(r"\[bookmark:[^\]]*\]", "", text).encode(),
    "no headings": lambda text: text.replace("## ", "").encode(),
    "spaces at line ends": lambda text: re.sub(r"(?<=\S)\n", "  \n", text).encode(),
    "wide spaces in labels": lambda text: text.replace("一级指标", "一 级\u3000指 标").encode(),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("document", sorted(DOCUMENTS.iterdir()), ids=lambda path: str(path.stem))
def test_noise_changes_nothing(document: Path, change: str) -> None:
    text = document.read_text(encoding="utf-8")
    assert told(CHANGES[change](text)) == told(text.encode())


@pytest.mark.parametrize(
    "name", ["guangdong-ip-transfers-by-city.txt", "guangzhou-development-district-ip-projects.txt"]
)
def test_pipes_for_tabs_change_nothing(name: str) -> None:
    text = (DOCUMENTS / name).read_text(encoding="utf-8")
    assert told(_piped(text).encode()) == told(text.encode())


def test_the_other_unit_line_changes_the_money_and_nothing_else() -> None:
    text = (DOCUMENTS / "tianjin-ip-office-projects.txt").read_text(encoding="utf-8")
    wan, yuan = told(text.encode()), told(text.replace("单位：万元", "单位：元").encode())
    assert [table["budget"]["total"] for table in yuan[:3]] == ["40", "20", "4990"]
    for table in (*wan, *yuan):
        for field in ("budget", "funds", "fields"):
            del table[field]
    assert wan == yuan
