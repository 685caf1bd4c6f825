"""One table as the database holds it."""

from pathlib import Path

from audit.database import reading
from audit.web.published import MOST, published, tables_of
from tests.command_line import CommandLine


def key_of(database: Path) -> str:
    with reading(database) as connection:
        return str(connection.execute("SELECT key FROM tables").fetchone()[0])


def test_a_table_with_its_indicators_and_their_readings(database: Path) -> None:
    with reading(database) as connection:
        table = published(connection, key_of(database))
    assert table is not None
    assert (table.facts["project_name"], table.facts["path"], len(table.rows)) == ("修路", "road.txt", 5)
    first = table.rows[0]
    assert (first.figures["value"].text, first.figures["value"].spans[0].row, first.planned[0].kind) == (
        "≥12公里", 4, "comparison",
    )  # fmt: skip
    assert ("实施单位", "公路处") in [(label, figure.text) for label, figure in table.labelled]


def test_a_diagnostic_stands_with_the_indicator_it_is_about(database: Path) -> None:
    with reading(database) as connection:
        table = published(connection, key_of(database))
    assert table is not None
    told = {row.figures["name"].text: [odd.code for odd in row.oddities] for row in table.rows}
    assert told["群众满意度"] == ["unit-inferred"]
    assert told["修路里程"] == []


def test_what_is_not_there(database: Path) -> None:
    with reading(database) as connection:
        assert published(connection, "none") is None
        assert published(connection, key_of(database), "0" * 64) is None


def test_a_table_in_two_files_is_shown_from_the_one_that_counts(
    jixiao: CommandLine, form: Path, tmp_path: Path
) -> None:
    (form.parent / "again.csv").write_text(form.read_text(encoding="utf-8").replace("\t", ","), encoding="utf-8")
    jixiao("import", form.parent, "--db", tmp_path / "two.db")
    with reading(tmp_path / "two.db") as connection:
        first, second = tables_of(connection, key_of(tmp_path / "two.db"))
        shown = published(connection, first["key"], second["sha256"])
    assert (first["stands"], second["stands"]) == (1, 0)
    assert shown is not None
    assert (shown.facts["path"], shown.others[0]["path"]) == (second["path"], first["path"])


def test_a_long_table_is_shown_part_by_part(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    rows = "".join(f"产出指标\t数量指标\t第{number}段\t≥{number}公里\n" for number in range(1, MOST + 101))
    head = form.read_text(encoding="utf-8").split("产出指标")[0]
    form.write_text(head + rows, encoding="utf-8")
    jixiao("import", form, "--db", tmp_path / "long.db")
    key = key_of(tmp_path / "long.db")
    with reading(tmp_path / "long.db") as connection:
        first = published(connection, key)
        (last,) = connection.execute("SELECT key FROM indicators ORDER BY position DESC LIMIT 1").fetchone()
        rest = published(connection, key, indicator=last)
    assert first is not None
    assert rest is not None
    assert (len(first.rows), rest.start, len(rest.rows), rest.rows[-1].key) == (MOST, MOST, 100, last)
