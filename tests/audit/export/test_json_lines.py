"""JSON Lines."""

import json
from pathlib import Path

from audit.asking.find import Question, hits
from audit.database import reading
from audit.export.json_lines import write_json_lines


def test_a_line_each(sampled: Path, tmp_path: Path) -> None:
    with reading(sampled) as connection:
        assert write_json_lines(tmp_path / "a.jsonl", hits(connection, Question())) == 228
    found = [json.loads(line) for line in (tmp_path / "a.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(found) == 228
    assert {"source", "place", "row", "indicator_key", "target"} <= set(found[0])
