"""The fields of a project as forms print them: what each @name of data/forms.toml stands for."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from bench.generation.voices import Voice, amount
from bench.generation.world import Project, Unit

_NAME = re.compile(r"@([a-z_]+[0-9]?)")
_CODED = ("{code}{name}", "{code}-{name}", "[{code}]{name}")
_AREAS = ("城关镇", "河口乡", "东山街道", "西坪村")
_PURPOSES = (
    "用于{name}相关支出。",
    "主要用于开展{name}，包括委托业务费、设备购置费、培训费等。",
    "1.开展{name}；\n2.加强日常管理和监督检查。",
)
_BASIS = "《中华人民共和国预算法》《关于全面实施预算绩效管理的意见》（中发〔2018〕34号）"
OF_HEAD = {
    "project": "project_name", "code": "project_code", "agency": "agency", "agency_code": "agency_code",
    "department": "department", "department_coded": "department", "region": "region", "goal": "goal",
    "goal_mid": "goal_midterm", "goal_actual": "goal_actual", "score": "score",
}  # fmt: skip
"""What a printed field is called in the JSON."""
OF_BUDGET = {
    "total": "total",
    "total_with_unit": "total",
    "total_yuan": "total",
    "fiscal": "fiscal",
    "other": "other",
    "other_or_none": "other",
}


@dataclass(slots=True)
class Fields:
    """The fields of one table by their names, and which of them were printed."""

    texts: dict[str, str]
    money: dict[str, Decimal]
    used: set[str]

    def fill(self, template: str) -> str:
        """A template with its @names replaced; whatever is printed counts as stated."""
        self.used.update(_NAME.findall(template))
        return _NAME.sub(lambda match: self.texts[match[1]], template)


def fields_of(unit: Unit, project: Project, voice: Voice, money_unit: str, chance: Random) -> Fields:
    """What a form prints of a project."""
    money = _money(project, chance)
    texts = {name: amount(yuan, money_unit, voice.money) for name, yuan in money.items()}
    code = _CODED[voice.coded]
    texts |= {
        "project": project.name,
        "code": project.code,
        "year": str(project.year),
        "year_end": str(project.year + 2),
        "year_in_title": "" if project.name.startswith(str(project.year)) else f"{project.year}年",
        "money": money_unit,
        "agency": unit.name,
        "agency_code": unit.code,
        "agency_coded": code.format(code=unit.code, name=unit.name),
        "department": unit.department,
        "department_coded": code.format(code=unit.department_code, name=unit.department),
        "region": unit.place.removesuffix("市"),
        "local": unit.name,
        "finance": f"{unit.place}财政局",
        "ministry": "中央主管部委",
        "goal": project.goal,
        "goal_mid": project.goal.replace("完成年度", "分年度完成") + "三年内全面完成建设任务。",
        "goal_actual": f"已完成年度目标：{project.goal}",
        "purpose": chance.choice(_PURPOSES).format(name=project.name),
        "basis": _BASIS,
        "attribute": chance.choice(("新增项目", "延续项目", "经常性项目")),
        "period": chance.choice((f"{project.year}年1月-{project.year}年12月", "1年", "3年")),
        "contact": chance.choice("王李张刘陈") + chance.choice(("伟", "芳", "建国", "秀英")),
        "phone": f"{chance.randint(2000000, 8999999)}",
        "rate": _percent(money["executed"], money["initial"]),
        "rate_fiscal": _percent(money["executed_fiscal"], money["initial_fiscal"]),
        "rate_other": _percent(money["executed_other"], money["initial_other"]),
        "rate_score": str(_score(money["executed"], money["initial"])),
        "total_yuan": amount(money["total"], "元", voice.money),
        "total_with_unit": amount(money["total"], money_unit, "plain") + money_unit,
    }
    for at, area in enumerate(chance.sample(_AREAS, len(_AREAS)), start=1):
        texts[f"area{at}"] = area
    for at, aim in enumerate(project.aims[:3], start=1):
        texts |= {f"task{at}": f"{aim.name.removesuffix('数量')}工作", f"content{at}": f"开展{aim.name}相关工作"}
    return Fields(texts, money, set())


def _money(project: Project, chance: Random) -> dict[str, Decimal]:
    """The amounts in yuan, every one a whole number of hundreds, so that 万元 with two decimals states it exactly."""
    total, other = project.total, project.other
    done = _hundreds(total * chance.choice((100, 100, 98, 95, 87, 76)) / 100)
    done_other = min(_hundreds(done / 5), other)
    parts = [_hundreds(total * share / 10) for share in (5, 3)]
    return {
        "total": total, "fiscal": total - other, "other": other,
        "mid_total": total * 3, "mid_fiscal": (total - other) * 3, "mid_other": other * 3,
        "initial": total, "initial_fiscal": total - other, "initial_other": other,
        "executed": done, "executed_fiscal": done - done_other, "executed_other": done_other,
        "amount1": parts[0], "amount2": parts[1], "amount3": total - sum(parts), "other_or_none": other,
    }  # fmt: skip


def _hundreds(money: Decimal) -> Decimal:
    return (money / 100).quantize(Decimal(1), ROUND_HALF_UP) * 100


def _percent(part: Decimal, whole: Decimal) -> str:
    return f"{part * 100 / whole:.2f}%" if whole else "—"


def _score(part: Decimal, whole: Decimal) -> Decimal:
    return (part * 10 / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)
