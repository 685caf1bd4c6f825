"""Names paired with values."""

from parsers.layouts.grids.rows import rows_of
from parsers.layouts.indicators.entries import Entry, entries_of, give_back, odd_names
from parsers.layouts.indicators.levels import Levels
from schema.catalogue import Code
from tests.drawing import document


def _entries(*rows: str) -> list[Entry]:
    """Rows of name | value as entries."""
    found: list[Entry] = []
    for row in rows_of(document("\n".join(rows)).grids[0]):
        roles = {1: "name", 2: "value"}
        found.extend(entries_of({roles[slot.column]: slot for slot in row.slots}, Levels()))
    return found


def _told(entries: list[Entry] | tuple[Entry, ...]) -> list[tuple[str, str | None]]:
    return [(entry.name, entry.value) for entry in entries]


def test_a_row_is_one_indicator() -> None:
    assert _told(_entries("报告 | 2份")) == [("报告", "2份")]


def test_a_name_without_a_value_has_none() -> None:
    assert _told(_entries("报告 |")) == [("报告", None)]


def test_a_value_at_the_end_of_a_name_is_its_value() -> None:
    entries = _entries("发行产品数量 ≥1支 |")
    assert _told(entries) == [("发行产品数量", "≥1支")]
    assert [diagnostic.code for diagnostic in odd_names(entries)] == [Code.VALUE_FROM_NAME]


def test_placeholders_name_nothing() -> None:
    assert _told(_entries("指标4： |", "...... | ……", " | —")) == []


def test_words_for_none_name_nothing_unless_a_value_stands_beside_them() -> None:
    assert _told(_entries("无 | 无", "不适用 |", "指标1：暂无 | —", "N/A | 不适用")) == []
    kept = ("无 | ≥3件", "安全事故 | 无", "不涉及 | 不涉及")
    assert _told(_entries(*kept)) == [("无", "≥3件"), ("安全事故", "无"), ("不涉及", "不涉及")]


def test_a_value_without_a_name_is_kept() -> None:
    assert _told(_entries(" | ≥90%")) == [("", "≥90%")]


def test_a_value_that_the_width_of_its_cell_broke_is_one_value() -> None:
    assert _told(_entries("新建⏎校舍 | ≥1.2⏎万平方米", "完成时间 | 2024年12⏎月31日前")) == [
        ("新建校舍", "≥1.2万平方米"),
        ("完成时间", "2024年12月31日前"),
    ]


def test_what_may_be_a_value_in_a_name_and_names_in_one_cell_are_said() -> None:
    codes = [
        diagnostic.code for diagnostic in odd_names(_entries("编制规划2份 |", "合格率⏎到岗率 | 100%", "论坛 | 3场"))
    ]
    assert codes == [Code.VALUE_MAYBE_IN_NAME, Code.PARAGRAPHS_JOINED]


def test_values_drifted_up_go_to_the_rows_below() -> None:
    given, odd = give_back(_entries("报告 | 2份⏎100%⏎2021年", "合格率 |", "完成期限 |", "影响 | 扩大"))
    assert _told(given) == [("报告", "2份"), ("合格率", "100%"), ("完成期限", "2021年"), ("影响", "扩大")]
    assert [diagnostic.code for diagnostic in odd] == [Code.VALUE_MOVED] * 2


def test_values_stay_where_the_rows_below_are_not_as_many() -> None:
    given, odd = give_back(_entries("报告 | 2份⏎100%", "合格率 |", "完成期限 |", "影响 | 扩大"))
    assert _told(given) == [("报告", "2份\n100%"), ("合格率", None), ("完成期限", None), ("影响", "扩大")]
    assert not odd


def test_values_beside_names_of_which_some_bring_their_own_go_to_the_others() -> None:
    entries = _entries("甲报告 9份⏎乙报告⏎丙数 | 5份⏎6人")
    assert _told(entries) == [("甲报告", "9份"), ("乙报告", "5份"), ("丙数", "6人")]


def test_names_put_together_are_always_said() -> None:
    assert [odd.code for odd in odd_names(_entries("甲报告⏎乙报告 | ≥2份"))] == [Code.PARAGRAPHS_JOINED]


def test_a_standard_s_number_and_a_count_by_the_term_are_no_values_of_a_name() -> None:
    assert _told(_entries("GB/T 29490认证企业 |", "培训 3期，每期 20人 |")) == [
        ("GB/T 29490认证企业", None),
        ("培训 3期，每期 20人", None),
    ]


def test_names_and_values_of_unlike_number_are_not_paired_and_that_is_said() -> None:
    entries, said = give_back(_entries("指标1：培训⏎指标2：修路⏎指标3：设备 | 100人⏎10公里"))
    assert _told(entries) == [("指标1：培训", None), ("指标2：修路", None), ("指标3：设备", None)]
    assert [(d.code, d.args["names"], d.args["values"]) for d in said] == [(Code.VALUES_UNPAIRED, "3", "2")]
    assert list(odd_names(entries)) == []


def test_the_numbers_of_a_list_are_left_out_only_where_each_value_has_a_name_of_its_own() -> None:
    assert _told(_entries("1.讲座⏎2.视频 | 1.≥30场⏎2.12部")) == [("1.讲座", "1.≥30场"), ("2.视频", "12部")]
    given, _ = give_back(_entries("成活率 | 1.≥95%⏎2.90分"))
    assert _told(given) == [("成活率", "1.≥95%\n2.90分")]


def test_several_names_in_a_line_that_bring_their_values_are_several() -> None:
    entries = _entries("巡查次数≥24次，培训场次≥6场 |", "路面宽度 ≥3米 |")
    assert _told(entries) == [("巡查次数", "≥24次"), ("培训场次", "≥6场"), ("路面宽度", "≥3米")]
