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
_BRACKETS = deferred(r"\([^()]*\)|《[^《》]*》")
_PREFIX_BREAK = deferred(r"-{2,}|—+|――|:")


@remembered
def from_field(text: str) -> int | None:
    """The year of a field that holds nothing else.

    >>> from_field("2020年"), from_field(" 2024 年度 "), from_field("2023年1-7月"), from_field("2019年-2021年")
    (2020, 2024, 2023, None)
    """
    return _year(_FIELD.fullmatch(fold(text)))


def from_title(title: str) -> int | None:
    """The one year a title states, in brackets or before the words; two different years state none.

    >>> from_title("项目支出绩效自评表（2023 年度）"), from_title("2024年项目支出绩效目标表"), from_title("绩效目标表")
    (2023, 2024, None)
    >>> from_title("2024—2026年项目支出绩效目标汇总表") is None
    True
    """
    years = {int(match["year"]) for match in _IN_TITLE.finditer(fold(title))}
    return years.pop() if len(years) == 1 else None


def from_name(name: str) -> int | None:
    """The year at the head of a project name, or of what follows a prefix and a dash.

    >>> from_name("2023年服务业发展资金（专利转化专项计划）"), from_name("非财政拨款——2024共建保护中心项目")
    (2023, 2024)
    >>> from_name("知识产权局志（1985-2020）编修"), from_name("2021-2023年绿化"), from_name("2000亩高标准农田")
    (None, None, None)
    """
    parts = _PREFIX_BREAK.split(_BRACKETS.sub("", fold(name)))
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
