"""Questions and what they find."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from audit.asking.bounds import asked, bound
from audit.asking.find import Hit, Question, count, find
from audit.database import reading
from ingest.exits import CommandError
from tests.command_line import CommandLine

Ask = Callable[..., list[str]]


@pytest.fixture
def ask(jixiao: CommandLine, form: Path, tmp_path: Path) -> Ask:
    other = form.read_text(encoding="utf-8").replace("修路", "植树").replace("交通局", "林业局").replace("2024", "2023")
    (form.parent / "tree.txt").write_text(
        other.replace("≥12公里", "≥12公里，≥3座桥").replace("有效提升", "—"), encoding="utf-8"
    )
    assert jixiao("import", form.parent, "--db", tmp_path / "demo.db").code == 0

    def names(limit: int = 100, **said: Any) -> list[str]:
        with reading(tmp_path / "demo.db") as connection:
            hits, _ = find(connection, Question(**said), limit)
        return [hit.name for hit in hits]

    return names


def test_every_reading_of_every_indicator(ask: Ask) -> None:
    assert len(ask()) == 11


def test_words_statements_and_blanks(ask: Ask) -> None:
    assert ask(words=("5g网络",)) == ["5G网络覆盖"] * 2
    assert ask(words=("有效", "网络")) == ["5G网络覆盖"]
    assert ask(words=("网络", "林业局")) == ["5G网络覆盖"]
    assert ask(kind="blank") == ["5G网络覆盖"]
    assert ask(kind="statement") == ["5G网络覆盖"]


def test_levels_in_any_spelling(ask: Ask) -> None:
    for level in ("满意度指标", "服务对象满意度指标", "服务对象满意度", "★满意度指标（10分）"):
        assert ask(level=level) == ["群众满意度"] * 2
    assert ask(level="成本指标") == ["项目总经费"] * 2
    assert len(ask(level="产出")) == 7
    assert ask(level="没有的指标") == []


def test_units_as_written_canonical_or_inferred(ask: Ask) -> None:
    assert ask(unit="元") == ask(unit="万元") == ["项目总经费"] * 2
    assert ask(unit="％") == ["验收合格率", "群众满意度"] * 2


def test_targets(ask: Ask) -> None:
    assert ask(target=asked("≥90%")) == ["验收合格率", "群众满意度"] * 2
    assert ask(target=asked("≥95%")) == ["验收合格率"] * 2
    assert ask(target=asked("≤50万元")) == ["项目总经费"] * 2
    assert ask(target=asked("≤49万元")) == []
    assert ask(target=asked("≥10000米")) == ["修路里程", "植树里程"]


def test_who_and_when(ask: Ask) -> None:
    assert len(ask(department="林业")) == 6
    assert len(ask(agency="公路处")) == 11
    assert len(ask(project_name="修路")) == 5
    assert len(ask(fiscal_year=2023)) == 6
    assert len(ask(kind="project_target")) == 11
    assert ask(department="林业", fiscal_year=2024) == []


def test_a_limit_says_that_there_is_more(ask: Ask, tmp_path: Path) -> None:
    assert len(ask(limit=3)) == 3
    with reading(tmp_path / "demo.db") as connection:
        assert find(connection, Question(), 11)[1] is False
        assert find(connection, Question(), 10)[1] is True


def test_a_hit_says_where_it_stands(ask: Ask, tmp_path: Path) -> None:
    assert ask(words=("修路里程",)) == ["修路里程"]
    with reading(tmp_path / "demo.db") as connection:
        ((hit,), _) = find(connection, Question(words=("修路里程",)), 10)
    assert isinstance(hit, Hit)
    assert (hit.source, hit.place, hit.row, hit.column) == ("road.txt", "table 1", 4, 4)
    assert (hit.project_name, hit.agency, hit.fiscal_year, hit.stated_value) == ("修路", "公路处", 2024, "≥12公里")


def test_units_with_capital_letters(jixiao: CommandLine, form: Path, tmp_path: Path) -> None:
    form.write_text(form.read_text(encoding="utf-8").replace("≥12公里", "≤5mg/L"), encoding="utf-8")
    jixiao("import", form, "--db", tmp_path / "letters.db")
    with reading(tmp_path / "letters.db") as connection:
        for unit in ("mg/L", "MG/L"):
            assert len(find(connection, Question(unit=unit), 10)[0]) == 1


def test_comparators_as_people_write_them(ask: Ask) -> None:
    assert ask(comparator="≤") == ask(comparator="<=") == ["项目总经费"] * 2
    assert ask(comparator="range") == []


def test_bounds(ask: Ask) -> None:
    assert ask(below=bound("95%", "below")) == ["群众满意度"] * 2
    assert ask(above=bound("90%", "above")) == ["验收合格率"] * 2
    assert ask(above=bound("40万元", "above")) == ["项目总经费"] * 2


def test_by_file_and_by_region(ask: Ask) -> None:
    assert len(ask(source="TREE")) == 6
    assert ask(source="forest") == ask(region="某省") == []


def test_columns_held_to_a_value(ask: Ask) -> None:
    assert ask(exact=(("level2", "数量指标"), ("fiscal_year", 2024))) == ["修路里程"]
    assert ask(exact=(("unit", "元"),)) == ["项目总经费"] * 2
    assert len(ask(exact=(("region", None),))) == 11
    assert ask(exact=(("department", "林业"),)) == []


def test_by_keys(ask: Ask, tmp_path: Path) -> None:
    with reading(tmp_path / "demo.db") as connection:
        (hit, *_), _ = find(connection, Question(), 1)
    assert ask(keys=(hit.indicator_key, "no such key")) == [hit.name]
    assert ask(keys=()) == []


def test_a_diagnostic_finds_the_rows_that_it_names(ask: Ask) -> None:
    assert ask(diagnostic="unit-inferred") == ["群众满意度"] * 2
    assert ask(diagnostic="table-differs") == []


def test_counting(ask: Ask, tmp_path: Path) -> None:
    assert ask(fiscal_year=2024)
    with reading(tmp_path / "demo.db") as connection:
        assert count(connection, Question()) == (11, True)
        assert count(connection, Question(), at_most=11) == (11, True)
        assert count(connection, Question(), at_most=10) == (10, False)


@pytest.mark.parametrize("word", ["' OR 1=1 --", '"', "NEAR(", "满意 AND 度", "*", "_", "\x00", "满意度*"])
def test_words_are_words_and_no_query(ask: Ask, word: str) -> None:
    assert ask(words=(word,)) == []


def test_words_of_ten_megabytes_are_refused_in_one_sentence(ask: Ask) -> None:
    with pytest.raises(CommandError, match=r"^the words have 10,000,000 characters, more than 1,000; shorten them$"):
        ask(words=("满" * 10_000_000,))
    assert ask(words=("满意",) * 200) == ["群众满意度"] * 2
