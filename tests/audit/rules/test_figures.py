"""The SQL functions of rules, as SQL calls them."""

import sqlite3
from contextlib import closing

import pytest

from audit.rules.figures import install, number, plain, yuan


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        ("number('１５分')", 15.0), ("number('30%')", 30.0), ("number('合计')", None), ("number(NULL)", None),
        ("says('无')", 0), ("says('雨季')", 1), ("yuan(1e13)", "1000000000万元"), ("plain(0.1 + 0.2)", "0.3"),
        ("undated('2024年修路')", "年修路"), ("level_name('经济效益指标')", 1), ("level_name('三公经费控制率')", 0),
        ("amount_of('123456789012.34')", 123456789012.34), ("has_digit('每季度')", 0), ("measure_of('万元/公里')", "元/公里"),
        ("declared('逆向指标')", "lower"),
    ],
)  # fmt: skip
def test_in_sql(query: str, answer: object) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        install(connection)
        assert connection.execute(f"SELECT {query}").fetchone()[0] == answer


def test_large_amounts_keep_their_digits() -> None:
    assert yuan(152_300_000_000.0) == "15230000万元"
    assert yuan(-5.5) == "-5.5元"
    assert plain(1e21) == "1000000000000000000000"
    assert number("-3.5") == -3.5
