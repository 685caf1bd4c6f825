"""Every review rule, from its head: what it asks, why, on what basis, of which tables, with which parameters."""

from audit.findings import SEVERITIES, Rule, Scope, Setting, Stage, severity_name
from audit.rules.facts import inputs
from audit.rules.figures import FUNCTIONS
from audit.rules.registry import built_in
from handbook.page import Page, code, page, table
from ingest.language import pick
from schema.diagnostic import Language

_STAGES: dict[Stage, tuple[str, str]] = {
    "target": ("目标表", "targets"),
    "adjust": ("调整表", "adjustments"),
    "selfeval": ("自评表", "self-evaluations"),
    "monitor": ("监控表", "monitoring"),
}
_SCOPES: dict[Scope, tuple[str, str]] = {
    "project": ("项目", "projects"),
    "dept": ("部门", "offices"),
    "region": ("地区", "regions"),
}


def written(language: Language) -> Page:
    """The page of rules: all of them by severity, each in the order of its code, the inputs, the functions of SQL."""
    rules = [ask.rule for ask in built_in()]
    needed = pick(language, zh="## 依据", en="## Inputs")
    functions = pick(language, zh="## SQL 函数", en="## Functions of SQL")
    listed = ", ".join(code(name) for name in ("fold", *FUNCTIONS))
    return page("rules", language, [_overview(rules, language), *(_rule(rule, language) for rule in rules),
                                    needed, _inputs(language), functions, listed])  # fmt: skip


def _overview(rules: list[Rule], language: Language) -> str:
    headings = pick(language, zh="规则 级别 疑点", en="rule severity finding").split()
    ordered = sorted(rules, key=lambda rule: (SEVERITIES.index(rule.severity), rule.code))
    rows = [
        (f"[{rule.code}](#{rule.code.lower()})", severity_name(rule.severity, language), rule.title(language))
        for rule in ordered
    ]
    return table(headings, rows)


def _rule(rule: Rule, language: Language) -> str:
    lines = [
        (pick(language, zh="疑点", en="finding"), f"{rule.title(language)} ({severity_name(rule.severity, language)})"),
        (pick(language, zh="理由", en="reason"), rule.reason(language)),
        (pick(language, zh="提问", en="asks"), pick(language, zh=rule.message_zh, en=rule.message_en)),
        (pick(language, zh="依据文件", en="basis"), rule.basis),
        (pick(language, zh="适用", en="of"), _kinds(rule, language)),
        (pick(language, zh="需要", en="needs"), ", ".join(map(code, rule.needs))),
        *(
            (code(name), f"{_shown(parameter.default)}; {pick(language, zh=parameter.zh, en=parameter.en)}")
            for name, parameter in rule.parameters.items()
        ),
    ]
    return "\n".join([f"## {rule.code}\n", *(f"- {name}: {said}" for name, said in lines if said)])


def _shown(setting: Setting) -> str:
    return "、".join(map(str, setting)) if isinstance(setting, tuple) else str(setting)


def _kinds(rule: Rule, language: Language) -> str:
    named = [(_STAGES[stage] for stage in rule.stages), (_SCOPES[scope] for scope in rule.scopes)]
    stages, scopes = (", ".join(pick(language, zh=zh, en=en) for zh, en in names) for names in named)
    return f"{stages}; {scopes}"


def _inputs(language: Language) -> str:
    headings = pick(language, zh="名称|缺少时", en="input|a table without it").split("|")
    return table(headings, [(code(name), pick(language, zh=said.zh, en=said.en)) for name, said in inputs().items()])
