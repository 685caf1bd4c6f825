"""How right values are read, beside other readers: `python -m bench.accuracy` writes docs/value-accuracy.md."""

from collections.abc import Callable, Iterator
from fractions import Fraction

from bench import peers
from normalize import parse_value
from normalize.numbers import exact
from schema.target import Comparison
from tests.normalize.examples import Example, examples
from tests.normalize.test_targets import differences

PAGE = peers.ROOT / "docs" / "value-accuracy.md"
HEAD = """# How right values are read

Written by `python -m bench.accuracy`; do not edit. The examples are those of `tests/normalize/values.toml`: {count}
spellings of indicator values, each with what it means. The peers, pinned in `bench/peers.txt`, were made for other
work: they find numbers in a text and neither know these tables nor claim to. A number counts as found in any form it
may be given (as written, with its multiplier worked out, converted, as a share of one). Which numbers a value states is
taken from jixiao's reading, which the tests compare with the examples; its own figure under *numbers* is therefore no
measurement, and the figure to look at is *meaning*.

- **numbers**: values that state numbers; every number was found.
- **money**, **percent**: those of them whose numbers are money or percentages.
- **silence**: values that state no number (三公经费, GB/T 33190-2016, 有效提升); none was found.
- **meaning**: the whole reading is as the example says: kind, comparator, bounds, unit, denominator, basis, join. Only
  jixiao has one. The examples were written beside its rules, so its own figures say that nothing known is read wrong,
  not how it does on values nobody has seen; what is known to be read wrong is listed below.

"""
Found = list[str] | None


WORDED = {"once-each", "same-day", "zero-in-words", "relation"}
"""The rules that give a number nobody wrote down, which no reader of numbers can be asked for."""


def wanted(example: Example) -> Iterator[frozenset[Fraction]]:
    """The numbers that an example states, each in the ways it may be given."""
    read = parse_value(example.text, **example.beside)
    for target, rule in zip(read.targets, read.rules, strict=True):
        match target:
            case Comparison(value=str()) if rule not in WORDED:
                yield frozenset(_ways(target.value, target.low, target.high))
                if target.upper is not None:
                    yield frozenset(_ways(target.upper, target.high))


def _ways(*said: str | None) -> Iterator[Fraction]:
    """As written, as a share of one, or with its multiplier worked out."""
    for text in said:
        for scale in (1, Fraction(1, 100), 1000, 10**4, 10**8) if text is not None else ():
            yield exact(text or "0") * scale
            yield abs(exact(text or "0")) * scale


def finds_all(found: Found, example: Example) -> bool:
    """Whether every number of an example was found."""
    return found is not None and all({Fraction(text) for text in found} & ways for ways in wanted(example))


def is_silent(found: Found, _: Example) -> bool:
    """Whether no number was found."""
    return found is not None and not found


def own(example: Example) -> Found:
    """The numbers that jixiao finds."""
    targets = parse_value(example.text, **example.beside).targets
    said = [target for target in targets if isinstance(target, Comparison)]
    return [text for target in said for text in (target.value, target.upper) if text is not None]


def share(right: list[bool]) -> str:
    """How many of how many."""
    return f"{sum(right)} of {len(right)} ({100 * sum(right) / len(right):.1f} %)"


def has_unit(example: Example, unit: str) -> bool:
    """Whether a comparison of an example is in a unit."""
    return any(unit in {expected.get("unit_canonical"), expected.get("unit_inferred")} for expected in example.targets)


def main() -> None:
    """Ask everyone and write the page."""
    peers.prepare()
    cases = list(examples())
    answers: dict[str, list[Found]] = {"jixiao": [own(case) for case in cases]}
    answers |= peers.ask("numbers", [case.text for case in cases])
    numeric = [any(wanted(case)) and case.text != "" for case in cases]
    silent = [all(expected["kind"] in {"statement", "blank"} for expected in case.targets) for case in cases]
    money = [says and has_unit(case, "元") for says, case in zip(numeric, cases, strict=True)]
    percent = [says and has_unit(case, "%") for says, case in zip(numeric, cases, strict=True)]
    columns: list[tuple[str, list[bool], Callable[[Found, Example], bool]]] = [
        ("numbers", numeric, finds_all),
        ("money", money, finds_all),
        ("percent", percent, finds_all),
        ("silence", silent, is_silent),
    ]
    lines = [f"| reader | {' | '.join(name for name, _, _ in columns)} | meaning |", "|---" * (len(columns) + 2) + "|"]
    for name, given in answers.items():
        cells = [
            share([right(found, case) for found, case, asked in zip(given, cases, chosen, strict=True) if asked])
            for _, chosen, right in columns
        ]
        meaning = share([not differences(case, parse_value(case.text, **case.beside)) for case in cases])
        lines.append(f"| {name} | {' | '.join(cells)} | {meaning if name == 'jixiao' else '—'} |")
    known = [case.text for case in cases if case.group == "not-yet"]
    tail = f"\nKnown to be read wrong: {', '.join(f'`{text}`' for text in known) or 'none'}.\n"
    PAGE.write_text(HEAD.format(count=len(cases)) + "\n".join(lines) + "\n" + tail, encoding="utf-8")


if __name__ == "__main__":
    main()
