"""Every layout there is: projects → what the document shows, and the truth about it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from bench.generation import grids, noise, prose
from bench.generation.drawing import Break, Drawing, Line, Slot, Table
from bench.generation.fields import OF_BUDGET, OF_HEAD, Fields, fields_of
from bench.generation.truth import TrueTable, plain
from bench.generation.voices import Voice, voice_of
from bench.generation.world import Project, Unit, loaded

_CELL = re.compile(r"(?P<text>.*?)(?:\*(?P<columns>\d+))?(?:\^(?P<rows>\d+))?", re.DOTALL)
Template = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Order:
    """What a document is to be about, and the chance its author's habits depend on."""

    unit: Unit
    projects: tuple[Project, ...]
    chance: Random

    @property
    def year(self) -> int:
        """The year of its projects."""
        return self.projects[0].year


Made = tuple[Drawing, list[TrueTable]]


def layouts() -> dict[str, Callable[[Order], Made]]:
    """The layouts by name: forms, lists, and documents that hold no performance table."""
    forms = {form["name"]: (lambda order, form=form: draw_forms(form, order)) for form in loaded("forms")["form"]}
    lists = {each["name"]: (lambda order, each=each: draw_list(each, order)) for each in loaded("lists")["list"]}
    return {**forms, **lists, **noise.LAYOUTS}


def draw_forms(form: Template, order: Order) -> Made:
    """A form for each project, on pages of their own; a department has but one."""
    voice, money = voice_of(order.chance), order.chance.choice(form["money"])
    drawing: Drawing = []
    tables: list[TrueTable] = []
    projects = order.projects[:1] if form["kind"].startswith("dept") else order.projects
    for serial, project in enumerate(projects, start=1):
        fields = fields_of(order.unit, project, voice, money, order.chance)
        fields.texts["serial"] = str(serial)
        shown, truth = _form(form, order, project, fields, voice)
        drawing.extend(([Break(f"{serial}")] if serial > 1 else []) + shown)
        tables.append(truth)
    return drawing, tables


def _form(form: Template, order: Order, project: Project, fields: Fields, voice: Voice) -> tuple[Drawing, TrueTable]:
    keys = tuple(key.partition("*")[0] for key in form["keys"].split(" "))
    areas = tuple(fields.texts[f"area{at}"] for at in range(1, 5)) if "area:1" in keys else ()
    habits = grids.Habits(
        voice,
        project.year,
        keys,
        cost_level1=form.get("cost") == "level1",
        weights=form.get("weights", 0),
        areas=areas,
        names=form.get("names", {}),
    )
    rows = grids.rows_of(project.aims, habits, order.chance)
    fields.texts["score"] = plain(_score(rows, fields, habits.weights))
    table = Table(_cells(form["head"], fields, voice))
    indicators = [truth for row in rows for truth in row.truths]
    if "block" in form:
        later = replace(habits, period="mid_term", voice=voice)
        above = grids.rows_of(project.aims, later, order.chance)
        table.rows += _grid(form, above, fields, voice, form["block"])
        indicators = [truth for row in above for truth in row.truths] + indicators
    if form.get("points") and order.chance.random() < 0.7:
        grids.with_points(rows, habits.weights)
    if form.get("residue") and order.chance.random() < 0.6:
        rows = grids.with_dots(rows, order.chance)
    grid = _grid(form, rows, fields, voice, form.get("side", ""))
    table.body = len(table.rows) + len(grid) - len(rows)
    table.rows += grid
    if "foot" in form:
        table.rows += _cells(form["foot"], fields, voice)
    lines = [_line(line, fields) for line in form["lines"]]
    return [*lines, table], TrueTable(form["kind"], _head(fields), _budget(fields), indicators)


def _score(rows: list[grids.Row], fields: Fields, weights: int) -> Any:
    total = sum((grids.Decimal(row.texts["score"]) for row in rows), grids.Decimal(0))
    return total + (grids.Decimal(fields.texts["rate_score"]) if weights == 90 else 0)


