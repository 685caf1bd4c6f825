"""Folders of performance tables as text, for measuring imports: equal ones, rivals and broken ones among them."""

from pathlib import Path

_FORM = """项目支出绩效目标表（{year}年度）
项目名称\t{project}\t预算年度\t{year}
主管部门\t{agency}主管局\t实施单位\t{agency}
项目资金（万元）\t{budget}
年度目标\t完成{project}各项工作，质量达到规定要求
一级指标\t二级指标\t三级指标\t指标值
"""
_LINES = (
    "产出指标\t数量指标\t{what}数量{row}\t≥{number}件\n",
    "产出指标\t质量指标\t{what}合格率{row}\t≥{percent}%\n",
    "产出指标\t时效指标\t{what}完成时限{row}\t{year}年12月31日前\n",
    "产出指标\t成本指标\t{what}支出{row}\t≤{number}.5万元\n",
    "效益指标\t社会效益指标\t{what}服务水平{row}\t有效提升\n",
    "满意度指标\t服务对象满意度指标\t{what}群众满意度{row}\t≥{percent}%\n",
)
_WHAT = ("道路", "桥梁", "专利", "培训", "绿化", "供水", "养老", "信息化")


def form(number: int, rows: int = 24, shift: int = 0) -> str:
    """One form, the same for the same numbers.

    >>> form(3).count(chr(10)), form(3) == form(3), form(3) == form(3, shift=1)
    (30, True, False)
    """
    what, year = _WHAT[number % len(_WHAT)], 2018 + number % 7
    facts = {"year": year, "project": f"{what}项目{number}", "agency": f"第{number % 97}处"}
    lines = []
    for row in range(rows):
        amount = number % 50 + row + 1 + shift
        lines.append(_LINES[row % len(_LINES)].format(what=what, row=row, number=amount, percent=60 + row, year=year))
    return _FORM.format(**facts, budget=f"{number % 900 + 10}.50") + "".join(lines)


def fill(folder: Path, count: int, rows: int = 24) -> None:
    """Make a folder of so many files: one of ten twice, one of fifteen in two versions, one of forty broken."""
    for number in range(count):
        place = folder / f"{number // 500:03}"
        place.mkdir(parents=True, exist_ok=True)
        text = form(number, rows)
        if number % 10 == 9:
            text = form(number - 9, rows)
        elif number % 15 == 14:
            text = form(number - 1, rows, shift=1)
        elif number % 40 == 39:
            text = ""
        (place / f"{number:06}.txt").write_text(text, encoding="utf-8")
