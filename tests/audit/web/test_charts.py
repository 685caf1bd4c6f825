"""A bar of a chart."""

from audit.web.charts import Bar
from audit.web.render import environment


def test_the_longest_bar_fills_the_room_and_none_is_no_trouble() -> None:
    template = environment().from_string('{% from "parts.html" import bars %}{{ bars(rows, t, "图") }}')
    drawn = template.render(rows=[Bar("甲", 10, "10", "/a"), Bar("乙<", 5, "5"), Bar("丙", 0, "0")], t=lambda key: key)
    assert next(part for part in drawn.split('width="')[1:] if part[0].isdigit()).startswith("100.00")
    assert 'width="50.00"' in drawn
    assert "乙&lt;" in drawn
    assert template.render(rows=[], t=str)
