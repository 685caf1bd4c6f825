"""`jixiao audit rules`: which rules there are, what each asks, and what can be set."""

from pathlib import Path

import click
from rich.text import Text

from audit.commands.auditing import RULES
from audit.findings import Rule, severity_name
from audit.rules.registry import rules
from ingest.bilingual import Command, both
from ingest.json_lines import line
from ingest.terminal import Terminal, harmless


@click.command(
    "rules",
    cls=Command,
    help=both(
        zh="列出审核规则：问什么、依据、参数。",
        en="List the review rules: what each asks, on what basis, with which parameters.",
    ),
)
@RULES
@click.option("--json", "as_json", is_flag=True, help=both(zh="输出 JSON", en="print JSON"))
@click.pass_obj
def command(terminal: Terminal, *, folders: tuple[Path, ...], as_json: bool) -> None:
    """Look, and tell."""
    found = rules(folders)
    if as_json:
        terminal.data(line({"format_version": 1, "rules": [rule.model_dump(mode="json") for rule in found]}))
        return
    console = terminal.console()
    for rule in found:
        console.print(
            Text(
                harmless(
                    f"{rule.code}  {severity_name(rule.severity, terminal.language)}  {rule.title(terminal.language)}"
                ),
                style="bold",
            )
        )
        console.print(Text(harmless(_told(rule, terminal)), style="dim"))


def _told(rule: Rule, terminal: Terminal) -> str:
    said = [f"    {rule.reason(terminal.language)}", f"    {rule.basis}"]
    said += [
        f"    {rule.code}.{name} = {parameter.default}  {terminal.pick(zh=parameter.zh, en=parameter.en)}"
        for name, parameter in rule.parameters.items()
    ]
    return "\n".join(said)
