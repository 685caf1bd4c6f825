"""Every diagnostic is explained, and an example that can be run says what it is an example of."""

import pytest

from handbook.diagnostics import Entry, entries
from normalize import parse_value
from parsers.layouts import Hints, interpret
from schema.catalogue import Code
from tests.drawing import document


def test_every_code_has_its_entry_in_the_order_of_the_catalogue() -> None:
    assert list(entries()) == [code.value for code in Code]


@pytest.mark.parametrize("entry", entries().values(), ids=entries())
def test_an_entry_is_whole(entry: Entry) -> None:
    assert all(all(text.strip() for text in pair) for pair in (entry.cause, entry.cure))
    assert sum(example is not None for example in (entry.value, entry.drawn, entry.seen)) == 1


RUN = {code: entry for code, entry in entries().items() if entry.value is not None}
DRAWN = {code: entry for code, entry in entries().items() if entry.drawn is not None}


@pytest.mark.parametrize(("code", "entry"), RUN.items(), ids=RUN)
def test_an_example_value_says_it(code: str, entry: Entry) -> None:
    reading = parse_value(entry.value or "", unit=entry.unit, operator=entry.operator, name=entry.name)
    assert code in [diagnostic.code.value for diagnostic in reading.diagnostics]


@pytest.mark.parametrize(("code", "entry"), DRAWN.items(), ids=DRAWN)
def test_an_example_document_says_it(code: str, entry: Entry) -> None:
    found = interpret(document((entry.drawn or "").strip()), Hints(file_name="a.txt"))
    assert code in [diagnostic.code.value for diagnostic in found.diagnostics]
