"""Codes of a database in the words of a person, as the pages have them: 区域绩效目标 for region_target."""

from audit.texts import text
from schema.diagnostic import Language


def kind_name(kind: str, language: Language) -> str:
    """The kind of a table in a language.

    >>> kind_name("monitor", "zh"), kind_name("monitor", "en")
    ('运行监控', 'Monitoring')
    """
    return text(language, f"kind.{kind}")


def target_name(kind: str, language: Language) -> str:
    """The kind of a target in a language.

    >>> target_name("comparison", "zh"), target_name("deadline", "en")
    ('数值', 'deadline')
    """
    return text(language, f"target.{kind}")


def diagnostic_name(severity: str, language: Language) -> str:
    """How much a diagnostic matters, in a language.

    >>> diagnostic_name("warning", "zh")
    '请核对'
    """
    return text(language, f"severity.{severity}")
