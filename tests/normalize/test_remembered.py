"""A memory of short texts that is bounded, and remembers no failure."""

import pytest

from normalize.remembered import remembered


def test_a_text_is_asked_once_and_a_long_one_each_time() -> None:
    asked: list[str] = []

    @remembered
    def length(text: str) -> int:
        asked.append(text)
        return len(text)

    long = "长" * 500
    assert [length("短"), length("短"), length(long), length(long)] == [1, 1, 500, 500]
    assert asked == ["短", long, long]


def test_it_forgets_before_it_grows_without_end() -> None:
    asked: list[str] = []

    @remembered
    def same(text: str) -> str:
        asked.append(text)
        return text

    for number in range(9000):
        assert same(str(number)) == str(number)
    assert same("0") == "0"
    assert asked.count("0") == 2


def test_none_is_remembered_and_an_error_is_not() -> None:
    asked: list[str] = []

    @remembered
    def nothing(text: str) -> None:
        asked.append(text)
        if text == "!":
            raise ValueError(text)

    nothing("a")
    nothing("a")
    for _ in range(2):
        with pytest.raises(ValueError, match="!"):
            nothing("!")
    assert asked == ["a", "!", "!"]
