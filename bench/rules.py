"""docs/rules.md, from the heads of the rules: `python -m bench.rules` writes it."""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from audit.findings import SEVERITIES, Rule, Scope, Stage
from audit.rules.facts import inputs
from audit.rules.figures import FUNCTIONS
from audit.rules.registry import built_in

PAGE = Path(__file__).parents[1] / "docs" / "rules.md"

_ABOUT = """# The review rules

`jixiao audit --db FILE` puts 61 rules to the tables of a database. A finding is a question to ask, never a verdict:
it
names the table or the indicator, the evidence, the place and the basis. Every rule is one file in `audit/rules`: a
query
(`R33.sql`), or, for the six that SQL cannot say (R93–R98), a head (`R93.toml`) beside a small module. This page is
written
from their heads (`python -m bench.rules`); a test compares.

The basis names the paper a rule follows from. Numbers of papers and shares that are usual come from knowledge of
the field;
look them up before quoting them.

## What a rule is put to

Tables of the kinds it names: target tables, adjustments, self-evaluations, monitoring (`stages`), of projects,
offices and
regions (`scopes`). A scoring framework (kind `other`) is no target and never met. Mid-term and annual targets are
not mixed:
what is asked of the whole table is asked of its annual indicators, where it has any.

A table that lacks what a rule needs is **not evaluable**, with the reason, never "no finding":

| input | a table without it |
|---|---|
{inputs}

Money is compared in yuan, other values only in one canonical unit and per the same (元/亩 is not 元). Weights may be
points,
percent or fractions. Rows of 其中 count within the row above. Findings of severity `review` are to be looked at in the
original first.

## Settings

`--config FILE.toml`:

```toml
skip = ["R31"]            # rules that are left out

[rules.R70]
least = 85                # a parameter, as listed below

[rules.R05]
exempt = ["涉密", "债务"]   # projects whose names hold one of these are "not evaluable", as exempted
```

## Exempting

`jixiao audit exempt KEY… --db FILE --reason … --name …` exempts findings (`--show` prints their keys). An exemption
goes by
the keys of table and indicator, so that it survives importing again. **It holds for the evidence of its time**:
where the
stated value, the budget or other evidence has changed, the finding is shown as exempted for an earlier value and
counts as
open. `--rule R05 --table KEY` (and `--indicator KEY`) exempts a table or an indicator from a rule whatever it says.
`accept` notes that a finding is taken up; `withdraw` ends either; `list` shows all, `list --withdrawn` also what
was ended.
Nothing is erased. All of it stands in `FILE.audit` beside the database, with the findings of the last run: a copy
of the
database takes its decisions along when both files are copied.

## Rules of your own

`--rules FOLDER` adds every `.sql` file of a folder; one with the code of a rule of jixiao takes its place. The
comment lines a
file opens with are TOML, the rest is one query:

```sql
-- code = "X01"
-- severity = "medium"
-- title_zh = "维修费偏高"
-- title_en = "repairs cost much"
-- reason_zh = "维修费占预算的比例高于常规。"
-- reason_en = "Repairs take an unusual share of the budget."
-- message_zh = "“{{name}}”为 {{cost}}，超过预算 {{budget}} 的三成。请核实。"
-- message_en = "'{{name}}' is {{cost}}, more than three tenths of {{budget}}. Please ask why."
-- basis = "本局审核要点"
-- needs = ["budget"]
-- [parameters.share]
-- default = 0.3
-- zh = "最大占比"
-- en = "largest share"
SELECT table_id, indicator_id, yuan(high) AS cost, yuan(total) AS budget
FROM planned
WHERE is_cost AND dimension = 'money' AND per IS NULL AND name LIKE '%维修%' AND high > :share * total
```

A row must have `table_id`; `indicator_id` where it is about one; `part` where one table or indicator can be found
twice;
`severity` where it differs from the head. Every other column is evidence, and can stand in the messages in braces.
A column
with a twin in `_en` is told in both languages and is no evidence. Parameters are bound by name; a list is JSON
(`json_each(:words)`). The query can read and nothing else, and is stopped after ten minutes; an error names file
and line.

What to ask, all temporary tables of the connection (`audit/rules/facts.sql`), beside the tables of docs/database.md:

- `project`: a row a table: table_id, key, lineage, kind, stage, scope, name, project_name, folded (the name without
  spaces and
  width), department, agency, office, region, fiscal_year, total, fiscal, other (yuan), ceiling (the largest amount
  of the head),
  goal, goal_midterm, goal_actual, score, execution_budget, executed, execution_rate, execution_weight,
  execution_score, period
  (annual where it has annual indicators), usable (how many have values), weights, weight_scale, scores, actuals,
  deviations
- `indicator`: table_id, indicator_id, level1, level2, name, folded, bare (without years), description,
  stated_value, said (folded),
  stated_unit, weight, stated_actual, reached (folded), score, deviation, history, nature, direction,
  direction_stated, period,
  area, parent, joined, is_cost, is_satisfaction, is_execution, is_usable, is_not_applicable, has_grades
- `planned`: a row a reading of a target: the same, and kind, text, subject, comparator, explicit, value, unit,
  measure (the canonical
  unit, inferred ones included), dimension, low, high, low_open, high_open, per, basis, change, hedge, trigger,
  not_before, not_after,
  granularity, inferred, recurrence, truth, sense, reason, is_main (of the period that counts), fiscal_year, total,
  ceiling
- `actual`: a row a reading of what was achieved
- `achieved`: indicators with one target and one result: status (met, missed, not_comparable), margin, aimed, got
- `fund`: the amounts of the head

Functions: {functions}.

## The rules
"""


