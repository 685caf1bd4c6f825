"""The one exception of the reading floor."""

import pytest

from schema.read_error import ReadError
from schema.source import Status


def test_it_carries_a_status_and_a_reason_in_both_languages() -> None:
    with pytest.raises(ReadError, match="the file is damaged") as refused:
        raise ReadError(Status.CORRUPT, zh="文件损坏", en="the file is damaged")
    assert (refused.value.status, refused.value.zh, refused.value.en) == (
        Status.CORRUPT,
        "文件损坏",
        "the file is damaged",
    )
