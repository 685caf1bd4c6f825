"""The words of the pages."""

import re
import string
from pathlib import Path

from audit.texts import text, texts

WEB = Path(__file__).parents[2] / "audit" / "web"
_SAID = re.compile(r"""\bt\("([a-z_]+\.[a-z_0-9]+)\"[,)]""")
_SAID_SINGLE = re.compile(r"""\bt\('([a-z_]+\.[a-z_0-9]+)'[,)]""")
_JOINED = re.compile(r"""\bt\(["']([a-z_]+\.[a-z_]*)["'] ~""")
_IN_PYTHON = re.compile(r"""text\(\w+, "([a-z_]+\.[a-z_]+)"[,)]""")
_JOINED_IN_PYTHON = re.compile(r"""text\(\w+, f"([a-z_]+\.[a-z_]*)\{|f"\{(key)\}""")


def templates() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in (WEB / "templates").glob("*.html"))


def modules() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in WEB.parent.rglob("*.py"))


def test_every_text_a_page_uses_is_there() -> None:
    pages = templates()
    used = set(_SAID.findall(pages)) | set(_SAID_SINGLE.findall(pages)) | set(_IN_PYTHON.findall(modules()))
    assert sorted(used - set(texts())) == []
    assert len(used) > 100


def test_every_text_is_used() -> None:
    pages, code = templates(), modules()
    used = set(_SAID.findall(pages)) | set(_SAID_SINGLE.findall(pages)) | set(_IN_PYTHON.findall(code))
    parts = tuple(_JOINED.findall(pages)) + tuple(one for one, _ in _JOINED_IN_PYTHON.findall(code) if one)
    parts += ("target.", "kind.", "comparator.")  # labels of facets
    examples = {"count.rows"}
    assert [key for key in texts() if key not in used and not key.startswith(parts) and key not in examples] == []


def test_both_languages_fill_in_the_same() -> None:
    def holes(said: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(said) if name}

    assert [key for key, (zh, en) in texts().items() if holes(zh) != holes(en)] == []


def test_chinese_is_chinese_and_english_is_not() -> None:
    han = re.compile(r"[\u4e00-\u9fff]")
    assert [key for key, (zh, en) in texts().items() if han.search(en)] == []
    assert [key for key, (zh, _) in texts().items() if not han.search(zh) and not key.startswith("comparator")] == []


def test_a_text_with_its_values() -> None:
    assert text("zh", "table.page", number=3) == "第 3 页"
