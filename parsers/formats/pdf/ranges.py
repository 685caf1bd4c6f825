"""Page numbers as people write them."""

from collections.abc import Iterable


def ranges(pages: Iterable[int]) -> str:
    """Numbers in order, runs of them by their ends.

    >>> ranges([1, 2, 3, 7, 9, 10])
    '1-3, 7, 9-10'
    """
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1][1:] = [page]
        else:
            runs.append([page])
    return ", ".join("-".join(map(str, run)) for run in runs)
