"""Fiscal years and where they stand."""

import pytest

from normalize.fiscal_years import from_field, from_file_name, from_name, from_title


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2020年", 2020),
        ("2020", 2020),
        ("2020年度", 2020),
        ("２０２０", 2020),
        ("20200", None),
        ("1820年", None),
        ("", None),
    ],
)
def test_fields(text: str, year: int | None) -> None:
    assert from_field(text) == year


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("（2023年度）项目支出绩效自评表", 2023),
        ("绩效目标表 ( 2021 年度)", 2021),
        ("2021-2023年滚动绩效目标表", None),
        ("2021年和2022年绩效目标表", None),
        ("12024年绩效目标表", None),
    ],
)
def test_titles(title: str, year: int | None) -> None:
    assert from_title(title) == year


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("2024年局机关信息化运维", 2024),
        ("2024年度培训", 2024),
        ("2024共建保护中心", 2024),
        ("非财政拨款——2024共建保护中心项目", 2024),
        ("（结转）2023年奖励资金", 2023),
        ("2021-2023年绿化", None),
        ("2021年-2023年绿化", None),
        ("2000亩高标准农田", None),
        ("2000人培训", None),
        ("2019级研究生补助", None),
        ("局志（1985-2020）编修", None),
        ("第2024号工程", None),
        ("信息化运维2024年", None),
    ],
)
def test_names(name: str, year: int | None) -> None:
    assert from_name(name) == year


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("天津2024年绩效目标.docx", 2024),
        ("2024.xlsx", 2024),
        ("jixiao-2024.txt", 2024),
        ("002_6aaa2024fa76d18eacb.txt", None),
        ("20240131.pdf", None),
        ("2023-2024.txt", None),
    ],
)
def test_file_names(name: str, year: int | None) -> None:
    assert from_file_name(name) == year