def page() -> str:
    """The page as it should stand."""
    listed = "\n".join(f"| `{name}` | {said.zh} · {said.en} |" for name, said in inputs().items())
    functions = ", ".join(f"`{name}`" for name in ("fold", *FUNCTIONS))
    rules = [ask.rule for ask in built_in()]
    return "\n".join((_ABOUT.format(inputs=listed, functions=functions), *_overview(rules), "", *_each(rules)))


def _overview(rules: list[Rule]) -> Iterator[str]:
    yield "| rule | severity | | |"
    yield "|---|---|---|---|"
    for rule in sorted(rules, key=lambda rule: (SEVERITIES.index(rule.severity), rule.code)):
        yield f"| [{rule.code}](#{rule.code.lower()}) | {rule.severity} | {rule.title_zh} | {rule.title_en} |"


def _each(rules: list[Rule]) -> Iterator[str]:
    for rule in rules:
        yield f"### {rule.code}"
        yield ""
        yield f"**{rule.title_zh} · {rule.title_en}** ({rule.severity})"
        yield ""
        yield f"{rule.reason_zh} {rule.reason_en}"
        yield ""
        yield f"- asks: {rule.message_zh} · {rule.message_en}"
        yield f"- basis: {rule.basis}"
        yield f"- of: {_kinds(rule)}"
        if rule.needs:
            yield f"- needs: {', '.join(f'`{name}`' for name in rule.needs)}"
        for name, parameter in rule.parameters.items():
            shown = (
                "、".join(map(str, parameter.default)) if isinstance(parameter.default, tuple) else parameter.default
            )
            yield f"- `{name}` = {shown}: {parameter.zh} · {parameter.en}"
        yield ""


def _kinds(rule: Rule) -> str:
    names = {"target": "targets", "adjust": "adjustments", "selfeval": "self-evaluations", "monitor": "monitoring"}
    of = {"project": "projects", "dept": "offices", "region": "regions"}
    stages = ", ".join(names[stage] for stage in get_args(Stage) if stage in rule.stages)
    scopes = ", ".join(of[scope] for scope in get_args(Scope) if scope in rule.scopes)
    return f"{stages}; of {scopes}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
