"""Which of several tables counts, whatever order they are met in."""

from itertools import permutations

from ingest.rivals import Rival, differing, repeated, standing


def rival(
    number: int, content: str, *, published: str | None = None, arrived: int = 1, identified: bool = True
) -> Rival:
    return Rival(number, ("files", f"{number}.txt"), content, identified, published, arrived)


def test_in_any_order_the_same_stands() -> None:
    group = [rival(1, "x"), rival(2, "y"), rival(3, "x"), rival(4, "y", arrived=2)]
    for order in permutations(group):
        assert standing(order) == {2}
        assert [(a.table_id, b.table_id) for a, b in differing(order)] == [(2, 1), (4, 1)]
        assert [(a.table_id, b.table_id) for a, b in repeated(order)] == [(3, 1), (4, 2)]


def test_the_last_published_before_the_last_to_arrive() -> None:
    old, new = rival(1, "x", published="2024-01-01", arrived=9), rival(2, "y", published="2024-06-01", arrived=1)
    assert standing([old, new]) == {2}
    assert standing([old, rival(2, "y", arrived=1)]) == {1}


def test_tables_that_may_be_two_both_count() -> None:
    group = [rival(1, "x", identified=False), rival(2, "y", identified=False), rival(3, "x", identified=False)]
    assert standing(group) == {1, 2}
    assert differing(group) == []


def test_tables_from_before_contents_were_hashed_all_count() -> None:
    old = Rival(1, ("files", "a"), None, identified=False, published=None, arrived_in=1)
    other = Rival(2, ("files", "b"), None, identified=False, published=None, arrived_in=1)
    assert standing([old, other]) == {1, 2}
    assert repeated([old, other]) == []
