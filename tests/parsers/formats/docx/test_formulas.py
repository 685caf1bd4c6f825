"""Formulas in one line."""

import pytest

from tests.parsers.formats.docx.wordml import p, r, said, shown


def mr(text: str) -> str:
    """A run of a formula."""
    return f"<m:r><m:rPr/><m:t>{text}</m:t></m:r>"


def e(name: str, inside: str) -> str:
    """An element of a formula."""
    return f"<m:{name}>{inside}</m:{name}>"


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        (mr("≥95%"), "≥95%"),
        (e("f", e("num", mr("完成数")) + e("den", mr("计划数"))) + mr("×100%"), "完成数/计划数×100%"),
        (e("f", e("num", mr("a+b")) + e("den", mr("2"))), "(a+b)/2"),
        (e("sSup", e("e", mr("m")) + e("sup", mr("2"))), "m²"),
        (e("sSub", e("e", mr("CO")) + e("sub", mr("2"))), "CO₂"),
        (e("rad", e("deg", "") + e("e", mr("x"))), "√x"),
        (e("d", e("e", mr("1")) + e("e", mr("2"))), "(1，2)"),
        (e("d", e("dPr", '<m:begChr m:val="["/><m:endChr m:val=""/>') + e("e", mr("1"))), "[1"),
        (e("nary", e("naryPr", '<m:chr m:val="∑"/>') + e("sub", mr("i")) + e("e", mr("x"))), "∑ix"),
        (e("box", e("e", mr("甲"))), "甲"),
    ],
)
def test_a_formula_reads_as_people_type_it(formula: str, expected: str) -> None:
    assert said(r("值") + e("oMath", formula)) == "值" + expected
    assert said(e("oMathPara", e("oMath", formula))) == expected


def test_a_formula_of_nothing_is_nothing() -> None:
    assert shown(p(e("oMath", "")) + p(r("甲"))) == ["paragraph 1 甲"]
