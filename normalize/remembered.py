"""What a pure function said of a short text, remembered: the same few hundred words stand in every form."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, ParamSpec, TypeVar, cast

Said = TypeVar("Said")
Asked = ParamSpec("Asked")

_MEMORIES: list[Callable[[], None]] = []
"""What empties each of the memories there are."""

_LONGEST = 120
"""A longer text is a goal or a reason, and never comes again."""
_MOST = 8192
"""So many texts are kept; then all are forgotten, which costs less than to tell the old from the new."""
_UNKNOWN: Any = object()
"""What stands for a text not met yet; to catch the error that a missing one raises takes ten times as long."""


def remembered(function: Callable[[str], Said]) -> Callable[[str], Said]:
    """The function with a memory; its result must depend on the text alone, and must not be changed by anyone.

    >>> asked = []
    >>> @remembered
    ... def length(text):
    ...     asked.append(text)
    ...     return len(text)
    >>> length("目标"), length("目标"), asked
    (2, 2, ['目标'])

    Raises what the function raises, and remembers nothing of it.
    """
    known: dict[str, Said] = {}

    @wraps(function)
    def looked_up(text: str) -> Said:
        kept: Said = known.get(text, _UNKNOWN)
        if kept is not _UNKNOWN:
            return kept
        said = function(text)
        if len(text) <= _LONGEST:
            if len(known) >= _MOST:
                known.clear()
            known[text] = said
        return said

    _MEMORIES.append(known.clear)
    return looked_up


def kept(most: int) -> Callable[[Callable[Asked, Said]], Callable[Asked, Said]]:
    """A function with a memory of its last answers, so many of them.

    >>> @kept(2)
    ... def double(number: int) -> int:
    ...     return 2 * number
    >>> double(4), double(4)
    (8, 8)
    """

    def with_memory(function: Callable[Asked, Said]) -> Callable[Asked, Said]:
        remembering = lru_cache(most)(function)
        _MEMORIES.append(remembering.cache_clear)
        return cast("Callable[Asked, Said]", remembering)

    return with_memory


def forget_all() -> None:
    """Forget what every function said, as at the start; what was read of the vocabulary stays."""
    for empty in _MEMORIES:
        empty()
