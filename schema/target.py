"""What one indicator value means: a comparison, a deadline, a statement, a blank, or digits nobody could read."""

from typing import Annotated, Literal

from pydantic import Field

from schema.model import Exact, IsoDate, Model

Comparator = Literal[">=", "<=", ">", "<", "=", "range", "~"]


class Comparison(Model):
    """A number to compare with: ≥22000件, 90%-95%, 不低于上年.

    `value` and `upper` are as written, without grouping and before any multiplier; `low` and `high` bound the values
    that meet the target, in `unit_canonical` or else in `unit_inferred`, null where there is no bound.

    >>> Comparison(text="≥22000件", comparator=">=", explicit=True, value="22000", unit="件",
    ...            unit_canonical="件", dimension="count:件", low="22000").kind
    'comparison'
    """

    kind: Literal["comparison"] = "comparison"
    text: str
    subject: str | None = None
    comparator: Comparator
    explicit: bool
    value: Exact | None = None
    upper: Exact | None = None
    unit: str = ""
    unit_canonical: str | None = None
    dimension: str | None = None
    unit_inferred: str | None = None
    low: Exact | None = None
    high: Exact | None = None
    low_open: bool = False
    high_open: bool = False
    per: str | None = None
    basis: str | None = None
    change: Literal["increase", "decrease"] | None = None
    hedge: str | None = None
    trigger: str | None = None


class Deadline(Model):
    """A time to be done by, or within: 2024年12月31日前, 2021年, 每月25日前."""

    kind: Literal["deadline"] = "deadline"
    text: str
    subject: str | None = None
    not_before: IsoDate | None = None
    not_after: IsoDate | None = None
    granularity: Literal["day", "month", "quarter", "year"]
    inferred: bool = False
    recurrence: str | None = None


class Statement(Model):
    """Words without a number: 合格, 有效提升, 全面排名前列."""

    kind: Literal["statement"] = "statement"
    text: str
    subject: str | None = None
    truth: bool | None = None
    sense: Literal["boolean", "grade", "scale", "trend", "rank", "reference", "text"]


class Blank(Model):
    """Nothing was stated: a placeholder of the form, 不适用, or an empty cell."""

    kind: Literal["blank"] = "blank"
    text: str
    subject: str | None = None
    reason: Literal["placeholder", "not_applicable", "missing"]


class Unparsed(Model):
    """It has digits and could not be read; never hidden, always counted."""

    kind: Literal["unparsed"] = "unparsed"
    text: str
    subject: str | None = None


Target = Annotated[Comparison | Deadline | Statement | Blank | Unparsed, Field(discriminator="kind")]
