"""The fiscal year a header field, a title, a project name or a file name states."""

import re

from normalize.patterns import deferred
from normalize.remembered import remembered
from normalize.text import fold

_YEAR = r"(?:19|20)\d{2}"
_FIELD = deferred(rf"(?P<year>{_YEAR})(?:年度?|财年)?(?:(?<=年)\d{{1,2}}月?[-~—至]\d{{1,2}}月份?)?")
_IN_TITLE = deferred(rf"(?<![\d~—至到-])(?P<year>{_YEAR})(?:年度?|财年)(?![-~至—到])")
# A year ends the number it stands in, and opens no span of years.
_AT_HEAD = deferred(rf"(?P<year>{_YEAR})(?:年度?(?![-~至—到])|(?![\d\-~.年至—到亩人个项万户次级届号]))")
_IN_FILE_NAME = deferred(rf"(?<![0-9A-Za-z])(?P<year>{_YEAR})(?![0-9A-Za-z])")
_MADE = deferred(
    rf"\([^()]*{_YEAR}年[^()]*(?:公开|编制|编报|填报|印发|发布|上报|制表|制)\)|{_YEAR}年(?=(?:部门|单位)?(?:预算|决算)(?:信息)?公开)"
)
_SPELLED = deferred(r"[一二][〇零○o０0九][〇零○o0一二三四五六七八九]{2}(?=年)")
_DIGITS = str.maketrans("〇零○o一二三四五六七八九", "0000123456789")
_ANY = deferred(rf"(?<!\d)({_YEAR})(?!\d)")
_BEHIND = deferred(rf"\((?P<year>{_YEAR})年度?\)$")
_BRACKETS = deferred(r"\([^()]*\)|《[^《》]*》")
_SPAN = deferred(rf"(?<!\d){_YEAR}年?(?:[-—~]{{1,2}}|至|到){_YEAR}(?!\d)")
_PREFIX_BREAK = deferred(r"-{2,}|—+|――|:")


@remembered
def from_field(text: str) -> int | None:
    """The year of a field that holds nothing else.

    >>> from_field("2020年"), from_field(" 2024 年度 "), from_field("2023年1-7月"), from_field("2019年-2021年")
    (2020, 2024, 2023, None)
    """
    return _year(_FIELD.fullmatch(in_digits(fold(text))))


def from_title(title: str) -> int | None:
    """The one year a title states, in brackets or before the words; of several that of the 年度, if there is one.

    When a table was made or published is no year of its own: 2023年度自评表（2024年公开）.

    >>> from_title("项目支出绩效自评表（2023 年度）"), from_title("2024年项目支出绩效目标表"), from_title("绩效目标表")
    (2023, 2024, None)
    >>> from_title("2024—2026年项目支出绩效目标汇总表") is None
    True
    """
    folded = in_digits(fold(title))
    years = {int(match["year"]) for match in _IN_TITLE.finditer(folded)}
    if len(years) > 1:
        of_table = _MADE.sub("", folded)
        found = list(_IN_TITLE.finditer(of_table))
        whole = {int(match["year"]) for match in found if match[0].endswith(("年度", "财年"))}
        years = whole or {int(match["year"]) for match in found}
    return years.pop() if len(years) == 1 else None


def in_digits(text: str) -> str:
    """A text with its years in digits.

    >>> in_digits("二〇二四年度"), in_digits("二零二五年"), in_digits("十二五年")
    ('2024年度', '2025年', '十二五年')
    """
    return _SPELLED.sub(lambda year: year[0].translate(_DIGITS), text)


def from_span(text: str) -> int | None:
    """The year of a span of time within one year.

    >>> from_span("2024年1月至12月"), from_span("2024.01.01-2024.12.31"), from_span("2023年6月-2024年6月")
    (2024, 2024, None)
    """
    years = {int(year) for year in _ANY.findall(in_digits(fold(text)))}
    return years.pop() if len(years) == 1 else None


def from_name(name: str) -> int | None:
    """The year at the head of a project name, or of what follows a prefix and a dash.

    >>> from_name("2023年服务业发展资金（专利转化专项计划）"), from_name("非财政拨款——2024共建保护中心项目")
    (2023, 2024)
    >>> from_name("绿化养护（2024年）"), from_name("绿化养护（2021-2023年）")
    (2024, None)
    >>> from_name("知识产权局志（1985-2020）编修"), from_name("2021-2023年绿化"), from_name("2000亩高标准农田")
    (None, None, None)
    >>> from_name("2021—2023年产业扶持资金") is None
    True
    """
    if behind := _BEHIND.search(fold(name)):
        return int(behind["year"])
    bare = _BRACKETS.sub("", fold(name))
    parts = [] if _SPAN.search(bare) else _PREFIX_BREAK.split(bare)
    years = (_year(_AT_HEAD.match(part)) for part in parts)
    return next((year for year in years if year is not None), None)


def from_file_name(name: str) -> int | None:
    """The one year a file name states, standing free of other letters and digits.

    >>> from_file_name("天津_2024年_绩效.docx"), from_file_name("002_6aaa2020fa76.txt"), from_file_name("2021-2023.txt")
    (2024, None, None)
    """
    years = {int(match["year"]) for match in _IN_FILE_NAME.finditer(fold(name))}
    return years.pop() if len(years) == 1 else None


def _year(match: re.Match[str] | None) -> int | None:
    return int(match["year"]) if match else None
