"""What values in words say."""

import pytest

from normalize.statements import Sense, sense_of


@pytest.mark.parametrize(
    ("text", "sense"),
    [
        ("培训合格", Sense("boolean", truth=True)),
        ("不合格", Sense("boolean", truth=False)),
        ("未完成", Sense("boolean", truth=False)),
        ("已完成。", Sense("boolean", truth=True)),
        ("按期完成", Sense("boolean", truth=True)),
        ("按资金使用标准完成", Sense("reference")),
        ("据实结算", Sense("reference")),
        ("优良中差", Sense("scale")),
        ("优", Sense("grade")),
        ("二级及以上", Sense("grade")),
        ("按时足额", Sense("grade")),
        ("全面排名前列", Sense("rank")),
        ("有效提升试点企业知识产权综合实力", Sense("trend")),
        ("形成可复制可推广模式", Sense("text")),
        ("项目验收合格率", Sense("text")),
        ("", Sense("text")),
    ],
)
def test_the_sense_of_a_statement(text: str, sense: Sense) -> None:
    assert sense_of(text) == sense
