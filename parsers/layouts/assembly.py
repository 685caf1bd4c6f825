"""A head and its indicators put together as one performance table."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from normalize.numbers import exact_text

from normalize import fiscal_years
from normalize.codes import split_code
from normalize.money import amount_in_yuan, states_unit
from normalize.text import fold
from parsers.layouts.head import Head, Stated, StatedAmount
from parsers.layouts.titles import title_kind, title_region
from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.span import Span
from schema.table import Budget, Fund, Indicator, PerformanceTable, TableKind

ROLES: Mapping[str, str] = {"total": "budget", "fiscal": "budget", "other": "budget", "adjusted": "other"}
"""The role of a fund where it is not the role of its label; the three parts of a budget are all of it."""
SPANNED = ("project_name", "project_code", "department", "agency", "agency_code", "region", "fiscal_year")


def assemble(
    head: Head, indicators: Sequence[Indicator], layout: str
) -> tuple[PerformanceTable, tuple[Diagnostic, ...]]:
    """The performance table a head and its indicators make, and what was odd about the head."""
    diagnostics: list[Diagnostic] = []
    project_code, project_name = _coded(head.first("project_name"), head.first("project_code"))
    agency_code, agency = _coded(head.first("agency"), head.first("agency_code"))
    _, department = _coded(head.first("department"), None)
    title = head.title.text if head.title is not None else None
    if title is None:
        diagnostics.append(Diagnostic(code=Code.TITLE_MISSING, span=_first_span(head)))
    year = _fiscal_year(head, title, project_name, diagnostics)
    table = PerformanceTable(
        title=title,
        kind=_kind(title, indicators),
        project_name=project_name,
        project_code=project_code,
        department=department,
        agency=agency,
        agency_code=agency_code,
        region=_text(head.first("region")) or title_region(title),
        fiscal_year=year,
        budget=_budget(head),
        funds=_funds(head, diagnostics),
        goal=_text(head.first("goal")),
        goal_midterm=_text(head.first("goal_midterm")),
        goal_actual=_text(head.first("goal_actual")),
        score=_text(head.first("score")),
        fields=tuple(head.fields),
        indicators=tuple(indicators),
        spans=_spans(head),
        layout=layout,
    )
    return table, tuple(diagnostics)


def _coded(name: Stated | None, code: Stated | None) -> tuple[str | None, str | None]:
    """The code and the name of a unit or project; a code of its own beats one in front of the name."""
    split, bare = split_code(name.text.replace("\n", "")) if name is not None else (None, None)
    return (code.text if code is not None else split), bare


def _kind(title: str | None, indicators: Sequence[Indicator]) -> TableKind:
    kind = title_kind(title)
    reports = any(indicator.actual is not None for indicator in indicators)
    return "project_selfeval" if title is None and reports else kind


def _fiscal_year(head: Head, title: str | None, project_name: str | None, diagnostics: list[Diagnostic]) -> int | None:
    """The year of the header field, else of the title, else at the head of the project name.

    A year that is in the title only because the project's name is, is the name's.
    """
    stated = head.first("fiscal_year")
    year = fiscal_years.from_field(stated.text) if stated is not None else None
    if year is None:
        year = fiscal_years.from_title(fold(title or "").replace(fold(project_name or ""), ""))
    if year is None and project_name is not None:
        year = fiscal_years.from_name(project_name)
        if year is not None:
            name = head.first("project_name")
            span = name.span if name is not None else None
            diagnostics.append(Diagnostic(code=Code.YEAR_FROM_NAME, args={"year": str(year)}, span=span))
    return year


def _budget(head: Head) -> Budget:
    parts: dict[str, str] = {}
    for amount in head.amounts:
        yuan = _yuan(amount, head)
        if amount.role in Budget.model_fields and yuan is not None:
            parts.setdefault(amount.role, yuan)
    return Budget(**parts)


def _funds(head: Head, diagnostics: list[Diagnostic]) -> tuple[Fund, ...]:
    funds = []
    for amount in head.amounts:
        if amount.role == "execution_rate" or not amount.stated.text:
            continue
        yuan = _yuan(amount, head)
        args = {"amount": amount.stated.text}
        if yuan is None:
            diagnostics.append(Diagnostic(code=Code.AMOUNT_UNREADABLE, args=args, span=amount.stated.span))
        elif yuan != "0" and not (states_unit(amount.stated.text) or amount.unit or head.unit_of_money):
            diagnostics.append(Diagnostic(code=Code.MONEY_UNIT_ASSUMED, args=args, span=amount.stated.span))
        role = ROLES.get(amount.role, amount.role)
        funds.append(
            Fund.model_validate({"role": role, "label": amount.label, "amount": yuan, "stated": amount.stated.text})
        )
    return tuple(funds)


def _yuan(amount: StatedAmount, head: Head) -> str | None:
    """The amount in yuan: its own unit, then its label's, then the unit line's, then 万元 as these forms print it."""
    yuan = amount_in_yuan(amount.stated.text, amount.unit or head.unit_of_money or "万元")
    return None if yuan is None else exact_text(Fraction(yuan))


def _text(stated: Stated | None) -> str | None:
    return stated.text if stated is not None else None


def _first_span(head: Head) -> Span | None:
    return next((field.span for field in head.fields), None)


def _spans(head: Head) -> dict[str, tuple[Span, ...]]:
    stated = {name: head.first(name) for name in (*SPANNED, "goal", "goal_midterm", "goal_actual", "score")}
    stated["title"] = head.title
    for amount in head.amounts:
        if amount.role in Budget.model_fields and amount.stated.text:
            stated.setdefault(f"budget.{amount.role}", amount.stated)
    return {name: (found.span,) for name, found in stated.items() if found is not None}
