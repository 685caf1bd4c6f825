"""What the head of a form states: texts and amounts filed under the labels they stand beside."""

import re
from dataclasses import dataclass, field, replace

from normalize.money import amount_in_yuan, unit_line
from normalize.placeholders import is_placeholder
from normalize.text import fold
from parsers.layouts.grids.rows import Slot
from parsers.layouts.grids.uses import Uses
from parsers.layouts.words import labels
from parsers.layouts.words.funds import StatedAmount, labelled_amount, names_year, parts_alone, parts_within, with_stage
from parsers.layouts.words.label_list import bare
from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.span import Span
from schema.table import HeaderField


@dataclass(frozen=True, slots=True)
class Stated:
    """A text and where it stands."""

    text: str
    span: Span
    more: tuple[Span, ...] = ()

    @property
    def spans(self) -> tuple[Span, ...]:
        """Every place it stands in."""
        return self.span, *self.more

    def going_on(self, text: str, *spans: Span) -> "Stated":
        """The text with what stands below it, in one cell or several, as a line of its own."""
        more = (*self.more, *(span for span in spans if span not in self.spans))
        return Stated(f"{self.text}\n{text}", self.span, more)


@dataclass(frozen=True, slots=True)
class Paired:
    """A label, the text filed under it, and the name of the field it went to; None where that is an amount."""

    label: Slot
    slot: Slot
    name: str | None


@dataclass(slots=True)
class Head:
    """What the head of a form states.

    `heading` and `line_with_year` count where there is no title; `numbered` is the heading right above the header;
    `texts` holds the texts of each field as they come.

    `of_tasks` are the amounts a list of tasks adds up to, which count where no others say what the whole is.
    `unit_of_label` is the unit of money the last label above brought: 项目资金（万元）, its parts in rows of their own.
    `stages` says by column which stage of the money the last total stood for, so that 其中：财政拨款 below 中期资金总额
    is no part of the year's budget; `stage_over_row` that of a label that gathers the row, `stage_in_row` that of the
    last total in it. `above` is the last text of each column, for one that goes on in the row below, and
    `left` the column of the leftmost label: what stands there goes on with nothing. `over` are the labels of the last
    row that held nothing else, by column.
    """

    title: Stated | None = None
    heading: Stated | None = None
    line_with_year: Stated | None = None
    numbered: Stated | None = None
    title_above: str | None = None
    unit_of_money: str | None = None
    unit_of_label: str | None = None
    stages: dict[int, str] = field(default_factory=dict)
    stage_over_row: str | None = None
    stage_in_row: str | None = None
    texts: dict[str, list[Stated]] = field(default_factory=dict)
    amounts: list[StatedAmount] = field(default_factory=list)
    of_tasks: list[StatedAmount] = field(default_factory=list)
    fields: list[HeaderField] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    above: dict[int, Paired] = field(default_factory=dict, repr=False)
    left: int | None = None
    over: dict[int, Slot] = field(default_factory=dict, repr=False)

    def first(self, name: str) -> Stated | None:
        """The first text a field has, empty ones passed over."""
        for stated in self.texts.get(name, ()):
            if stated.text:
                return stated
        return None


def pair(label: Slot, text: Slot, head: Head, uses: Uses) -> None:
    """File a text under its label; of personal data only the fact that it was there is kept."""
    file_labelled(label.text, Stated(text.text, text.span), label.column, head)
    if labels.is_personal(label.text):
        uses.ignore("personal-data", [label, text])
    else:
        head.above[text.column] = Paired(label, text, labels.field_of(label.text))
        uses.use(label, text)


def file_labelled(label: str, stated: Stated, column: int | None, head: Head) -> None:
    """File a text under the field or the amount its label names; of personal data only that it was there."""
    name = labels.field_of(label)
    if labels.is_personal(label):
        head.diagnostics.append(Diagnostic(code=Code.PERSONAL_DATA, args={"label": label}, span=stated.span))
    elif name is not None:
        named = _COSTING.fullmatch(stated.text) if name == "project_name" else None
        if named is not None and labels.amount_of(named["label"]) and amount_in_yuan(named["amount"]) is not None:
            file_text(name, label, replace(stated, text=named["name"]), head)
            file_labelled(named["label"], replace(stated, text=named["amount"]), column, head)
        else:
            file_text(name, label, stated, head)
    else:
        _file_amount(label, stated, column, head)
        if (
            labels.amount_of(label) is None
            and labels.speaks_of_money(label)
            and amount_in_yuan(stated.text) is not None
        ):
            args = {"label": label, "amount": stated.text}
            head.diagnostics.append(Diagnostic(code=Code.AMOUNT_UNFILED, args=args, span=stated.span))
        head.fields.append(HeaderField(label=label, text=stated.text, span=stated.span))


_SEVERAL = 2
_COSTING = re.compile(r"(?P<name>.+?)\s*[(（](?P<label>[^()（）:：]{2,12})[:：]\s*(?P<amount>[^()（）]+)[)）]")
"""The name of a project with what it costs behind it: 图书采购（预算：150万元）."""


def _file_amount(label: str, stated: Stated, column: int | None, head: Head) -> None:
    whole, within = parts_within(stated.text)
    amount = labelled_amount(label, whole, stated.span)
    if amount is None:
        return
    head.unit_of_label = amount.unit or head.unit_of_label
    amount = with_stage(amount, _stage_above(amount, column, head))
    if amount.part == "total" and column is not None and amount.stage not in {"breakdown", "earlier"}:
        head.stages[column] = head.stage_in_row = amount.stage
    of_nothing = () if within else parts_alone(stated.text)  # 一般公共预算35万元，自筹15万元
    if not is_placeholder(stated.text) and len(of_nothing) < _SEVERAL:
        head.amounts.append(replace(amount, unit=head.unit_of_label))
    for name, text in within or (of_nothing if len(of_nothing) >= _SEVERAL else ()):
        part = labelled_amount(name, text, stated.span)
        if part is not None:
            head.amounts.append(replace(with_stage(part, amount.stage), unit=head.unit_of_label))


def _stage_above(amount: StatedAmount, column: int | None, head: Head) -> str:
    """The stage of an amount whose own label names none: that of the total it is a part of, or of a label over both."""
    if amount.stage != "year" or names_year(amount.label):
        return amount.stage
    of_total = None
    if amount.part != "total" and column is not None:
        of_total = head.stage_in_row or head.stages.get(column)
    return of_total or head.stage_over_row or "year"


def _goes_on(label: str, name: str, head: Head) -> bool:
    """Whether a label is the next of a row of numbered ones that name one field."""
    last = next((field.label for field in reversed(head.fields) if labels.field_of(field.label) == name), "")
    numbers = [_NUMBER.search(text) for text in (label, last)]
    return None not in numbers and bare(label) == bare(last) and len({*map(fold, (label, last))}) > 1


_NUMBER = re.compile(r"[0-9]+\s*[:：]?\s*$")


def file_text(name: str, label: str, stated: Stated, head: Head) -> None:
    """Keep the text of a header field under its name, and the pair as written; 年度目标2 goes on with 年度目标1."""
    texts = head.texts.setdefault(name, [])
    if texts and _goes_on(label, name, head):
        texts[-1] = texts[-1].going_on(stated.text, stated.span)
    else:
        texts.append(stated)
    head.fields.append(HeaderField(label=label, text=stated.text, span=stated.span))
    if name == "unit_of_money":
        head.unit_of_money = unit_line(f"单位:{stated.text}") or head.unit_of_money
