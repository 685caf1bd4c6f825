"""A score in the head under a label that may be that of the money or that of the whole: 预算数 | 60 | 得分 | 98."""

from collections.abc import Sequence
from decimal import Decimal

from normalize.money import amount_in_yuan
from normalize.text import fold
from parsers.layouts.heads.head import Head, Stated
from parsers.layouts.words import labels
from schema.table import Indicator

_MOST_OF_ALL = 50
"""Of a hundred points the money has no more than the indicators have together."""


def file_whole_score(head: Head, indicators: Sequence[Indicator]) -> None:
    """File such a score as that of the form where no other is, and all indicators together have no more.

    The score of the money alone is less than that.
    """
    if head.first("score") is not None:
        return
    held = {i.spans["score"][0]: _points(i.score) for i in indicators if i.score and i.spans.get("score")}
    together = sum((points for points in held.values() if points is not None), Decimal(0))
    if together < _MOST_OF_ALL:
        return
    for field in head.fields:
        points = _points(field.text) if labels.column(field.label) == "score" else None
        if points is not None and points >= together:
            head.texts["score"] = [Stated(field.text, field.span)]
            return


def _points(text: str) -> Decimal | None:
    return amount_in_yuan(fold(text).removesuffix("分"))
