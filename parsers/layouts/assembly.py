"""A head and its indicators put together as one performance table."""

from collections.abc import Callable, Mapping, Sequence

from normalize import fiscal_years
from normalize.codes import split_code, split_office
from normalize.text import fold
from parsers.layouts.heads.head import Head, Stated
from parsers.layouts.heads.priced_names import take_price
from parsers.layouts.heads.score_in_head import file_whole_score
from parsers.layouts.indicators.shared_scores import shared_scores
from parsers.layouts.indicators.shared_values import with_own_values
from parsers.layouts.words.checkboxes import unclear, with_ticked
from parsers.layouts.words.funds import PARTS, StatedAmount, budget, budgeted, funds, of_the_year
from parsers.layouts.words.label_list import bare, label_list
from parsers.layouts.words.offices import is_office, is_same_office, office_in_title
from parsers.layouts.words.titles import title_kind, title_project, title_region
from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.span import Span
from schema.table import Indicator, PerformanceTable, TableKind

SPANNED = ("project_name", "project_code", "department", "agency", "agency_code", "region", "fiscal_year")


def assemble(
    head: Head, indicators: Sequence[Indicator], layout: str
) -> tuple[PerformanceTable, tuple[Diagnostic, ...]]:
    """The performance table a head and its indicators make, and what was odd about the head."""
    diagnostics: list[Diagnostic] = []
    _tell_same_offices(head)
    _find_offices(head)
    file_whole_score(head, indicators)
    if head.first("project_name") is None and (parent := head.first("parent_project")) is not None:
        head.texts["project_name"] = [parent]
    if head.first("project_name") is None and (headed := head.numbered or _named_in_title(head)) is not None:
        head.texts["project_name"] = [headed]
        diagnostics.append(Diagnostic(code=Code.PROJECT_FROM_HEADING, args={"text": headed.text}, span=headed.span))
    take_price(head)
    project_code, project_name = _coded(split_code, head.first("project_name"), head.first("project_code"))
    agency_code, agency = _coded(split_office, head.first("agency"), head.first("agency_code"))
    _, department = _coded(split_office, head.first("department"), None)
    titled = head.title or head.heading
    title = titled.text if titled is not None else None
    if title is None:
        diagnostics.append(Diagnostic(code=Code.TITLE_MISSING, span=_first_span(head)))
    year = _fiscal_year(head, project_name, diagnostics)
    told = any(amount.part == "total" for amount in budgeted(head.amounts))
    amounts = of_the_year(head.amounts if told else [*head.amounts, *head.of_tasks], head.unit_of_money, year)
    stated_funds, odd_funds = funds(amounts, head.unit_of_money)
    money, odd_budget = budget(amounts, head.unit_of_money)
    diagnostics.extend((*odd_funds, *odd_budget))
    diagnostics.extend(
        Diagnostic(code=Code.CHECKBOX_UNCLEAR, args={"text": field.text}, span=field.span)
        for field in unclear(head.fields)
    )
    indicators, shared = with_own_values(indicators)
    diagnostics.extend((*shared, *shared_scores(indicators)))
    goals = _goals(head)
    table = PerformanceTable(
        title=title,
        kind=_kind(indicators, head),
        project_name=project_name,
        project_code=project_code,
        department=department,
        agency=agency,
        agency_code=agency_code,
        region=_text(head.first("region")) or title_region(title),
        fiscal_year=year,
        budget=money,
        funds=stated_funds,
        goal=_text(goals["goal"]),
        goal_midterm=_text(goals["goal_midterm"]),
        goal_actual=_text(head.first("goal_actual")),
        score=_text(head.first("score")),
        fields=tuple(with_ticked(head.fields)),
        indicators=tuple(indicators),
        spans=_spans(head, goals, amounts),
        layout=layout,
    )
    if table.kind.startswith("project_") and project_name is None:
        diagnostics.append(Diagnostic(code=Code.PROJECT_MISSING, span=_first_span(head) or _span_of(indicators)))
    return table, tuple(diagnostics)


def _tell_same_offices(head: Head) -> None:
    """Put the other office in place of one that is said to be the same, if there is another: 实施单位 | 同主管部门."""
    both = ("department", "agency")
    told = {name: [o for o in head.texts.get(name, ()) if o.text and not is_same_office(o.text)] for name in both}
    for name, other in (both, both[::-1]):
        found = head.texts.get(name, [])
        if any(is_same_office(office.text) for office in found):
            known = [*told[other], *told[name]][:1]
            head.texts[name] = [at for office in found for at in (known if is_same_office(office.text) else [office])]


def _find_offices(head: Head) -> None:
    """Of two offices one under 部门 and one under 单位 the first is the department; a title may name the only one."""
    found = [office for office in head.texts.get("agency", ()) if office.text]
    label_of = {field.span: bare(field.label) for field in head.fields}
    above = [office for office in found if _names_department(label_of.get(office.span, ""))]
    named = {split_office(office.text)[1] for office in above}
    below = [office for office in found if office not in above and split_office(office.text)[1] not in named]
    if head.first("department"):
        return
    if above and below:
        head.texts["department"], head.texts["agency"] = above, below
    elif not found and head.title is not None and (office := office_in_title(head.title.text)) is not None:
        head.texts["agency"] = [Stated(office, head.title.span)]


