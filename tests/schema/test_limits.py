"""Limits as values."""

import pytest
from pydantic import ValidationError

from schema.limits import MIB, Limits


def test_the_limits_that_hold_unless_an_importer_says_otherwise() -> None:
    assert Limits().model_dump() == {
        "file_bytes": 200 * MIB,
        "zip_entries": 4_096,
        "inflated_bytes": 512 * MIB,
        "part_bytes": 256 * MIB,
        "inflation_ratio": 200,
        "inflation_ratio_from_bytes": MIB,
        "archive_nesting": 3,
        "xml_depth": 256,
        "pages": 5_000,
        "cells": 2_000_000,
        "characters": 50_000_000,
        "wall_seconds": 120,
        "worker_bytes": 1_024 * MIB,
        "answer_bytes": 96 * MIB,
    }


@pytest.mark.parametrize("name", Limits.model_fields)
@pytest.mark.parametrize("value", [0, -1])
def test_a_limit_of_nothing_is_refused(name: str, value: int) -> None:
    with pytest.raises(ValidationError):
        Limits.model_validate({name: value})
    assert getattr(Limits.model_validate({name: 1}), name) == 1
