"""Rows by column."""

from hypothesis import given
from hypothesis import strategies as st

from ingest.columns import Rows

VALUES = st.none() | st.just(0) | st.just("") | st.text(max_size=2) | st.integers(-1, 1)


@given(st.lists(st.tuples(VALUES, VALUES, VALUES), min_size=1))
def test_rows_come_back_without_the_columns_that_are_null_in_all(rows: list[tuple[str | int | None, ...]]) -> None:
    packed = Rows.under(("a", "b", "c"), rows)
    kept = [at for at, name in enumerate("abc") if name in packed.columns]
    assert all(any(row[at] is not None for row in rows) == (at in kept) for at in range(3))
    assert packed == Rows.of([dict(zip("abc", row, strict=True)) for row in rows])
    if kept:
        assert list(packed.each()) == [tuple(row[at] for at in kept) for row in rows]
        assert packed.count == len(rows)


def test_no_rows_have_no_columns() -> None:
    assert Rows.of([]) == Rows.under(("a",), []) == Rows()
    assert (Rows().count, list(Rows().each())) == (0, [])
