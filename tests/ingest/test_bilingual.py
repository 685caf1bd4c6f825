"""Commands that speak two languages."""

import click
import pytest

from audit.cli import app
from ingest.bilingual import Context, both, in_language
from ingest.terminal import Terminal
from schema.diagnostic import Language

NAMES = list(app().entries)


def help_of(name: str, language: Language) -> str:
    root = app()
    context = Context(root, obj=Terminal(language))
    command = root.get_command(context, name)
    assert command is not None
    return command.get_help(Context(command, parent=context, info_name=name))


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_help_in_both_languages(name: str) -> None:
    zh, en = help_of(name, "zh"), help_of(name, "en")
    assert "用法：" in zh
    assert "Usage:" in en
    assert "\x1f" not in zh + en
    described = [line for line in zh.splitlines() if line.startswith("  --")]
    assert described
    assert not any(line.isascii() for line in described if len(line.split("  ")) > 2), described


@pytest.mark.parametrize("name", NAMES)
def test_every_option_is_explained(name: str) -> None:
    command = app().get_command(Context(app(), obj=Terminal("en")), name)
    assert command is not None
    options = [param for param in command.params if isinstance(param, click.Option)]
    assert {"--lang", "--debug"} <= {opt for option in options for opt in option.opts}
    assert all(option.help for option in options)


def test_one_language_is_picked_and_the_command_itself_is_left_alone() -> None:
    command = click.Command("x", help=both(zh="好", en="good"), params=[click.Option(["--y"], help="plain")])
    assert (in_language(command, "zh").help, in_language(command, "en").help) == ("好", "good")
    assert command.help == both(zh="好", en="good")
