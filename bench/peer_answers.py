"""Runs inside the peers' environment: a question as JSON on standard input, the answer as the last line of output."""

import json
import re
import sys
from collections.abc import Callable, Iterable
from fractions import Fraction
from importlib import import_module
from time import process_time
from typing import Any

import chinese2digits
import cn2an

DIGITS = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:/[0-9]+)?%?")


def _exact(text: str) -> list[str]:
    """A number as text, and a percentage both as written and as a share."""
    try:
        number = Fraction(text.rstrip("%").replace(",", ""))
    except (ValueError, ZeroDivisionError):
        return []
    return [str(number), str(number / 100)] if text.endswith("%") else [str(number)]


def _flat(texts: Iterable[object]) -> list[str]:
    return [number for text in texts for number in _exact(str(text))]


def _chinese2digits(text: str) -> list[str]:
    return _flat(chinese2digits.takeNumberFromString(text)["digitsStringList"])


def _cn2an(text: str) -> list[str]:
    return _flat(DIGITS.findall(cn2an.transform(text, "cn2an")))


def _jionlp() -> Callable[[str], list[str]]:
    jionlp = import_module("jionlp")  # here, because its start takes seconds that a question of speed need not wait

    def read(text: str) -> list[str]:
        found = jionlp.ner.extract_money(text, with_parsing=True) or []
        return _flat(part for money in found for part in _parts(money["detail"]["num"]))

    return read


def _parts(number: Any) -> list[Any]:
    return list(number) if isinstance(number, list) else [number]


def _recognizers() -> Callable[[str], list[str]]:
    numbers, units = import_module("recognizers_number"), import_module("recognizers_number_with_unit")
    asked = (
        numbers.recognize_number,
        numbers.recognize_percentage,
        units.recognize_currency,
        units.recognize_dimension,
    )

    def read(text: str) -> list[str]:
        found = [result.resolution for ask in asked for result in ask(text, "zh-cn")]
        return _flat(said["value"] for said in found if said and said.get("value"))

    return read


RAISED = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What a peer was seen to raise on texts it does not understand; a wrong answer."""


def _answers(read: Callable[[str], list[str]], texts: list[str]) -> list[list[str] | None]:
    """Each text's numbers; None where the peer raised."""
    answers: list[list[str] | None] = []
    for text in texts:
        try:
            answers.append(read(text))
        except RAISED:
            answers.append(None)
    return answers


def _speed(texts: list[str]) -> float:
    start = process_time()
    for text in texts:
        chinese2digits.takeNumberFromString(text)
    return len(texts) / (process_time() - start)


def main() -> None:
    """Answer one question."""
    asked = json.load(sys.stdin)
    if asked["task"] == "speed":
        print(json.dumps(_speed(asked["texts"])))
        return
    readers = {
        "chinese2digits": _chinese2digits,
        "cn2an": _cn2an,
        "JioNLP": _jionlp(),
        "Recognizers-Text": _recognizers(),
    }
    print(json.dumps({name: _answers(read, asked["texts"]) for name, read in readers.items()}))


if __name__ == "__main__":
    main()
