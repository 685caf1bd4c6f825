"""What each sample must say, beside it in samples/golden; `python -m tests.golden` writes it anew for a person to read."""

import json
from collections.abc import Iterator
from pathlib import Path

from ingest.reading import read_source
from schema.limits import Limits

SAMPLES = Path(__file__).parents[1] / "samples"
DOCUMENTS = SAMPLES / "documents"
MADE = SAMPLES / "made"
NEGATIVES = SAMPLES / "negatives"
GOLDEN = SAMPLES / "golden"
FINDINGS = GOLDEN / "findings.txt"
"""What the review rules find in the documents; `python -m tests.findings` writes it."""
_WIDTH = 200


def golden_of(document: Path) -> Path:
    """Where the golden of a document stands."""
    return GOLDEN / f"{document.name}.json"


def with_golden() -> list[Path]:
    """Every sample that has a golden, by its name; one with a table in it, or one that says why there is none."""
    return sorted((*DOCUMENTS.iterdir(), *MADE.iterdir()), key=lambda document: document.name)


def rendered(document: Path) -> str:
    """What a document says now: JSON without its nulls, broken only where a line grows long."""
    reading = read_source(document, document.name, Limits()).reading
    return "".join(_lines(reading.model_dump(mode="json", exclude_none=True), "")) + "\n"


def _lines(value: object, indent: str) -> Iterator[str]:
    flat = json.dumps(value, ensure_ascii=False)
    if len(indent) + len(flat) <= _WIDTH or not isinstance(value, dict | list):
        yield flat
        return
    first, last = ("{", "}") if isinstance(value, dict) else ("[", "]")
    items = value.items() if isinstance(value, dict) else ((None, item) for item in value)
    yield first
    for number, (key, item) in enumerate(items):
        yield ("," if number else "") + f"\n{indent} "
        if key is not None:
            yield json.dumps(key, ensure_ascii=False) + ": "
        yield from _lines(item, indent + " ")
    yield f"\n{indent}{last}"


def main() -> None:
    """Write every golden, and remove those whose document is gone."""
    GOLDEN.mkdir(exist_ok=True)
    wanted = {golden_of(document): rendered(document) for document in with_golden()}
    for path in set(GOLDEN.iterdir()) - {*wanted, FINDINGS}:
        path.unlink()
    for path, text in wanted.items():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
