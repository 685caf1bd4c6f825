"""Every diagnostic: its sentence, why it happens, what to do, and an example."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from handbook.page import Page, code, page
from ingest.language import pick
from schema.catalogue import Code
from schema.diagnostic import Language

_DATA = Path(__file__).with_name("data") / "diagnostics.toml"
_SEVERITIES = {"info": ("提示", "info"), "warning": ("需核对", "warning"), "error": ("错误", "error")}


@dataclass(frozen=True, slots=True)
class Entry:
    """What the handbook says of a code; an example is a value, a drawing, or words about where it is met."""

    cause: tuple[str, str]
    cure: tuple[str, str]
    value: str | None = None
    name: str | None = None
    unit: str | None = None
    operator: str | None = None
    drawn: str | None = None
    seen: tuple[str, str] | None = None


@cache
def entries() -> dict[str, Entry]:
    """The entries by code."""
    return TypeAdapter(dict[str, Entry]).validate_python(tomllib.loads(_DATA.read_text(encoding="utf-8")))


def written(language: Language) -> Page:
    """The page of diagnostics, those of a file with its place, in the order of the catalogue."""
    return page("diagnostics", language, [*(_entry(one, language) for one in Code)])


def _entry(one: Code, language: Language) -> str:
    entry = entries()[one.value]
    number = 0 if language == "zh" else 1
    lines = [
        (pick(language, zh="说明", en="says"), pick(language, zh=one.zh, en=one.en)),
        (pick(language, zh="级别", en="severity"), _SEVERITIES[one.severity][number]),
        (pick(language, zh="原因", en="cause"), entry.cause[number]),
        (pick(language, zh="办法", en="cure"), entry.cure[number]),
    ]
    example = _example(entry, language)
    label = pick(language, zh="例", en="example")
    listed = [f"- {name}: {text}" for name, text in lines]
    if entry.drawn:
        return "\n".join([f"## {one.value}\n", *listed, f"- {label}:\n\n```\n{entry.drawn.strip()}\n```"])
    return "\n".join([f"## {one.value}\n", *listed, f"- {label}: {example}"])


def _example(entry: Entry, language: Language) -> str:
    if entry.value is None:
        return entry.seen[0 if language == "zh" else 1] if entry.seen else ""
    beside = (
        (pick(language, zh="名称", en="name"), entry.name),
        (pick(language, zh="单位列", en="unit column"), entry.unit),
        (pick(language, zh="符号列", en="operator column"), entry.operator),
    )
    return ", ".join([code(entry.value), *(f"{label} {code(text)}" for label, text in beside if text)])
