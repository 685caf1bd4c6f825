"""The language a person is spoken to in: chosen once a command, from --lang or the locale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from schema.diagnostic import Language

_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


def from_locale(environment: Mapping[str, str]) -> Language:
    """Chinese under a Chinese locale, else English; the first variable that is set decides, as POSIX has it.

    >>> from_locale({"LANG": "zh_CN.UTF-8"}), from_locale({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}), from_locale({})
    ('zh', 'en', 'en')
    """
    locale = next((environment[name] for name in _LOCALE if environment.get(name)), "")
    return "zh" if locale.casefold().startswith("zh") else "en"


def named(name: str) -> Language | None:
    """The language that a word of the command line names.

    >>> named("zh-CN"), named("EN"), named("fr")
    ('zh', 'en', None)
    """
    match name.casefold().replace("_", "-").split("-")[0]:
        case "zh":
            return "zh"
        case "en":
            return "en"
        case _:
            return None


def choose(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """What --lang says anywhere before a `--`, else what the locale says.

    >>> choose(["find", "--lang", "zh"], {}), choose(["--lang=en", "doctor"], {"LANG": "zh_CN"}), choose(["--"], {})
    ('zh', 'en', 'en')
    """
    own = list(arguments)[: arguments.index("--")] if "--" in arguments else list(arguments)
    for place, argument in enumerate(own):
        option, _, value = argument.partition("=")
        if option == "--lang":
            return named(value or "".join(own[place + 1 : place + 2])) or from_locale(environment)
    return from_locale(environment)


def pick(language: Language, *, zh: str, en: str) -> str:
    """One of two sentences that say the same."""
    return zh if language == "zh" else en
