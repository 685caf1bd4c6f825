"""`jixiao audit exempt`: findings that are no matter, with a reason and a name."""

from pathlib import Path
from typing import Any

import click

from audit.side import beside
from audit.side.review import reviewing
from ingest.bilingual import Command, both
from ingest.commands.carrying import DATABASE
from ingest.exits import CommandError, Exit
from ingest.options import NAME
from ingest.terminal import Terminal

REASON = click.option("--reason", required=True, type=NAME, help=both(zh="理由", en="the reason"))
WHO = click.option("--name", required=True, type=NAME, help=both(zh="决定人姓名", en="who decides"))
KEYS = click.argument("keys", metavar="KEY…", nargs=-1)
_HELP = both(
    zh="豁免疑点（编号见 jixiao audit --show），写明理由和姓名。豁免针对当时的依据：指标值、预算等改变后，"
    "疑点重新计为未处理，并注明“豁免已失效”。\n\n"
    "用 --rule 和 --table 可豁免一张表（加 --indicator 为一个指标）不受某规则检查，不论其内容如何改变。",
    en="Exempt findings (jixiao audit --show names their keys), with a reason and a name. An exemption is about the"
    " evidence of its time: where value, budget or the like change, the finding counts as open again, as exempted for"
    " an earlier value.\n\n"
    "With --rule and --table a table (with --indicator one indicator) is exempted from a rule whatever it says.",
)


@click.command("exempt", cls=Command, help=_HELP)
@KEYS
@DATABASE
@REASON
@WHO
@click.option("--rule", type=NAME, help=both(zh="规则编号", en="the code of a rule"))
@click.option("--table", type=NAME, metavar="KEY", help=both(zh="绩效表的键", en="the key of a table"))
@click.option("--indicator", type=NAME, metavar="KEY", help=both(zh="指标的键", en="the key of an indicator"))
@click.pass_obj
def command(terminal: Terminal, /, *, database: Path, keys: tuple[str, ...], **said: Any) -> None:
    """Note the exemptions."""
    rule, table, indicator = said.pop("rule"), said.pop("table"), said.pop("indicator")
    if (rule is None) != (table is None) or (not keys and rule is None):
        raise CommandError(
            Exit.USAGE,
            zh="请给出疑点编号，或同时给出 --rule 和 --table",
            en="name the key of a finding, or both --rule and --table",
        )
    with reviewing(beside(database)) as review:
        for key in keys:
            review.exempt(key, **said)
        if rule is not None:
            review.exempt_rule(rule.upper(), table, indicator_key=indicator, **said)
    terminal.tell(zh=f"已豁免 {len(keys) or 1} 项", en=f"Exempted: {len(keys) or 1}")