def _grid(form: Template, rows: list[grids.Row], fields: Fields, voice: Voice, side: str) -> list[list[Slot]]:
    header = _cells(form["header"], fields, voice)
    drawn = grids.drawn_rows(rows, form["keys"].split(" "), merged=voice.levels == "merged")
    if side:
        header[0].insert(0, Slot(side, 1, len(header) + len(drawn)))
    return header + drawn


def _cells(template: str, fields: Fields, voice: Voice) -> list[list[Slot]]:
    """Rows of a template, filled in."""
    return [[_cell(cell, fields, voice) for cell in line.split(" | ")] for line in template.strip().splitlines()]


def _cell(template: str, fields: Fields, voice: Voice) -> Slot:
    match = _CELL.fullmatch(template)
    assert match is not None  # noqa: S101 - the pattern matches every text
    said = match["text"]
    text = "" if said == "-" else fields.fill(said) if "@" in said else voice.label(said)
    return Slot(text, int(match["columns"] or 1), int(match["rows"] or 1))


def _line(template: str, fields: Fields) -> Line:
    return Line(fields.fill(template.removeprefix("# ")), heading=template.startswith("# "))


def _head(fields: Fields) -> dict[str, str | int | None]:
    """The fields of the JSON that a form printed."""
    head: dict[str, str | int | None] = {
        called: fields.texts[name] for name, called in OF_HEAD.items() if name in fields.used
    }
    if "department_coded" in fields.used:
        head["department"] = fields.texts["department"]
    if "agency_coded" in fields.used:
        head |= {"agency": fields.texts["agency"], "agency_code": fields.texts["agency_code"]}
    return head | ({"fiscal_year": int(fields.texts["year"])} if "year" in fields.used else {})


def _budget(fields: Fields) -> dict[str, str | None]:
    return {part: plain(fields.money[part]) for name, part in OF_BUDGET.items() if name in fields.used}


def draw_list(template: Template, order: Order) -> Made:
    """All projects in one table, an indicator or a project a row."""
    voice, money = voice_of(order.chance), order.chance.choice(template["money"])
    voice = replace(voice, levels=order.chance.choice(template["cells"]))
    if "prose" in template:
        voice = replace(voice, prefix=False, star=False, short=False)
    keys = template["keys"].split(" ")
    body: list[list[Slot]] = []
    tables: list[TrueTable] = []
    lines: Drawing = []
    header: list[list[Slot]] = []
    for serial, project in enumerate(order.projects, start=1):
        fields = fields_of(order.unit, project, voice, money, order.chance)
        fields.texts["serial"] = str(serial)
        lines = [_line(line, fields) for line in template["lines"]]
        header = _cells(template["header"], fields, voice)
        habits = grids.Habits(
            voice,
            project.year,
            tuple(keys),
            cost_level1=template.get("cost") == "level1",
            weights=template.get("weights", 0),
        )
        rows = grids.rows_of(project.aims, habits, order.chance)
        if "prose" in template:
            rows, said = prose.told(rows, template["prose"])
            fields.texts["prose"] = said
        body += _listed(rows, keys, fields, merged=voice.levels == "merged")
        indicators = [truth for row in rows for truth in row.truths]
        tables.append(TrueTable(template["kind"], _head(fields), _budget(fields), indicators))
    return [*lines, Table(header + body, len(header), len(header))], tables


def _listed(rows: list[grids.Row], keys: list[str], fields: Fields, *, merged: bool) -> list[list[Slot]]:
    """A project's rows: its own cells beside its indicators, once, merged over all of them, or again and again."""
    if "prose" in keys:
        return [[Slot(fields.fill(f"@{key}")) for key in keys]]
    lines: list[list[Slot]] = [[] for _ in rows]
    for key in keys:
        if key in rows[0].texts:
            for line, drawn in zip(lines, grids.drawn_rows(rows, [key], merged=merged), strict=True):
                line.extend(drawn)
        elif merged:
            lines[0].append(Slot(fields.fill(f"@{key}"), 1, len(rows)))
        else:
            for line in lines:
                line.append(Slot(fields.fill(f"@{key}")))
    return lines
