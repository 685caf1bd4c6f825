"""Names of projects with what they cost behind them, in brackets that say nothing else: 设备更新（600万元）."""

import re

from normalize.money import amount_in_yuan, states_unit
from parsers.layouts.heads.head import Head, Stated
from parsers.layouts.words.funds import StatedAmount

_PRICED = re.compile(r"(?P<name>.*\S)\s*[(（]\s*(?:共|共计|合计)?(?P<amount>\d[\d,.]*\s*[百千万亿]*元)\s*[)）]")


def take_price(head: Head) -> None:
    """Take the amount behind the name of a project as its money, where nothing else states any.

    Where another amount is stated, that in the brackets may be of anything, and stays a part of the name.
    """
    named = head.first("project_name")
    match = _PRICED.fullmatch(named.text) if named is not None else None
    if named is None or match is None or head.amounts or head.of_tasks:
        return
    amount = match["amount"]
    if amount_in_yuan(amount) is None or not states_unit(amount):
        return
    label = next((field.label for field in head.fields if field.span == named.span), "")
    head.amounts = [StatedAmount("budget", "total", label, None, amount, named.span)]
    head.texts["project_name"] = [Stated(match["name"], named.span, named.more)]
