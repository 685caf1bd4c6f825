"""Lines that are nothing but the number of a page."""

import re

_NUMBER = r"(?:\d{1,4}|[一二三四五六七八九十百]{1,5})"
_DASHES = r"[-—–－~～·•|｜.\s]*"
_PAGE_NUMBER = re.compile(
    rf"{_DASHES}(?:第|[Pp]age|[Pp]\.?)?\s*{_NUMBER}\s*页?(?:[/／，,\s]*(?:共|of)?\s*{_NUMBER}\s*页?)?{_DASHES}"
)


def is_page_number(text: str) -> bool:
    """Whether a line is the number of a page and nothing else.

    >>> is_page_number("— 12 —"), is_page_number("第3页共5页"), is_page_number("2024年第3页")
    (True, True, False)
    """
    return _PAGE_NUMBER.fullmatch(text.strip()) is not None
