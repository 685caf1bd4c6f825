"""`jixiao audit`: the review rules put to a database, and what people decide about their findings."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import click

from audit.commands.findings import told_findings, told_summary
from audit.database import reading
from audit.export.findings import finding_sheet
from audit.export.separated import write_csv
from audit.findings import SEVERITIES, STATES
from audit.rules.configuration import Configuration, read_configuration
from audit.rules.registry import Ask, asks
from audit.side import beside
from audit.side.review import Review, Wanted, reviewing
from ingest.bilingual import Entry, Group, both
from ingest.exits import CommandError, Exit
from ingest.json_lines import line
from ingest.options import NAME, YEAR
from ingest.outputs import refuse_overwriting
from ingest.terminal import Terminal

_COMMANDS = (
    Entry(
        "exempt", "audit.commands.exempting", zh="豁免疑点，写明理由和姓名", en="exempt findings, with reason and name"
    ),
    Entry("accept", "audit.commands.accepting", zh="受理疑点，写明处理意见", en="take findings up, with a note"),
    Entry("withdraw", "audit.commands.withdrawing", zh="撤回豁免或受理", en="withdraw what was decided"),
    Entry("list", "audit.commands.deciding", zh="列出已作的决定", en="list what was decided"),
    Entry("rules", "audit.commands.ruling", zh="列出审核规则及其参数", en="list the rules and their parameters"),
)
_HELP = both(
    zh="用审核规则检查数据库中的绩效表，列出疑点。疑点是要问的问题，不是结论；每条注明依据和出处。\n\n"
    "缺少所需内容的表记为“无法评估”，不记为“无疑点”。疑点存入数据库旁的审核库（FILE.audit），豁免和受理按键记录，"
    "重新导入后仍有效；豁免后依据改变的，重新计为未处理。\n\n没有疑点时退出码为 4。",
    en="Put the review rules to the tables of a database, and list what they find. A finding is a question to ask,"
    " never a verdict; each names its basis and its place.\n\n"
    "A table that lacks what a rule needs is 'not evaluable', never 'no finding'. Findings are kept beside the database"
    " (FILE.audit); exemptions go by keys and survive importing again, but count as open where the evidence changed."
    "\n\nExit code 4: nothing was found.",
)
RULES = click.option(
    "--rules",
    "folders",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help=both(zh="自定义规则（.sql）所在文件夹，可多次", en="a folder of rules of your own (.sql); may be repeated"),
)


@click.command("audit", cls=Group, entries=_COMMANDS, invoke_without_command=True, help=_HELP)
@click.option(
    "--db", "database", type=click.Path(path_type=Path), metavar="FILE", help=both(zh="数据库文件", en="the database")
)
@click.option(
    "--rule",
    "codes",
    multiple=True,
    type=NAME,
    help=both(zh="只用此规则，可多次", en="this rule alone; may be repeated"),
)
@click.option("--severity", type=click.Choice(SEVERITIES), help=both(zh="只列此级别", en="findings of this severity"))
@click.option("--state", type=click.Choice(STATES), help=both(zh="只列此状态", en="findings of this state"))
@click.option("--department", type=NAME, help=both(zh="部门或单位名称含", en="department or agency contains"))
@click.option("--project", "project_name", type=NAME, help=both(zh="项目名称含", en="project name contains"))
@click.option("--year", "fiscal_year", type=YEAR, help=both(zh="预算年度", en="fiscal year"))
@click.option(
    "--config",
    "file",
    type=click.Path(path_type=Path),
    metavar="FILE.toml",
    help=both(zh="规则参数", en="parameters of rules"),
)
@RULES
@click.option(
    "--by", type=click.Choice(["rule", "project", "department"]), default="rule", show_default=True,
    help=both(zh="按什么汇总", en="what to sum by"),
)  # fmt: skip
@click.option("--show", is_flag=True, help=both(zh="逐条列出疑点", en="list each finding"))
@click.option("--json", "as_json", is_flag=True, help=both(zh="输出 JSON", en="print JSON"))
@click.option(
    "--csv",
    "csv",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=both(zh="把疑点写成 CSV", en="write the findings as CSV"),
)
@click.pass_context
def command(context: click.Context, /, **said: Any) -> int:
    """Check, keep, and show."""
    if context.invoked_subcommand is not None:
        return Exit.WELL
    if said["database"] is None:
        raise click.MissingParameter(ctx=context, param=context.command.params[0])
    return _audit(context.find_object(Terminal) or Terminal(), **said)


def _audit(terminal: Terminal, /, *, database: Path, codes: tuple[str, ...], csv: Path | None, **said: Any) -> int:
    file, folders = said.pop("file"), said.pop("folders")
    refuse_overwriting([csv], database, read=[file, *_rule_files(folders)])
    by, show, as_json = said.pop("by"), said.pop("show"), said.pop("as_json")
    every = asks(folders)
    configuration = Configuration() if file is None else read_configuration(file, [ask.rule for ask in every])
    chosen = _chosen(every, codes, configuration)
    if codes:  # a rule that is asked for by its code is not left out
        configuration = configuration.model_copy(update={"skip": ()})
    wanted = Wanted(rules=tuple(ask.rule.code for ask in chosen), **said)
    with reading(database, strictly=False) as connection, _kept(database, terminal) as review:
        review.run(connection, chosen, configuration)
        if as_json:
            terminal.data(line(_object(review, wanted)))
        else:
            told_summary(review, by, wanted, terminal)
            if show:
                told_findings(review.findings(wanted), terminal)
        if csv is not None:
            sheet = finding_sheet(review.findings(wanted), terminal.language)
            count = write_csv(csv, sheet, terminal.language)
            terminal.tell(zh=f"已写入 {csv}：{count} 条", en=f"Written to {csv}: {count}")
        return Exit.WELL if review.count(wanted) else Exit.NOTHING_FOUND


def _rule_files(folders: tuple[Path, ...]) -> Iterator[Path]:
    for folder in folders:
        yield from folder.glob("*.sql")


def _chosen(every: tuple[Ask, ...], codes: tuple[str, ...], configuration: Configuration) -> list[Ask]:
    known = {ask.rule.code for ask in every}
    strange = [code for code in codes if code.upper() not in known]
    if strange:
        raise CommandError(
            Exit.USAGE,
            zh=f"没有规则 {strange[0]}；jixiao audit rules 列出全部规则",
            en=f"there is no rule {strange[0]}; jixiao audit rules lists all of them",
        )
    wanted = {code.upper() for code in codes} or known - {*configuration.skip}
    return [ask for ask in every if ask.rule.code in wanted]


@contextmanager
def _kept(database: Path, terminal: Terminal) -> Iterator[Review]:
    """The review beside the database; one in memory where nothing can be written there."""
    with ExitStack() as held:
        try:
            review = held.enter_context(reviewing(beside(database)))
        except CommandError as error:
            if error.code is not Exit.STORAGE:
                raise
            terminal.tell(zh=f"疑点未能保存：{error.zh}", en=f"the findings are not kept: {error.en}")
            review = held.enter_context(reviewing(None))
        yield review


def _object(review: Review, wanted: Wanted) -> dict[str, Any]:
    return {
        "format_version": 1,
        "rules": [
            {**rule.model_dump(mode="json"), "evaluations": [e.model_dump() for e in review.evaluations(rule.code)]}
            for rule in review.rules()
            if rule.code in (wanted.rules or ())
        ],
        "findings": [finding.plain() for finding in review.findings(wanted)],
    }
