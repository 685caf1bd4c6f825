"""When two tables are the same table, and when they say the same: a PDF beside the Word file it was made from."""

import json
from hashlib import sha256
from operator import attrgetter

from normalize.text import fold
from schema.table import Indicator, PerformanceTable

_OF_THE_TABLE = ("project_name", "department", "agency", "region", "goal", "goal_midterm", "goal_actual", "score")
_OF_AN_INDICATOR = ("level1", "level2", "name", "description", "weight", "actual", "score", "deviation", "standard",
                    "history", "remark", "period", "area", "previous", "forecast")  # fmt: skip
_STATED = ("value", "operator", "unit")
_indicator_words, _stated_words = attrgetter(*_OF_AN_INDICATOR), attrgetter(*_STATED)
_DIGITS = 16


def identified(table: PerformanceTable) -> bool:
    """Whether a table says whose it is, what for, and of which year, so that an equal key means the same table.

    >>> named = PerformanceTable(kind="project_target", project_name="修路", fiscal_year=2024, layout="form")
    >>> identified(named), identified(named.model_copy(update={"agency": "公路处"}))
    (False, True)
    """
    owner = table.agency_code or table.agency or table.department
    if table.kind.startswith("region"):
        owner = owner or table.region
    about = table.project_code or table.project_name or table.kind.startswith(("dept", "region"))
    return bool(owner and about and table.fiscal_year is not None)


def content(table: PerformanceTable) -> str:
    """A hash of what a table says, whatever its format, its layout, its spaces and the places of its cells.

    >>> wide = PerformanceTable(kind="project_target", project_name="修路 （一期）", layout="form")
    >>> content(wide) == content(wide.model_copy(update={"project_name": "修路(一期)", "layout": "list"}))
    True
    """
    budget = [table.budget.total, table.budget.fiscal, table.budget.other]
    funds = sorted([fund.role, fund.amount or fold(fund.stated)] for fund in table.funds)
    said = [table.kind, table.fiscal_year, budget, funds, [fold(getattr(table, name) or "") for name in _OF_THE_TABLE]]
    whole = json.dumps([said, [_said(indicator) for indicator in table.indicators]])
    return sha256(whole.encode()).hexdigest()[:_DIGITS]


def _said(indicator: Indicator) -> list[str]:
    words = (*_indicator_words(indicator), *_stated_words(indicator.stated))
    return [fold(word) if word else "" for word in words]
