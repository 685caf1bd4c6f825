"""Sentences that several commands say: why a file failed, where something stands."""

from ingest.failure import Failure
from ingest.statuses import ADVICE
from ingest.terminal import Terminal


def failure_said(failure: Failure, terminal: Terminal) -> str:
    """A line for a file that failed: what happened, and what to do.

    The reason that a reader gives says both; where there is none, the status does.
    """
    advice = ADVICE[failure.status]
    zh = failure.zh or f"{advice.zh}；{advice.next_zh}"
    en = failure.en or f"{advice.en}; {advice.next_en}"
    status = failure.status.value
    return terminal.pick(zh=f"{failure.path}：{zh}（{status}）", en=f"{failure.path}: {en} ({status})")


def tell_failure(failure: Failure, terminal: Terminal) -> None:
    """That line, as talk."""
    said = failure_said(failure, terminal)
    terminal.tell(zh=said, en=said)


def counted(number: int, noun: str) -> str:
    """A number with its English noun, one or several.

    >>> counted(1, "file"), counted(2, "file"), counted(1200, "target")
    ('1 file', '2 files', '1,200 targets')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def place_of(place: str | None, row: int | None, column: int | None, terminal: Terminal) -> str:
    """A place for a person.

    >>> place_of("table 2", 14, None, Terminal("en")), place_of("table 2", 14, 3, Terminal("zh"))
    ('table 2 › row 14', 'table 2 › 第14行 › 第3列')
    """
    parts = [place or ""]
    if row is not None:
        parts.append(terminal.pick(zh=f"第{row}行", en=f"row {row}"))
    if column is not None:
        parts.append(terminal.pick(zh=f"第{column}列", en=f"column {column}"))
    return " › ".join(filter(None, parts))
