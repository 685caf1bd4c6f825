"""Weights and scores that one cell holds for several indicators, merged down: each carries it, their sum would not."""

from collections import defaultdict
from collections.abc import Sequence

from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.span import Span
from schema.table import Indicator

_ROLES = ("weight", "score")


def shared_scores(indicators: Sequence[Indicator]) -> list[Diagnostic]:
    """What is to be said of weights and scores that stand in one cell for indicators in several rows."""
    found: list[Diagnostic] = []
    for role in _ROLES:
        rows: dict[Span, set[Span]] = defaultdict(set)
        texts: dict[Span, str] = {}
        for indicator in indicators:
            held, named = indicator.spans.get(role), indicator.spans.get("name")
            text = getattr(indicator, role)
            if text and held and named:
                rows[held[0]].add(named[0])
                texts[held[0]] = text
        found += (
            Diagnostic(
                code=Code.SCORE_SHARED, args={"field": role, "text": texts[span], "count": str(len(names))}, span=span
            )
            for span, names in rows.items()
            if len(names) > 1
        )
    return found