def _named_in_title(head: Head) -> Stated | None:
    """The project a title names, where it names no office; that of a title above other forms is theirs."""
    title = head.title
    name = title_project(title.text) if title is not None and office_in_title(title.text) is None else None
    return Stated(name, title.span) if name is not None and title is not None and not is_office(name) else None


def _names_department(label: str) -> bool:
    return "部门" in label and "单位" not in label


def _coded(
    split: Callable[[str], tuple[str | None, str]], name: Stated | None, code: Stated | None
) -> tuple[str | None, str | None]:
    """The code and the name of a unit or project; a code of its own beats one beside the name."""
    beside, bare = split(name.text.replace("\n", "")) if name is not None else (None, None)
    return (code.text if code is not None else beside), bare


_WITH_RESULTS: Mapping[TableKind, TableKind] = {
    "project_target": "project_selfeval",
    "dept_target": "dept_selfeval",
    "region_target": "region_selfeval",
}
"""What a table of targets is that reports results as well."""


def _kind(indicators: Sequence[Indicator], head: Head) -> TableKind:
    """The kind the title announces, made precise by what the table holds: results, forecasts, earlier values."""
    title = head.title.text if head.title is not None else None
    if title is None and "project_name" not in head.texts:
        # A form of another office, under one title with the form above.
        title = head.title_above
    kind = title_kind(title) if title is not None else _kind_of_head(head)
    if kind not in _WITH_RESULTS:
        return kind
    if any(indicator.forecast is not None for indicator in indicators):
        return "monitor"
    if any(indicator.previous is not None for indicator in indicators):
        return "adjust"
    return _WITH_RESULTS[kind] if any(indicator.actual is not None for indicator in indicators) else kind


def _kind_of_head(head: Head) -> TableKind:
    """The kind of an untitled table, told by the labels only a department's or a region's has."""
    if "core_tasks" in head.texts and "project_name" not in head.texts:
        return "dept_target"
    labels_of = "".join(fold(field.label) for field in head.fields)
    regional = "中央主管部门" in labels_of or ("省级主管部门" in labels_of and "地方" in labels_of)
    return "region_target" if regional else "project_target"


def _fiscal_year(head: Head, project_name: str | None, diagnostics: list[Diagnostic]) -> int | None:
    """The year of the header field, else of the title, of the lines above, else at the head of the project name.

    A year that is in the title only because the project's name is, is the name's. A form without a title of its own
    stands under that of the form above.
    """
    stated = head.first("fiscal_year")
    year = fiscal_years.from_field(stated.text) if stated is not None else None
    for line in (head.title, head.heading, head.line_with_year):
        if year is None and line is not None:
            year = fiscal_years.from_title(fold(line.text).replace(fold(project_name or "") or "\n", ""))
    if year is None and project_name is not None:
        year = fiscal_years.from_name(project_name)
        if year is not None:
            name = head.first("project_name")
            span = name.span if name is not None else None
            diagnostics.append(Diagnostic(code=Code.YEAR_FROM_NAME, args={"year": str(year)}, span=span))
    if year is None and (lasting := head.first("period")) is not None:
        year = fiscal_years.from_span(lasting.text)
    if year is None and head.title is None and head.title_above is not None:
        year = fiscal_years.from_title(fold(head.title_above))
    return year


def _goals(head: Head) -> dict[str, Stated | None]:
    """The goal for the year and that beyond it: 项目总体目标 is the latter where 年度目标 stands beside it."""
    found, beyond = [goal for goal in head.texts.get("goal", ()) if goal.text], head.first("goal_midterm")
    goal = next(iter(found), None)
    if len(found) > 1 and beyond is None:
        label_of = {field.span: bare(field.label) for field in head.fields}
        of_year = [one for one in found if _names(label_of.get(one.span, ""), label_list().periods["annual"])]
        others = [one for one in found if one not in of_year and _names(label_of.get(one.span, ""), _WHOLE)]
        if of_year and others:
            goal, beyond = of_year[0], others[0]
    return {"goal": goal, "goal_midterm": beyond}


_WHOLE = ("总体", "总目标", "整体")


def _names(label: str, words: Sequence[str]) -> bool:
    return any(word in label for word in words)


def _text(stated: Stated | None) -> str | None:
    return stated.text if stated is not None else None


def _span_of(indicators: Sequence[Indicator]) -> Span | None:
    return next((span for indicator in indicators for spans in indicator.spans.values() for span in spans), None)


def _first_span(head: Head) -> Span | None:
    return next((field.span for field in head.fields), None)


def _spans(
    head: Head, goals: Mapping[str, Stated | None], amounts: Sequence[StatedAmount]
) -> dict[str, tuple[Span, ...]]:
    stated = {name: head.first(name) for name in SPANNED} | dict(goals)
    stated |= {name: head.first(name) for name in ("goal_actual", "score")}
    stated["title"] = head.title or head.heading
    for amount in budgeted(amounts):
        if amount.part in PARTS:
            stated.setdefault(f"budget.{amount.part}", Stated(amount.text, amount.span))
    return {name: found.spans for name, found in stated.items() if found is not None}
