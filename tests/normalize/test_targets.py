"""Every example of values.toml reads as it says."""

from typing import Any

import pytest

from normalize import Reading, parse_value
from schema.target import Target
from tests.normalize.examples import Example, examples

EXAMPLES = list(examples())


def _marks(example: Example) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(strict=True, reason="known to be read wrong")] if example.group == "not-yet" else []


def _fields(target: Target, expected: dict[str, Any]) -> dict[str, Any]:
    """The fields that an example names; a null is written as an empty text."""
    said = target.model_dump()
    return {name: "" if said[name] is None else said[name] for name in expected}


def differences(example: Example, reading: Reading) -> list[str]:
    """What a reading has other than its example says."""
    found: list[str] = []
    if len(reading.targets) != len(example.targets):
        return [f"{len(reading.targets)} targets: {[target.text for target in reading.targets]}"]
    for target, expected in zip(reading.targets, example.targets, strict=True):
        if target.kind != expected["kind"]:
            found.append(f"kind {target.kind} for {expected['kind']}")
        elif (fields := _fields(target, expected)) != expected:
            wrong = [name for name in expected if fields[name] != expected[name]]
            found += [f"{name} {fields[name]!r} for {expected[name]!r}" for name in wrong]
    if reading.join != example.join:
        found.append(f"join {reading.join} for {example.join}")
    missing = example.odd - {str(odd.code) for odd in reading.diagnostics}
    return found + [f"no diagnostic {code}" for code in sorted(missing)]


@pytest.mark.parametrize(
    "example",
    [pytest.param(example, id=f"{example.row}-{example.text}", marks=_marks(example)) for example in EXAMPLES],
)
def test_an_example_reads_as_it_says(example: Example) -> None:
    assert differences(example, parse_value(example.text, **example.beside)) == []


def test_every_phenomenon_has_an_example() -> None:
    assert {example.row for example in EXAMPLES} >= set(range(1, 176))


def test_bounds_that_contradict_each_other_stay_two_targets() -> None:
    reading = parse_value("≥30人，≤20人")
    assert [(target.kind, target.text) for target in reading.targets] == [
        ("comparison", "≥30人"),
        ("comparison", "≤20人"),
    ]
    assert reading.join == "and"
