"""What an office sets for itself: thresholds of rules and rules that are left out, from a TOML file."""

import tomllib
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from pydantic import Field, TypeAdapter, ValidationError

from audit.findings import Rule, Setting
from ingest.exits import CommandError, Exit
from schema.model import Model


class Configuration(Model):
    """Settings by rule and parameter, and the codes of rules that are left out."""

    skip: tuple[str, ...] = ()
    settings: Mapping[str, Mapping[str, Setting]] = {}

    def values(self, rule: Rule) -> dict[str, Setting]:
        """The parameters of a rule: what was set, else the defaults."""
        own = self.settings.get(rule.code, {})
        return {name: own.get(name, parameter.default) for name, parameter in rule.parameters.items()}

    def fingerprint(self) -> str:
        """A short hash of what is set."""
        return sha256(self.model_dump_json().encode()).hexdigest()[:16]


class _File(Model):
    skip: tuple[str, ...] = ()
    rules: Mapping[str, Mapping[str, Setting]] = Field(default={})


_FILE = TypeAdapter(_File)


def read_configuration(path: Path, rules: Iterable[Rule]) -> Configuration:
    """The configuration of a file, checked against the rules it names; raises `CommandError`."""
    try:
        said = _FILE.validate_python(tomllib.loads(path.read_text(encoding="utf-8-sig")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _refused(path, str(error)) from error
    except ValidationError as error:
        first = error.errors()[0]
        raise _refused(path, f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from error
    known = {rule.code: rule for rule in rules}
    for code in [*said.skip, *said.rules]:
        if code not in known:
            raise _refused(path, f"没有规则 / no rule {code}")
    for code, settings in said.rules.items():
        for name, value in settings.items():
            _check(known[code], name, value, path)
    return Configuration(skip=said.skip, settings=said.rules)


def _check(rule: Rule, name: str, value: Setting, path: Path) -> None:
    parameter = rule.parameters.get(name)
    if parameter is None:
        there = "、".join(rule.parameters) or "—"
        raise _refused(path, f"规则 {rule.code} 没有参数 / has no parameter {name} ({there})")
    numbers = (int, float)
    if type(value) is not type(parameter.default) and not (
        isinstance(value, numbers) and isinstance(parameter.default, numbers)
    ):
        raise _refused(path, f"{rule.code}.{name} = {value!r}: {parameter.default!r}")


def _refused(path: Path, why: str) -> CommandError:
    return CommandError(
        Exit.USAGE,
        zh=f"配置文件 {path} 不可用（{why}）；jixiao audit rules 列出各规则的参数",
        en=f"configuration {path} cannot be used ({why}); jixiao audit rules lists the parameters",
    )
