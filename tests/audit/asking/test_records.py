"""Hits as flat records."""

from pathlib import Path

from audit.asking.find import Question, find
from audit.asking.records import COLUMNS, address_from, hit_sheet, links_from, record
from audit.database import reading


def test_every_column_is_there_and_null_where_there_is_nothing(sampled: Path) -> None:
    with reading(sampled) as connection:
        found, _ = find(connection, Question(), 1000)
    for hit in found:
        flat = record(hit, "zh")
        assert {column.name for column in COLUMNS} <= set(flat)
        assert flat["name"] == hit.name
    sheet = hit_sheet(found, "zh")
    assert len(list(sheet.rows)) == len(found)
    assert "link" not in {column.name for column in sheet.columns}


def test_links_lead_from_the_file_to_its_sources(tmp_path: Path) -> None:
    link = links_from(tmp_path / "out", tmp_path / "data" / "x.db")
    assert link("files", "甲/a#1.xlsx", None) == "external:../data/files/甲/a%231.xlsx\n甲/a#1.xlsx"
    address = address_from(tmp_path / "out", tmp_path / "data" / "x.db")
    assert address("files", 'a"<b>.txt', None) == "../data/files/a%22%3Cb%3E.txt"
