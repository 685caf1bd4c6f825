"""Patterns that are compiled when first asked: a program that only imports the grammar need not wait for them."""

import re
from typing import cast


class _Deferred:
    """A pattern not yet compiled; each method it is asked for is kept, so that the next call goes straight to it."""

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> object:
        asked: object = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, asked)
        return asked


def deferred(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that is compiled when it is first asked something.

    >>> digits = deferred("[0-9]+")
    >>> digits.fullmatch("2024") is not None, digits.sub("N", "5G"), digits.pattern
    (True, 'NG', '[0-9]+')
    """
    return cast("re.Pattern[str]", _Deferred(source, flags))
