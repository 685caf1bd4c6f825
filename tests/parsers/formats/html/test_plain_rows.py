"""Rows of plain cells taken in whole, held against the walk that looks at every element."""

import random

import pytest
from lxml.html import document_fromstring

from parsers.formats.html.content import Content
from parsers.formats.html.plain_rows import plain_row
from parsers.formats.html.rendering import Rendering
from schema.limits import Limits

_ATTRIBUTES = (
    "",
    "",
    "",
    " style='color:red'",
    " style='display:none'",
    " class=x",
    " hidden",
    " rowspan=2",
    " colspan='3'",
)
_PIECES = (
    *("产出", "≥5", " ", "\n", "&nbsp;", "\u3000", "  a  ", "本\n 项", "<br>", "<br/>", "&lt;8小时", "\u200b"),
    *("</p>", "</span>", "</td>", "<input type=checkbox>", "<h2>标</h2>", "<sup>2</sup>", "<!-- 旧 -->"),
    *("<table><tr><td>内</td></tr></table>", "<a name='_Toc1'>目</a>", "<pre>a\nb</pre>", "<script>1</script>"),
)
_ELEMENTS = ("p", "p", "p", "span", "font", "div", "b", "o:p", "i", "ul", "li", "s")


def _inside(chance: random.Random, deep: int) -> str:
    found = []
    for _ in range(chance.choice([0, 1, 1, 1, 2, 3])):
        if deep and chance.random() < 0.6:
            name = chance.choice(_ELEMENTS)
            end = f"</{name}>" if chance.random() < 0.9 else ""
            found.append(f"<{name}{chance.choice(_ATTRIBUTES)}>{_inside(chance, deep - 1)}{end}")
        else:
            common = chance.random() < 0.7
            found.append(chance.choice(_PIECES[:12] if common else _PIECES))
    return "".join(found)


def _page(chance: random.Random) -> str:
    rows = []
    for _ in range(chance.randint(1, 4)):
        cells = [
            f"<{tag}{chance.choice(_ATTRIBUTES)}>{_inside(chance, 3)}{chance.choice(['', f'</{tag}>'])}"
            for tag in chance.choices(["td", "td", "td", "th"], k=chance.randint(1, 5))
        ]
        between = chance.choice(["", "\n", "\n", "甲", "&nbsp;"]) if chance.random() < 0.3 else ""
        cells.extend(
            chance.choice(["<td></td>", "<td>", "<td></td>", "<th colspan=2>"])
            for _ in range(chance.choice([0, 0, 30]))
        )
        rows.append(f"<tr{chance.choice(_ATTRIBUTES)}>{between.join(cells)}{chance.choice(['', '</tr>'])}")
    start, end = chance.choice(
        [("", ""), ("", ""), ("<tbody>", "</tbody>"), ("<pre>", "</pre>"), ("<div hidden>", "</div>")]
    )
    sheet = chance.choice(["", "<style>.x{display:none}</style>"])
    return f"{sheet}{start}<table>{''.join(rows)}</table>{end}"


@pytest.mark.parametrize("seed", range(40))
def test_random_pages_read_the_same_element_by_element(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  nothing is kept secret
    for _ in range(40):
        source = _page(chance)
        root = document_fromstring(f"<html><body>{source}</body></html>")
        quick, thorough = Content(root), Content(root, thorough=True)
        shown = [tuple(Rendering(Limits()).blocks(content.found)) for content in (quick, thorough)]
        assert shown[0] == shown[1], source
        assert quick.hidden == thorough.hidden, source


@pytest.mark.parametrize(
    ("row", "taken"),
    [
        ("<td>甲<td><p>乙</p><td><p class=a><span style='x:y'>丙</span></p>", True),
        ("<td colspan=2 rowspan=3>甲<br>乙", True),
        ("<td>甲<sup>2</sup>", False),
        ("<td><h3>甲</h3>", False),
        ("<td><p hidden>甲</p>", False),
        ("<td style='display:none'>甲", False),
        ("<td>" + "<span>" * 9 + "甲", False),
    ],
)
def test_only_plain_rows_are_taken(row: str, taken: bool) -> None:
    root = document_fromstring(f"<table><tr>{row}</table>")
    found = plain_row(
        next(root.iter("tr")),
        lambda element: element.get("hidden") is not None or element.get("style") == "display:none",
    )
    assert (found is not None) is taken
