"""A whole corpus: which file is about which unit, in which year, layout and format, and what it repeats or corrects."""

import json
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from bench.generation import office
from bench.generation.drawing import Drawing
from bench.generation.dressing import dressed
from bench.generation.layouts import Order, layouts
from bench.generation.truth import TrueFile, TrueTable
from bench.generation.world import Project, Unit, drawn, loaded, projects_of, unit_of
from bench.generation.writers import CONVERTED, WRITERS, archive

TRUTH = "truth.jsonl"
WAITING = ".office"
_CHUNK = 20
_MOST_PROJECTS = 5


@dataclass(frozen=True, slots=True)
class Plan:
    """What a corpus is to be like; `projects` 0 lets every document have one to five."""

    files: int
    formats: tuple[str, ...]
    seed: int = 1
    layouts: tuple[str, ...] = ()
    years: tuple[int, ...] = (2024,)
    projects: int = 0
    corrections: float = 0.0
    duplicates: float = 0.0
    nothing: float = 0.04
    dressed: bool = True


@dataclass(frozen=True, slots=True)
class Made:
    """A file before it is written: its bytes, or those it is converted from."""

    content: bytes
    truth: TrueFile


def layout_names(*, empty: bool = False) -> tuple[str, ...]:
    """The layouts that hold tables, or those that hold none."""
    return tuple(name for name in layouts() if name.startswith("none-") == empty)


def format_names() -> tuple[str, ...]:
    """Every format there is a way to write."""
    return (*WRITERS, "zip", *office.SOURCES)


def made(plan: Plan, number: int) -> Iterator[Made]:
    """The files that stand under one number: the document, its correction, its duplicate."""
    chance = drawn(plan.seed, "file", number)
    year = plan.years[number % len(plan.years)]
    unit = unit_of(number // len(plan.years))
    format_name = plan.formats[number % len(plan.formats)]
    layout = _layout(plan, number)
    count = plan.projects or chance.randint(1, _MOST_PROJECTS)
    projects = tuple(projects_of(unit, year, count, plan.seed))
    title = {"zip": "预算公开附件"}.get(format_name, "绩效目标公开")
    path = f"{year}/{unit.place}/{number:05d}-{unit.name}-{title}"
    first = _document(plan, number, layout, format_name, (unit, projects), f"{path}.{format_name}")
    yield first
    if chance.random() < plan.corrections and first.truth.tables:
        name = f"{path}（更正）.{format_name}"
        again = _document(plan, number, layout, format_name, (unit, _corrected(projects)), name)
        yield Made(again.content, replace(again.truth, corrects=first.truth.path))
    if chance.random() < plan.duplicates:
        name = f"{year}/汇总/{number:05d}-副本.{format_name}"
        yield Made(first.content, replace(first.truth, path=name, same_as=first.truth.path))


def _layout(plan: Plan, number: int) -> str:
    """Layouts go round more slowly than formats, so that every layout meets every format."""
    if plan.layouts:
        return plan.layouts[number // len(plan.formats) % len(plan.layouts)]
    if drawn(plan.seed, "nothing", number).random() < plan.nothing:
        return drawn(plan.seed, "which", number).choice(layout_names(empty=True))
    names = layout_names()
    return names[number // len(plan.formats) % len(names)]


def _document(
    plan: Plan, number: int, layout: str, format_name: str, about: tuple[Unit, tuple[Project, ...]], path: str
) -> Made:
    if format_name == "zip":
        return _archive(plan, number, about, path)
    drawing, tables = _drawn(plan, number, layout, about)
    writer = CONVERTED[office.SOURCES[format_name]] if format_name in office.SOURCES else WRITERS[format_name]
    content = writer(drawing, drawn(plan.seed, "written", number))
    return Made(content, TrueFile(path, format_name, layout, tables))


def _drawn(
    plan: Plan, number: int, layout: str, about: tuple[Unit, tuple[Project, ...]]
) -> tuple[Drawing, list[TrueTable]]:
    drawing, tables = layouts()[layout](Order(*about, drawn(plan.seed, "drawn", number)))
    return (dressed(drawing, drawn(plan.seed, "dressed", number)) if plan.dressed else drawing), tables


def _archive(plan: Plan, number: int, about: tuple[Unit, tuple[Project, ...]], path: str) -> Made:
    """A file for each project, in formats and layouts of their own."""
    unit, projects = about
    kinds = [name for name in WRITERS if name not in {"md", "html"}]
    members: list[tuple[str, bytes]] = []
    tables: list[TrueTable] = []
    chance = drawn(plan.seed, "archive", number)
    forms = [form["name"] for form in loaded("forms")["form"] if not form["kind"].startswith("dept")]
    for at, project in enumerate(projects, start=1):
        kind, layout = chance.choice(kinds), chance.choice(forms)
        drawing, said = _drawn(plan, number, layout, (unit, (project,)))
        members.append(
            (f"附件{at}：{project.name}.{kind}", WRITERS[kind](drawing, drawn(plan.seed, "member", number, at)))
        )
        tables += said
    return Made(archive.write(members, gbk=chance.random() < 0.6), TrueFile(path, "zip", "archive", tables))


def _corrected(projects: tuple[Project, ...]) -> tuple[Project, ...]:
    """The same projects, one target of the first one other than it was."""
    first = projects[0]
    at = next(at for at, aim in enumerate(first.aims) if aim.sign in {">=", "<="} and aim.unit != "%")
    aim = replace(first.aims[at], number=first.aims[at].number + 1)
    return replace(first, aims=(*first.aims[:at], aim, *first.aims[at + 1 :])), *projects[1:]


def write(plan: Plan, out: Path, jobs: int) -> int:
    """Write a corpus and its truth; the number of files."""
    out.mkdir(parents=True, exist_ok=True)
    waiting = out / WAITING
    chunks = [range(start, min(start + _CHUNK, plan.files)) for start in range(0, plan.files, _CHUNK)]
    count = 0
    with (out / TRUTH).open("w", encoding="utf-8") as truth, ProcessPoolExecutor(jobs) as pool:
        for lines in pool.map(_write_chunk, *zip(*((plan, out, chunk) for chunk in chunks), strict=True)):
            truth.writelines(lines)
            count += len(lines)
    office.convert(waiting, out)
    with suppress(FileNotFoundError):
        waiting.rmdir()
    return count


def _write_chunk(plan: Plan, out: Path, numbers: range) -> list[str]:
    lines = []
    for number in numbers:
        for file in made(plan, number):
            place = out / file.truth.path
            if file.truth.format in office.SOURCES:
                office.wait(file.content, file.truth.path, file.truth.format, out / WAITING)
            else:
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(file.content)
            lines.append(json.dumps(file.truth.as_json(), ensure_ascii=False) + "\n")
    return lines
