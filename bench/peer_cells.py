"""Runs inside the peers' environment: files as JSON on standard input; for each the texts of its slots, or null."""

import json
import sys
from collections.abc import Callable, Iterator
from importlib import import_module


def _python_docx(path: str) -> Iterator[str]:
    docx = import_module("docx")
    for table in docx.Document(path).tables:
        for row in table.rows:
            yield from (cell.text for cell in row.cells)


def _openpyxl(path: str) -> Iterator[str]:
    openpyxl = import_module("openpyxl")
    for sheet in openpyxl.load_workbook(path, data_only=True):
        for row in sheet.iter_rows():
            yield from (cell.value for cell in row if isinstance(cell.value, str))


def _pandas(path: str) -> Iterator[str]:
    pandas = import_module("pandas")
    with open(path, "rb") as page:  # noqa: PTH123 - nothing of ours is imported here
        encoding = "gb18030" if b'charset="gb2312"' in page.read(1024) else None
    for table in pandas.read_html(path, flavor="lxml", encoding=encoding, thousands=None, keep_default_na=False):
        yield from (str(text) for text in table.columns if isinstance(text, str))  # a row of <th>
        yield from (text for row in table.to_numpy() for text in row if isinstance(text, str))


READERS: dict[str, Callable[[str], Iterator[str]]] = {"docx": _python_docx, "xlsx": _openpyxl, "html": _pandas}


def _texts(read: Callable[[str], Iterator[str]], path: str) -> list[str] | None:
    try:
        return list(read(path))
    except Exception:  # noqa: BLE001 - whatever a peer raises, it did not read the file
        return None


def main() -> None:
    """The texts of the slots of each file, as one line of JSON."""
    asked = json.load(sys.stdin)
    read = READERS[asked["format"]]
    print(json.dumps([_texts(read, path) for path in asked["files"]]))


if __name__ == "__main__":
    main()
