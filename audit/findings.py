"""What checking says: rules, what they found and where, what could not be told, and what people decided about it."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from pydantic import Field, StrictFloat, StrictInt, StrictStr

from ingest.language import pick
from schema.diagnostic import Language
from schema.model import Model

Severity = Literal["high", "medium", "low", "review"]
SEVERITIES: tuple[Severity, ...] = ("high", "medium", "low", "review")
State = Literal["open", "exempted", "accepted", "outdated"]
STATES: tuple[State, ...] = ("open", "exempted", "accepted", "outdated")
"""What people decided; outdated is exempted for evidence that has changed since, and counts as open."""
Stage = Literal["target", "adjust", "selfeval", "monitor"]
Scope = Literal["project", "dept", "region"]
Outcome = Literal["found", "clear", "not_evaluable"]
Scalar = StrictInt | StrictFloat | StrictStr
Setting = Scalar | tuple[Scalar, ...]


_SEVERITIES_ZH: dict[Severity, str] = {"high": "高", "medium": "中", "low": "低", "review": "核对"}
_STATES_ZH: dict[State, str] = {"open": "未处理", "exempted": "已豁免", "accepted": "已受理", "outdated": "豁免已失效"}


def severity_name(severity: Severity, language: Language) -> str:
    """A severity in a language.

    >>> severity_name("review", "zh"), severity_name("review", "en")
    ('核对', 'review')
    """
    return pick(language, zh=_SEVERITIES_ZH[severity], en=severity)


def state_name(state: State, language: Language) -> str:
    """What people decided about a finding, in a language.

    >>> state_name("open", "zh"), state_name("outdated", "en")
    ('未处理', 'outdated')
    """
    return pick(language, zh=_STATES_ZH[state], en=state)


@cache
def _labels() -> dict[str, dict[str, str]]:
    return tomllib.loads((files("audit.rules") / "evidence.toml").read_text(encoding="utf-8"))


def label(name: str, language: Language) -> str:
    """What evidence is called in a language; a name nobody listed stays as it is.

    >>> label("budget", "zh"), label("budget", "en"), label("own", "zh")
    ('预算', 'budget', 'own')
    """
    return _labels().get(name, {}).get(language, name)


class Parameter(Model):
    """A threshold of a rule that a configuration may set: its default, and what it means."""

    default: Setting
    zh: str
    en: str


class Rule(Model):
    """A question that is put to every table of some kinds.

    `stages` and `scopes` say which tables: target tables, adjustments, self-evaluations, monitoring; of projects,
    departments, regions. `needs` names the inputs without which a table cannot be judged. The messages hold
    {names} of evidence. `volatile` evidence may change without ending an exemption.
    """

    code: str = Field(pattern=r"^[A-Z][A-Z0-9_-]{0,19}$")
    severity: Severity
    title_zh: str
    title_en: str
    reason_zh: str
    reason_en: str
    message_zh: str
    message_en: str
    basis: str
    stages: tuple[Stage, ...] = ("target", "adjust", "selfeval")
    scopes: tuple[Scope, ...] = ("project", "dept", "region")
    needs: tuple[str, ...] = ()
    parameters: Mapping[str, Parameter] = {}
    volatile: tuple[str, ...] = ()

    def title(self, language: Language) -> str:
        """Its name for people."""
        return self.title_zh if language == "zh" else self.title_en

    def reason(self, language: Language) -> str:
        """Why it asks."""
        return self.reason_zh if language == "zh" else self.reason_en


class Exemption(Model):
    """A person's decision that a finding is no matter, with the reason; it holds for what was said then.

    `holds` is false where the finding rests on other evidence by now: it counts as open again, and the exemption is
    shown beside it.
    """

    finding_key: str
    reason: str
    name: str
    at: str
    holds: bool = True


class Finding(Model):
    """Something to ask about, never a verdict: which rule, about which table or indicator, on what evidence.

    `key` is made of keys alone and is the same in every import; `said` is a fingerprint of the evidence. `accepted` is
    the note of a person who took the question up.
    """

    key: str
    rule: str
    severity: Severity
    table_key: str
    indicator_key: str | None = None
    part: str = ""
    project_name: str | None = None
    department: str | None = None
    agency: str | None = None
    fiscal_year: int | None = None
    level1: str | None = None
    level2: str | None = None
    name: str | None = None
    stated_value: str | None = None
    evidence: Mapping[str, str] = {}
    source: str
    root: str = ""
    place: str | None = None
    row: int | None = None
    column: int | None = None
    message_zh: str
    message_en: str
    said: str = ""
    exempted: Exemption | None = None
    accepted: str | None = None

    @property
    def state(self) -> State:
        """What people decided about it."""
        if self.exempted is not None:
            return "exempted" if self.exempted.holds else "outdated"
        return "open" if self.accepted is None else "accepted"

    def message(self, language: Language) -> str:
        """The question for people."""
        return self.message_zh if language == "zh" else self.message_en

    def told(self, language: Language) -> dict[str, str]:
        """The evidence under names for people."""
        return {label(name, language): value for name, value in self.evidence.items()}

    def plain(self) -> dict[str, Any]:
        """Its fields as plain values, with its state."""
        return {**self.model_dump(mode="json"), "state": self.state}


class Evaluation(Model):
    """What became of a rule in some tables: so many found, clear, or not evaluable because of `why`.

    With `table_key` it is about that table alone.
    """

    rule: str
    outcome: Outcome
    tables: int = 1
    table_key: str | None = None
    why_zh: str = ""
    why_en: str = ""
