"""Signs, glyphs and words beside a number: each says one comparison, and what is no sign says none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.comparators import far_pattern, far_signs, glyph_sign, lead, legible, stated_sign, tail

BEFORE = {
    ">=": "≥ ≧ ⩾ ≥= >= => ＞＝ ﹥= ≮ \uf0b3 大于等于 大于或等于 不少于 不低于 不小于 不低於 至少 最少 达到 达 不下于 ≥≥ ≥＝ 高于/等于 高于等于 不得低于 不应低于 不短于",
    ">": "> ＞ ﹥ 大于 超过 高于 多于 突破 优于 逾",
    "<=": "≤ ≦ ⩽ <= =< ＜＝ ≯ \uf0a3 小于等于 不超过 不高于 不多于 不大于 至多 最多 控制在 限 未超过 没有超过 不得超过 不长于",
    "<": "< ＜ ﹤ 小于 少于 低于 不足 不满",
    "=": "= ＝ ═ ﹦ == 等于",
    "~": "≈",
}
AFTER = {">=": "以上 及以上 起 + ＋", "<=": "以下 以内 之内 内 及以下 封顶", ">": "以外 开外"}


@pytest.mark.parametrize(("sign", "word"), [(sign, word) for sign, words in BEFORE.items() for word in words.split()])
def test_a_sign_before_a_number(sign: str, word: str) -> None:
    text = legible(f"{word}95")
    read = lead(text, 0, len(word))
    assert (read.start, read.signs) == (0, (sign,))


@pytest.mark.parametrize(("sign", "word"), [(sign, word) for sign, words in AFTER.items() for word in words.split()])
def test_a_sign_after_a_number(sign: str, word: str) -> None:
    text = legible(f"95%{word}")
    assert tail(text, 3, len(text)) == (len(text), (sign,), None, False)


@pytest.mark.parametrize("words", ["内部", "内容", "内涵", "起到", "起草", "的", "及", "等", ""])
def test_a_word_that_only_begins_like_a_sign_is_none(words: str) -> None:
    assert tail(words, 0, len(words)) == (0, (), None, False)


@pytest.mark.parametrize("words", ["为", "共", "共计", "累计", "合计", "是", "培训人数", "，", ""])
def test_what_only_joins_says_no_sign(words: str) -> None:
    assert lead(words, 0, len(words)).signs == ()


@pytest.mark.parametrize(
    ("words", "signs", "hedge", "approximate", "below"),
    [
        ("约", (), "约", True, False), ("大约", (), "大约", True, False), ("近", (), "近", True, True), ("接近", (), "接近", True, True),
        ("力争达到", (">=",), "力争", False, False), ("力争", (), "力争", False, False), ("预计不少于", (">=",), "预计", False, False), ("基本达到", (">=",), "基本", False, False),
    ],
)  # fmt: skip
def test_softened_numbers(words: str, signs: tuple[str, ...], hedge: str, *, approximate: bool, below: bool) -> None:
    read = lead(words, 0, len(words))
    assert (read.signs, read.hedge, read.approximate, read.below) == (signs, hedge, approximate, below)


@pytest.mark.parametrize("word", ["左右", "上下"])
def test_softened_behind(word: str) -> None:
    assert tail(word, 0, 2) == (2, (), word, True)


@pytest.mark.parametrize(
    ("words", "level"), [("提高到", True), ("提升至", True), ("达到", True), ("提高", False), ("不少于", False)]
)
def test_a_level_to_reach_is_told_from_a_change(words: str, level: bool) -> None:
    assert lead(words, 0, len(words)).level is level


def test_every_sign_is_kept_the_nearest_first_and_the_start_is_a_limit() -> None:
    assert lead("不超过≥", 0, 4).signs == (">=", "<=")
    assert lead("不超过", 1, 3) == (1, (">",), None, False, False, False)


def test_a_bracket_that_restates_the_limit_belongs_to_the_sign() -> None:
    text = legible("以上（含90%），另")
    assert tail(text, 0, len(text))[:2] == (2, (">=",))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("》90%", "≥90%"), ("《5%", "≤5%"), ("《2020年报告》1份", "《2020年报告》1份"), ("《报告》90", "《报告》90"), ("〉15", ">15"), ("９８﹪", "98%"), ("3—5", "3-5"), ("3～5", "3~5"),
        ("萬元", "万元"), ("億元", "亿元"), ("普通的话", "普通的话"),
    ],
)  # fmt: skip
def test_look_alikes_become_the_usual_signs(text: str, read: str) -> None:
    assert legible(text) == read


@given(st.text())
def test_a_legible_text_keeps_its_length(text: str) -> None:
    assert len(legible(text)) == len(text)


@pytest.mark.parametrize(
    ("run", "sign"),
    [("<>", None), ("≥≤", None), ("", None), ("≥>", ">="), ("<", "<"), ("≈", "~"), ("≈>", None), ("=", "=")],
)
def test_a_run_of_glyphs_makes_one_sign_or_none(run: str, sign: str | None) -> None:
    assert glyph_sign(run) == sign


@pytest.mark.parametrize(
    ("column", "sign"),
    [
        ("≥", ">="),
        (" ＞＝ ", ">="),
        ("小于等于", "<="),
        ("=", "="),
        ("", None),
        ("定性", None),
        ("正向", None),
        ("—", None),
        ("定量", None),
    ],
)
def test_operator_columns(column: str, sign: str | None) -> None:
    assert stated_sign(column) == sign


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("至少向企业提供", ">="),
        ("最多安排", "<="),
        ("每场培训规模不低于", ">="),
        ("不得超过上年的", "<="),
        ("提供", None),
        ("超过上年的", None),
    ],
)
def test_signs_away_from_their_number(text: str, sign: str | None) -> None:
    found = far_pattern().search(text)
    assert (far_signs()[found[0]] if found else None) == sign


@given(st.text("≥≤<>=不少低高超过于约近达到以上下内起（含)95% 力争", max_size=20), st.integers(0, 20))
def test_reading_stays_within_its_bounds(text: str, at: int) -> None:
    at = min(at, len(text))
    assert 0 <= lead(text, 0, at).start <= at
    assert at <= tail(text, at, len(text)).end <= len(text)
