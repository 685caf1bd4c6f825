"""Every review rule: what it finds, what it leaves alone, and what it cannot judge, on documents read like any other."""

import re
from pathlib import Path

import pytest

from audit.database import reading
from audit.findings import Evaluation, Finding, label
from audit.rules.checking import check
from audit.rules.configuration import Configuration
from audit.rules.registry import asks, built_in, rules
from tests.audit.rules.changed_forms import CASES, Case, cases, form
from tests.command_line import CommandLine

ALL = [case for path in sorted(CASES.glob("*.toml")) for case in cases(path)]


def told(
    jixiao: CommandLine, folder: Path, documents: dict[str, str], code: str | None = None, **settings: object
) -> list[Finding | Evaluation]:
    """What rules say of documents."""
    (folder / "files").mkdir()
    for name, text in documents.items():
        (folder / "files" / name).write_text(text, encoding="utf-8")
    assert jixiao("import", folder / "files", "--db", folder / "demo.db").code == 0
    asked = [ask for ask in asks() if code is None or ask.rule.code == code]
    with reading(folder / "demo.db", strictly=False) as connection:
        return list(
            check(connection, asked, Configuration.model_validate({"settings": {code: settings} if code else {}}))
        )


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.rule} {case.about}")
def test_a_case(case: Case, jixiao: CommandLine, tmp_path: Path) -> None:
    said = told(jixiao, tmp_path, dict(case.documents), case.rule, **case.settings)
    found = [finding for finding in said if isinstance(finding, Finding)]
    assert sorted(finding.name or finding.part or "table" for finding in found) == sorted(case.finds)
    for finding in found:
        assert not re.search(r"[{}]|None", finding.message_zh + finding.message_en)
        assert "请" in finding.message_zh
        assert "lease" in finding.message_en
        assert finding.place is not None
        assert not [name for name in finding.evidence if label(name, "zh") == name], finding.evidence
    if case.lacks is not None:
        why = [e.why_zh for e in said if isinstance(e, Evaluation) and e.outcome == "not_evaluable"]
        assert any(case.lacks in each for each in why), said


@pytest.mark.parametrize("base", ["target", "selfeval"])
def test_a_form_without_fault_gives_no_finding(base: str, jixiao: CommandLine, tmp_path: Path) -> None:
    said = told(jixiao, tmp_path, {"a.txt": form(base)})
    assert [finding.message_zh for finding in said if isinstance(finding, Finding)] == []


def test_all_61_rules_are_here() -> None:
    assert len(built_in()) == 61
    assert len({ask.rule.code for ask in built_in()}) == 61


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_a_rule_has_a_case_it_finds_and_one_it_leaves_alone(rule: object) -> None:
    code = getattr(rule, "code", "")
    own = [case for case in ALL if case.rule == code]
    assert any(case.finds for case in own)
    assert any(not case.finds and case.lacks is None for case in own)
    assert any(case.lacks for case in own) or not getattr(rule, "needs", ())


def test_what_regions_sum_to_is_told_in_the_unit_of_the_target(jixiao: CommandLine, tmp_path: Path) -> None:
    (case,) = (case for case in ALL if case.rule == "R83" and case.finds)
    documents = {name: text.replace("公里", "亩") for name, text in case.documents.items()}
    (one,) = (said for said in told(jixiao, tmp_path, documents, "R83") if isinstance(said, Finding))
    assert (one.evidence["regional"], one.evidence["unit"]) == ("10", "亩")
