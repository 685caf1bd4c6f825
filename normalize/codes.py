"""Codes that stand in front of the name of a unit or a project, or behind that of a unit."""

import re

from normalize.patterns import deferred
from normalize.remembered import remembered
from normalize.text import narrow, tidy

_CODED = deferred(
    r"""
    (?: [\[(〔【](?P<bracketed>\d{2,21}[A-Z]?\d*)[\])〕】]      # [155]濉溪县民政局
      | (?P<joined>\d{3,21}(?:[A-Z]\d{2,15})?)\s*[-—_]+  # 324001-甘孜州
      | (?P<spaced>\d{6,21}(?:-\d{2,6})?)\s+             # 330201-001 宁波市
      | (?P<glued>\d{6,21}(?:[A-Z]\d{2,15})?)            # 610101天津市
    )
    \s*(?P<name>(?![年月日号])[\u3400-\u9fff(《“].*)
    """,
    re.VERBOSE | re.DOTALL,
)
_BEHIND = deferred(r"(?P<name>.*[\u3400-\u9fff])\s*[\[(](?P<code>\d{3,21})[\])]", re.DOTALL)
_SEALED = deferred(r"\s*[\[(（]\s*(?:加?盖?(?:单位)?(?:公章|盖章|签章)|章)\s*[\])）]\s*$")
_YEAR = deferred(r"(?:19|20)\d{2}")


@remembered
def split_code(text: str) -> tuple[str | None, str]:
    """The code in front of a name, and the name; None where there is no code. A year is no code.

    >>> split_code("610101天津市知识产权局"), split_code("[155]濉溪县民政局"), split_code("324001-甘孜州财政局")
    (('610101', '天津市知识产权局'), ('155', '濉溪县民政局'), ('324001', '甘孜州财政局'))
    >>> split_code("2024-共建保护中心项目"), split_code("2024年专利代理师资格考试")
    ((None, '2024-共建保护中心项目'), (None, '2024年专利代理师资格考试'))
    """
    stated = tidy(text)
    match = _CODED.fullmatch(narrow(stated))
    if match is None:
        return None, stated
    code = match["bracketed"] or match["joined"] or match["spaced"] or match["glued"]
    if _YEAR.fullmatch(code):
        return None, stated
    return code, stated[match.start("name") :]


@remembered
def split_office(text: str) -> tuple[str | None, str]:
    """The code in front of the name of an office, or in brackets behind it, and the name.

    What only says where the seal goes (盖章) is no part of the name.

    >>> split_office("某省林科院（盖章）")
    (None, '某省林科院')
    >>> split_office("[155]濉溪县民政局"), split_office("市公路中心（151003）"), split_office("市统计局（2024）")
    (('155', '濉溪县民政局'), ('151003', '市公路中心'), (None, '市统计局（2024）'))
    """
    code, name = split_code(text)
    name = _SEALED.sub("", name) or name
    behind = _BEHIND.fullmatch(narrow(name)) if code is None else None
    if behind is None or _YEAR.fullmatch(behind["code"]):
        return code, name
    return behind["code"], name[: behind.end("name")]
