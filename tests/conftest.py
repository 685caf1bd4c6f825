"""Fixtures that several floors use."""

import os
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pytest
from hypothesis import settings

from ingest.order import Order
from ingest.pool import Pool
from ingest.reading import FileReader
from tests.command_line import CommandLine
from tests.ingest.inline import Inline

# Speed is measured in bench, never here: a slow machine must not fail a property. What checks a change tries the same
# examples each time; on a desk they are drawn anew.
settings.register_profile("jixiao", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("jixiao")

# No test is as wide as the terminal it runs beside, nor as the processes that run tests in parallel say.
os.environ.pop("COLUMNS", None)

SAMPLES = Path(__file__).parents[1] / "samples" / "documents"

FORM = """项目名称\t修路\t年度\t2024
主管部门\t交通局\t实施单位\t公路处
一级指标\t二级指标\t三级指标\t指标值
产出指标\t数量指标\t修路里程\t≥12公里
产出指标\t质量指标\t验收合格率\t≥95%
产出指标\t成本指标\t项目总经费\t≤50万元
效益指标\t社会效益指标\t5G网络覆盖\t有效提升
满意度指标\t服务对象满意度指标\t群众满意度\t≥90
"""


def inline(order: Order) -> AbstractContextManager[Pool]:
    """Reading in this process: starting another for each import would take most of the time of a test."""
    return nullcontext(Inline(FileReader(order.limits)))


@pytest.fixture
def jixiao(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    """The command line; it reads in this process."""
    monkeypatch.setattr("ingest.order.pool", inline)
    return CommandLine(capsys)


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """A performance table in a folder of its own."""
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "road.txt").write_text(FORM, encoding="utf-8")
    return folder / "road.txt"


@pytest.fixture
def samples() -> Path:
    """The published documents beside the source."""
    return SAMPLES
