"""The ten hardest values and how they are read: `python -m bench.hardest` writes docs/value-hardest.md."""

from typing import NamedTuple

from bench import peers
from ingest.spoken import spoken
from normalize import parse_value

PAGE = peers.ROOT / "docs" / "value-hardest.md"
HEAD = """# The ten hardest values

Written by `python -m bench.hardest`; do not edit. A test compares this page with what is read today. Bounds are in
canonical units. What stands beside a value is shown in brackets.

| value | read as | why it is hard |
|---|---|---|
"""


class Hard(NamedTuple):
    """A value, why it is hard, and the name and unit beside it."""

    text: str
    why: str
    name: str | None = None
    unit: str | None = None


HARDEST = (
    Hard(
        "在不少于15家纸媒、媒体平台、公众号、网站等发布不少于30篇的活动宣传报道",
        "two targets in one clause; the list between them is no boundary, and `不少于` stands away from its noun",
    ),
    Hard(
        "不低于90%或比2023年提升不低于15个百分点",
        "either is enough; the second is a growth in points over a year, and 2023 is no number",
    ),
    Hard(
        "从2022年的80%提高到2025年的90%",
        "a level to reach, not a growth; two years and a percentage that are no targets",
    ),
    Hard(
        "2024年6月30日前完成50%，12月31日前完成100%",
        "two deadlines and two shares; the second deadline takes the fiscal year",
    ),
    Hard(
        "80（含）-90分（不含）",
        "each end says by itself whether it belongs to the range; the unit stands behind the last",
    ),
    Hard("30天-2个月", "a range whose ends do not convert into each other: no month has a fixed number of days"),
    Hard("20%左右（±2%）", "softened and then bounded; the bracket is no note"),
    Hard("3亿", "no unit; the name tells that it is money, which is inferred and said to be", name="发行产品规模"),
    Hard("≤10分", "minutes under this name, a score under another", name="系统响应时间"),
    Hard(
        "符合GB/T 33190-2016，PM2.5浓度≤35微克/立方米，12345热线办结率≥98%",
        "the digits of standards, substances and hotlines state no number",
    ),
)


def page() -> str:
    """The page as it must stand."""
    return HEAD + "".join(_row(hard) for hard in HARDEST)


def _row(hard: Hard) -> str:
    reading = parse_value(hard.text, name=hard.name, unit=hard.unit, fiscal_year=2024)
    joined = {"and": "；并且 ", "or": "；或者 ", None: ""}[reading.join]
    read = joined.join(f"{spoken(target, 'zh')} (`{target.text}`)" for target in reading.targets)
    odd = "".join(f"<br>! {diagnostic.message('zh')}" for diagnostic in reading.diagnostics)
    beside = f" [{hard.name}]" if hard.name else ""
    return f"| `{hard.text}`{beside} | {read}{odd} | {hard.why} |\n"


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
