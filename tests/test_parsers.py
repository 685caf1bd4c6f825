"""The two halves of the parsing floor joined: the one way from bytes to a Document."""

from parsers import Hints, interpret, read
from schema.limits import Limits
from tests.conftest import FORM


def test_bytes_become_tables() -> None:
    document = read(FORM.encode(), "修路.txt", Limits())
    (table,) = interpret(document, Hints(file_name="修路.txt")).tables
    assert (table.project_name, len(table.indicators)) == ("修路", 5)
