"""Which language a command speaks."""

import pytest

from ingest.language import choose, pick


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {"LANG": "zh_CN.UTF-8"}, "zh"),
        ([], {"LANG": "en_US.UTF-8"}, "en"),
        ([], {"LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ([], {"LC_MESSAGES": "zh_TW", "LANG": "C"}, "zh"),
        (["find", "--lang", "en"], {"LANG": "zh_CN"}, "en"),
        (["find", "--lang=zh-CN"], {}, "zh"),
        (["explain", "--", "--lang", "zh"], {}, "en"),
        (["find", "--lang", "fr"], {"LANG": "zh_CN"}, "zh"),
        (["find", "--lang"], {}, "en"),
    ],
)
def test_the_command_line_goes_before_the_locale(
    arguments: list[str], environment: dict[str, str], language: str
) -> None:
    assert choose(arguments, environment) == language


def test_pick() -> None:
    assert (pick("zh", zh="好", en="good"), pick("en", zh="好", en="good")) == ("好", "good")
