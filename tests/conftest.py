"""Fixtures that several floors use."""

from pathlib import Path

import pytest

from tests.command_line import CommandLine

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


@pytest.fixture
def jixiao(capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """The command line."""
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
