"""What a browser shows of a page, line by line and cell by cell."""

import pytest
from lxml import html

from parsers.formats.html.content import Content
from tests.parsers.formats.html.conftest import Drawn


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("<p>产出</p><p>指标</p>", "产出⏎指标"),
        ("甲<br>乙<br/><br/>丙", "甲⏎乙⏎丙"),
        ("<div>甲<div>乙</div>丙</div>", "甲⏎乙⏎丙"),
        ("<ul><li>甲<li>乙</ul>", "甲⏎乙"),
        ("<ol start=3><li>甲<li>乙</ol>", "3. 甲⏎4. 乙"),
        ("<ol style='list-style:none'><li>甲</ol>", "甲"),
        ("<ol type=I><li>甲<li>乙</ol>", "I. 甲⏎II. 乙"),
        ("2024年12\n  月31日前", "2024年12 月31日前"),
        ("本项目\n  资金", "本项目资金"),
        ("<span>本项目\n</span><b>资金</b>", "本项目资金"),
        ("TIS\n  ISO", "TIS ISO"),
        ("&nbsp; 甲&nbsp;乙 \u3000", "甲\xa0乙"),
        ("&lt;8小时 <8小时 a<5 a < b", "<8小时 <8小时 a<5 a < b"),
        ("≥90&#65285; &ge;5 &copy", "≥90％ ≥5 ©"),
        ("10<sup>4</sup>m<sup><b>2</b></sup> CO<sub>2</sub>", "10⁴m² CO₂"),
        ("10<sup>-<b>1</b>2</sup>", "10⁻¹²"),
        ("甲<!-- 旧 -->乙<![if !supportEmptyParas]>丙<![endif]><o:p>丁</o:p>", "甲乙丙丁"),
        ("甲<!--[if gte mso 9]><xml>旧</xml><![endif]-->乙", "甲乙"),
        ("<pre>甲\n乙</pre>", "甲⏎乙"),
        (
            "甲<script>1</script><style>2</style><template>3</template><noscript>4</noscript><svg><text>5</text></svg>乙",
            "甲乙",
        ),
        ("<ruby>绩<rp>(</rp><rt>jì</rt><rp>)</rp></ruby>效", "绩效"),
        ("<input type=checkbox checked>新增 <input type=radio>延续", "☑新增 □延续"),
        ("<input value='5000'><input type=hidden value=9><input type=password value=8>", "5000"),
        ("<select><option>甲<option>乙</select>丙", "丙"),
        ("甲<span style='display:none'>旧</span><i hidden>旧</i><b style='x:y;visibility:hidden'>旧</b>乙", "甲乙"),
        ("甲<div style='DISPLAY : none'><p>旧</p></div>乙", "甲⏎乙"),
    ],
)
def test_a_cell_shows(page: Drawn, cell: str, text: str) -> None:
    assert page(f"<table><tr><td>{cell}</td></tr></table>") == ["[table 1]", f"1,1 {text}"]


def test_headings_and_bookmarks_start_something_and_paragraphs_do_not(page: Drawn) -> None:
    body = "前言<h3>附件<br>目标表</h3><p>单位：万元</p><p>甲<a name='_Toc157677401'>乙</a></p><h1></h1>丙<a name=top>丁</a>"
    assert page(body) == ["前言", "*附件", "目标表", "单位：万元", "*甲乙", "丙丁"]


def test_what_is_hidden_outside_cells_is_read_and_marked(page: Drawn) -> None:
    body = "甲<div hidden>乙<table><tr><td>丙</table></div>丁"
    assert page(body) == ["甲", "~乙", "[table 1]", "1,1 ~丙", "丁"]


def test_hidden_rows_columns_and_cells_are_marked(page: Drawn) -> None:
    body = (
        "<table><col><col span=2 style='display:none'><tr><td>1<td>2<td>3<td>4<tr style='display:none'><td>5"
        "<tbody hidden><tr><td>6</tbody><tr><td style='display:none'>7<td>8</table>"
    )
    assert page(body) == ["[table 1]", "1,1 1", "1,2 ~2", "1,3 ~3", "1,4 4", "2,1 ~5", "3,1 ~6", "4,1 ~7", "4,2 ~8"]


def test_what_stands_in_a_table_but_in_no_cell_stands_before_it(page: Drawn) -> None:
    assert page("<table><caption>目标表</caption>甲<tr><td>乙</td></tr></table>") == [
        "目标表",
        "甲",
        "[table 1]",
        "1,1 乙",
    ]


@pytest.mark.parametrize("body", ["<tr><td>甲</td></tr>", "</table></td>甲", "<td>甲", "<li>甲", "甲</h1>"])
def test_parts_without_their_whole_are_text(page: Drawn, body: str) -> None:
    assert page(body) == ["甲"]


def test_hidden_characters_inside_cells_are_counted() -> None:
    content = Content(html.document_fromstring("<td>甲<table><tr><td>乙<b hidden>丙 丁</b></table>"))
    assert content.hidden == 2
