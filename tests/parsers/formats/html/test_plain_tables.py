"""Tables cut out of the source, held against the walk over every element of the parsed page."""

import random

import pytest
from lxml import etree

from parsers.formats.html.content import Content
from parsers.formats.html.plain_tables import cut_out, without_empty_ends
from parsers.formats.html.rendering import Rendering
from schema.document import Block
from schema.limits import Limits

_ATTRIBUTES = (
    "",
    "",
    "",
    " style='color:red'",
    ' class="x"',
    " align=center",
    " nowrap",
    ' width="5%" id=a',
    ' title="b"',
)
_ODD_ATTRIBUTES = (" style='display:none'", " hidden", ' title="a>b"', " title='a\"'", " =x", ' style="display:none"x')
_SPANS = ("", "", "", " rowspan=2", ' colspan="3"', " rowspan='0'", " colspan=0 rowspan=3", ' ROWSPAN="2"')
_TEXTS = (
    *("产出", "≥5", " ", "\n", "&nbsp;", "\u3000", "  a  ", "本\n 项", "本\r\n项", "&lt;8小时", "\u200b", "a &amp; b"),
    *("a b", "2024", "&ge;98%", " 年", "5 ", "\t", "", "", "1<sub>2</sub>", "a < b"),
)
_ODD_TEXTS = (
    *("&nbsp", "&#8805;", "\r", "&copy;", "<h2>标</h2>", "<!-- 旧 -->", "<a name='_Toc1'>目</a>", "<script>1</script>"),
    *("<table><tr><td>内</td></tr></table>", "</p>", "</span>", "<input type=checkbox>", "\u000b", "<td>", "</tr>"),
)
_BLOCKS = ("p", "div", "P")
_INLINE = ("span", "b", "font", "o:p")


def _attributes(chance: random.Random, odd: float) -> str:
    return chance.choice(_ODD_ATTRIBUTES if chance.random() < odd else _ATTRIBUTES)


def _inside(chance: random.Random, odd: float, deep: int = 2) -> str:
    pieces = []
    for _ in range(chance.choice([0, 1, 1, 1, 2, 3])):
        if deep and chance.random() < 0.4:
            name = chance.choice(_BLOCKS + _INLINE)
            end = f"</{name}>" if chance.random() > odd else ""
            pieces.append(f"<{name}{_attributes(chance, odd)}>{_inside(chance, odd, deep - 1)}{end}")
        elif chance.random() < 0.15:
            pieces.append(chance.choice(["<br>", "<br/>", "<BR>"]))
        else:
            pieces.append(chance.choice(_ODD_TEXTS if chance.random() < odd else _TEXTS))
    return "".join(pieces)


def _table(chance: random.Random, odd: float) -> str:
    rows = []
    for _ in range(chance.choice([0, 1, 2, 3, 4])):
        cells = []
        for _ in range(chance.choice([0, 1, 2, 3])):
            name = chance.choice(["td", "td", "td", "th", "TD"])
            stated = chance.choice(_SPANS) + _attributes(chance, odd)
            end = f"</{name}>" if chance.random() > odd else ""
            cells.append(f"<{name}{stated}>{_inside(chance, odd)}{end}")
        end = "</tr>" if chance.random() > odd else ""
        rows.append(f"<tr{_attributes(chance, odd)}>" + chance.choice(["", "\n  "]).join(cells) + end)
    head = chance.choice(["", "", "\n", "<colgroup><col width=9><col></colgroup>", "<col>", "<thead>" * (odd > 0)])
    start, end = chance.choice(
        [("", ""), ("<tbody>", "</tbody>"), ("\n<tbody>", "</tbody>\n"), ("<TBODY>", "</TBODY>")]
    )
    stated = _attributes(chance, odd)
    return f"<table{stated}>{head}{start}{chance.choice(['', chr(10)]).join(rows)}{end}</table>"


def _page(chance: random.Random, odd: float) -> str:
    around = (
        "",
        "甲",
        "<p>乙</p>",
        "<p>丙",
        "<div style='display:none'>",
        "<div>",
        "</div>",
        "<span>",
        "<!-- ",
        " -->",
    )
    body = "".join(chance.choice(around) + _table(chance, odd) for _ in range(chance.choice([1, 1, 2, 3])))
    if chance.random() < 0.2:
        body = f"<table><tr><td>{body}</td></tr></table>"
    sheet = chance.choice(["", "", "<style>td{color:red}</style>", "<style>.x{display:none}</style>"])
    return f"<html><head>{sheet}</head><body>{body}</body></html>"


def _shown(source: str, *, cut: bool) -> tuple[tuple[Block, ...], int]:
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    found = cut_out(source)
    content = (
        Content(etree.fromstring(found.source.encode(), parser), found.tables)
        if cut
        else Content(etree.fromstring(source.encode(), parser), thorough=True)
    )
    return tuple(Rendering(Limits()).blocks(content.found)), content.hidden


@pytest.mark.parametrize("odd", [0.0, 0.02, 0.2])
@pytest.mark.parametrize("seed", range(15))
def test_random_pages_read_the_same_with_their_plain_tables_cut_out(seed: int, odd: float) -> None:
    chance = random.Random(seed)  # noqa: S311  nothing is kept secret
    for _ in range(60):
        source = _page(chance, odd)
        quick, thorough = _shown(source, cut=True), _shown(source, cut=False)
        assert quick[0] == thorough[0], source
        assert quick[1] == thorough[1] or "\u200b" in source, source


@pytest.mark.parametrize(
    ("table", "count"),
    [
        ("<table><tr><td>甲</td></tr></table>", 1),
        (
            "<TABLE border=0>\r\n<TBODY><TR class=a>\n<TH align='left'>甲</TH>\n<TD><P>乙<BR>丙</P></TD></TR></TBODY></TABLE>",
            1,
        ),
        ("<table><tr><td>甲</td></tr></table><table><tr><td>乙</td></tr></table>", 2),
        ("<table><tr><td>甲<td>乙</tr></table>", 0),
        ("<table><tr><td>甲</td></tr>", 0),
        ("<table><tr style='display:none'><td>甲</td></tr></table>", 0),
        ("<table><tr><td><table><tr><td>甲</td></tr></table></td></tr></table>", 1),
        ("<table><thead><tr><td>甲</td></tr></thead></table>", 0),
        ("<pre><table><tr><td>甲</td></tr></table></pre>", 0),
        ("<style>.x{display:none}</style><table><tr class=x><td>甲</td></tr></table>", 0),
        ("<table jixiao-plain-table=0><tr><td>甲</td></tr></table>", 0),
        ("<table><tr><td>\ud800</td></tr></table>", 0),
    ],
)
def test_only_plain_tables_are_cut_out(table: str, count: int) -> None:
    assert len(cut_out(table).tables) == count


@pytest.mark.parametrize(
    ("row", "shorter"),
    [
        ("<tr><td>甲</td><td></td><td></td></tr>", "<tr><td>甲</td></tr>"),
        ("<tr><td></td><td></td><td>乙</td></tr>", "<tr><td></td><td></td><td>乙</td></tr>"),
        ("<tr><td></td><td></td><td></tr>", "<tr><td></td><td></td><td></tr>"),
        ("<tr><td></td><td></td></tr>", "<tr></tr>"),
    ],
)
def test_only_empty_cells_at_the_end_of_a_row_are_left_out(row: str, shorter: str) -> None:
    tail = "<tr><td></td><td></td></tr>"
    assert without_empty_ends(row + tail) == shorter + "<tr></tr>"
