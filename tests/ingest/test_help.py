"""Help that fits its terminal, in both languages."""

from hypothesis import given
from hypothesis import strategies as st

from ingest.help import Formatter, cells, wrapped


@given(st.text(alphabet="ab 指标，。%≥", max_size=80), st.integers(min_value=8, max_value=30))
def test_wrapping_loses_nothing_but_spaces(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_lines_fit() -> None:
    lines = wrapped("把文件和文件夹导入数据库。再次导入同一文件夹时，未变的文件跳过。", 20)
    assert max(cells(line) for line in lines) <= 20
    assert not any(line.startswith(("，", "。")) for line in lines)


def test_a_list_in_chinese() -> None:
    formatter = Formatter(width=40)
    formatter.language = "zh"
    with formatter.section("Options"):
        formatter.write_dl(
            [("--db FILE", "数据库文件  [required]"), ("--a-very-long-option-with NAME", "x")], col_max=12
        )
    assert formatter.getvalue().splitlines() == [
        "选项:",
        "  --db FILE     数据库文件  [必填]",
        "  --a-very-long-option-with NAME",
        "                x",
    ]
