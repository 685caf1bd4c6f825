"""Names of offices."""

import pytest

from parsers.layouts.words.offices import is_office


@pytest.mark.parametrize(
    "text", ["池州市教育局", "中共某县委办公室", "某市第二人民医院", "某县某镇人民政府", "某市供销合作社联合社"]
)
def test_names(text: str) -> None:
    assert is_office(text)


@pytest.mark.parametrize(
    "text",
    ["教育局", "部门预算管理中心", "2023年教育局", "召开会议，推动局部", "项目单位：教育局", "绩效目标填报单位会", ""],
)
def test_other_texts(text: str) -> None:
    assert not is_office(text)
