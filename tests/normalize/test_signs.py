"""Signs: said, stated beside, implied, or turned round."""

import pytest

from normalize import parse_value
from schema.catalogue import Code


@pytest.mark.parametrize(
    ("text", "name", "operator", "sign"),
    [
        ("不低于第5名", None, None, "<="),
        ("5名", "全省考核排名", "≥", "<="),
        ("≥3位", "排名提升位次", None, ">="),
        ("前进3位以上", None, None, ">="),
        ("不超过第5名", None, None, "<="),
        ("≥1:5", "财政资金撬动社会资本比例", None, "<="),
        ("≥1:15", "师生比", None, ">="),
        ("优于0.5米", "影像分辨率", None, "<"),
        ("优于90分", "考核得分", None, ">"),
        ("提前10天完成", None, None, ">="),
        ("10天完成", None, None, "<="),
        ("稳定在25万头左右", None, None, "~"),
        ("稳定在25万头", None, None, "="),
    ],
)
def test_what_a_sign_means(text: str, name: str | None, operator: str | None, sign: str) -> None:
    (target,) = parse_value(text, name=name, operator=operator).targets
    assert target.kind == "comparison"
    assert target.comparator == sign


def test_a_sign_that_was_turned_round_is_said() -> None:
    codes = [[odd.code for odd in parse_value(text).diagnostics] for text in ("不低于第5名", "前5名", "≤第5名")]
    assert codes == [[Code.SIGN_TURNED], [], []]
