"""The independent count over a page's tags."""

import time

import pytest

from parsers.formats.conservation import Count
from parsers.formats.html.raw_count import raw_count


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ("", Count()),
        ("甲 乙", Count(characters=2)),
        ("<head><title>甲</title></head>乙", Count(characters=1)),
        ("<header>甲</header><!-->乙<!--丙", Count(characters=2)),
        ("<script>a<b</script>甲<style>c", Count(characters=1)),
        ("<xml/>甲", Count(characters=1)),
        ("<table><td>甲<td title='a>b'>乙</table>丙", Count(1, 1, 2, 3)),
        ("<table><tr><td>甲<table><tr><td>乙<tr><td>丙</table></table>", Count(characters=3)),
        ("<table><tr><td>&nbsp;<tr><td>&ge;5</table>", Count(1, 1, 1, 2)),
        ("<8小时", Count(characters=4)),
        ("</table><td>甲", Count(characters=1)),
    ],
)
def test_tags_are_counted(source: str, count: Count) -> None:
    assert raw_count(source) == count


@pytest.mark.parametrize(
    "piece", ["<a ", '<a "', "<a '>", "<!", "<!--", "<script>", "<head", '<td x="<', "&amp;", "<a b='"]
)
def test_no_source_takes_longer_than_its_length(piece: str) -> None:
    start = time.process_time()
    raw_count(piece * 100_000)
    assert time.process_time() - start < 2
