"""What the words over and beside cells stand for."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

from normalize.money import unit_in_label
from normalize.remembered import remembered
from normalize.text import fold
from parsers.layouts.words.label_list import KNOWN, LONGEST_LABEL, Period, Stage, bare, label_list

_UNLISTED = re.compile(r"[\u3400-\u9fff()/、-]{3,16}")
"""The shape of a label that is not listed and may be told by how it ends."""
_MONTHS = re.compile(r"[0-9—–~-]")
"""What the months of a label are written with: 1—7月."""
_LONGEST_BRACKET, _LONGEST_COLUMN = 10, 16
"""No bracket behind the label of a column is longer, 权重（百分比）, and no label that is one by how it ends."""
_MEASURED = re.compile(r"[\u3400-\u9fff()/、]{2,16}\((?:单位:)?(?:人民币)?(?:亿元|百万元|千元|万元|元)\):?")
_PART_OF_YEAR = re.compile(r"其中:?20\d\d年度?(?:\((?:万|亿)?元\))?:?")
_NOTE = re.compile(r"(?:备?注|说明|填表说明|填报说明|填写说明|注释)\d*:|填[表报写]说明")
_COVERS = re.compile(r"(?:年|年度|期|月|指标|目标|值|计划|情况|完成|执行|数|任务|体系)(?:\([^()]*\))?\d{0,2}:?$")
"""How a label ends that names a period; a sentence that only speaks of one ends otherwise."""
_NUMBERED = re.compile(r"([\u4e00-\u9fff]{3,8})\(?[0-9]{1,2}\)?")
"""A label over one of several groups of columns; 指标1 alone stands for a name in an empty form."""
_WITHIN = re.compile(r"\s*其\s*中\s*[:：]")
_BRACKETED = re.compile(r"\([^()]*\)")
_LONGEST_WORD = 24
"""No label that names a period or a stage is longer."""

Named = TypeVar("Named", bound=str)
_AREA = re.compile(
    r"[\u3400-\u9fff]{1,12}(?:村|镇|乡|县|区|市|州|旗|盟|街道|社区|省|居委会|办事处|农场|苏木|兵团|办)|合计|总计"
)


@remembered
def header_field(text: str) -> str | None:
    """The field a label in the head of a table names, or None.

    >>> header_field("项目名称："), header_field("*主管部门（盖章）"), header_field("广州市市场监管局")
    ('project_name', 'department', None)
    """
    return label_list().header.get(bare(text))


@remembered
def amount_role(text: str) -> str | None:
    """The role of the amount a label in the head of a table names, or None.

    >>> amount_role("其中：财政    资金"), amount_role("项目资金（万元）"), amount_role("用于维保")
    ('fiscal', 'total', None)
    >>> amount_role("其中：市级"), amount_role("市级")
    ('fiscal', None)
    """
    spelling = bare(text)
    within = f"{spelling}资金" if _WITHIN.match(text) else spelling
    return label_list().amounts.get(spelling) or label_list().amounts.get(within)


@remembered
def column(text: str) -> str | None:
    """The column a label over a grid of indicators names, or None.

    >>> column("三级指标"), column("指标 值"), column("≥90%")
    ('name', 'value', None)
    >>> column("1～7月完成值"), column("全年预计完成值"), column("调整前指标值")
    ('actual', 'forecast', 'previous')
    """
    return _column(bare(text))


@lru_cache(maxsize=KNOWN)
def _column(spelling: str) -> str | None:
    known = label_list()
    role = known.columns.get(spelling)
    if role is None and spelling.endswith(")") and len(spelling) - spelling.rfind("(") <= _LONGEST_BRACKET:
        role = known.columns.get(spelling[: spelling.rfind("(")])
    if role is None and (numbered := _NUMBERED.fullmatch(spelling)):
        role = known.columns.get(numbered[1])
    if role is not None or len(spelling) > _LONGEST_COLUMN or spelling in known.groups:
        return role
    if not spelling.endswith(tuple(known.endings)):  # as most names and values do not
        return None
    role = next((role for ending, role in known.endings.items() if spelling.endswith(ending)), None)
    turned = (to for to, (of, words) in known.turned.items() if role in of and any(word in spelling for word in words))
    return next(turned, role)


def unnumbered(text: str) -> str:
    """A bare label without the number of its group: 绩效指标1 beside 绩效指标2.

    >>> unnumbered("指标值2："), unnumbered("指标值")
    ('指标值', '指标值')
    """
    numbered = _NUMBERED.fullmatch(bare(text))
    return numbered[1] if numbered else bare(text)


@remembered
def is_forecast(text: str) -> bool:
    """Whether a label under what was achieved announces what is expected instead.

    >>> is_forecast("全年预计"), is_forecast("1-7月")
    (True, False)
    """
    return any(word in fold(text[:_LONGEST_WORD]) for word in label_list().turned["forecast"][1])


@remembered
def grade(text: str) -> str | None:
    """The grade a label over a column of thresholds names, or None.

    >>> grade("优"), grade("良好（≥80）"), grade("优良中差")
    ('优', '良', None)
    """
    return label_list().grades.get(_BRACKETED.sub("", fold(text))) if len(text) <= _LONGEST_WORD else None


@remembered
def period(text: str) -> Period | None:
    """The period a label over columns or beside rows of indicators names, or None.

    >>> period("中期指标值"), period("上半年"), period("年度绩效指标（2024年）"), period("全年送戏240场")
    ('mid_term', 'half_year', 'annual', None)
    """
    return _period(text) if len(text) <= _LONGEST_WORD else None


@lru_cache(maxsize=KNOWN)
def _period(text: str) -> Period | None:
    return _named(text, label_list().periods) if _COVERS.search(fold(text)) else None


@remembered
def is_of_whole(text: str) -> bool:
    """Whether a label over values says that they hold for the project as a whole, as the year's beside them do not.

    >>> is_of_whole("总目标值"), is_of_whole("年度总目标值")
    (True, False)
    """
    return bare(text) in label_list().whole


@remembered
def stage(text: str) -> Stage | None:
    """Whether a label says that what follows held before an adjustment, or holds after it.

    >>> stage("调整前绩效指标"), stage("调整后"), stage("调整原因")
    ('before', 'after', None)
    """
    return _stage(text) if len(text) <= _LONGEST_WORD else None


@lru_cache(maxsize=KNOWN)
def _stage(text: str) -> Stage | None:
    return _named(text, label_list().stages)


@remembered
def is_area(text: str) -> bool:
    """Whether a label over a column is the name of an area: a village, a town, a county.

    >>> is_area("城厢镇"), is_area("合计"), is_area("指标值")
    (True, True, False)
    """
    return _AREA.fullmatch(fold(text)) is not None if len(text) <= _LONGEST_WORD else False


def _named(text: str, words: Mapping[Named, Sequence[str]]) -> Named | None:
    folded = fold(text)
    return next((name for name, known in words.items() if any(word in folded for word in known)), None)


@remembered
def is_group(text: str) -> bool:
    """Whether a label only gathers others.

    >>> is_group("绩 效 指\\n标"), is_group("产出指标")
    (True, False)
    """
    return bare(text) in label_list().groups


def is_broad(text: str) -> bool:
    """Whether the word of a level 1 holds several, of which the level 2 below it tells one.

    >>> is_broad("影响力目标"), is_broad("效果目标")
    (True, False)
    """
    return bare(text) in label_list().broad


@remembered
def is_note(text: str) -> bool:
    """Whether a line is a note on the form: 注：…, 填表说明：….

    >>> is_note("注：本表由单位填报"), is_note("注册企业数")
    (True, False)
    """
    return _NOTE.match(fold(text[:LONGEST_LABEL])) is not None


def explains(text: str) -> bool:
    """Whether what stands behind a label only says what the label means.

    >>> explains("指单位从同级财政部门取得的资金。"), explains("指导农户用好的补贴")
    (True, False)
    """
    return label_list().explains.match(text) is not None


def is_task_label(text: str) -> bool:
    """Whether a label heads the list of a department's yearly tasks.

    >>> is_task_label("任务名称"), is_task_label("年度主要任务")
    (True, False)
    """
    return bare(text) in label_list().tasks


def is_measured(text: str) -> bool:
    """Whether a text is a label in words nobody listed that brings a unit of money for what stands beside it.

    >>> is_measured("申请资金规模（万元）"), is_measured("拨付资金800（万元）")
    (True, False)
    """
    return len(text) <= _LONGEST_WORD and _MEASURED.fullmatch(fold(text)) is not None


def speaks_of_money(text: str) -> bool:
    """Whether a label speaks of money, by the unit it brings or by how it ends, be it of none that is known.

    >>> speaks_of_money("债券利息（万元）"), speaks_of_money("代建管理经费"), speaks_of_money("经费文号")
    (True, True, False)
    """
    return len(text) <= _LONGEST_WORD and (unit_in_label(text) is not None or bare(text).endswith(label_list().money))


@remembered
def is_total(text: str) -> bool:
    """Whether a label opens a row that adds up what stands above it.

    >>> is_total("合 计"), is_total("总成本")
    (True, False)
    """
    return bare(text) in label_list().totals


@remembered
def field_of(text: str) -> str | None:
    """The field a label at the head of a row names, be it one of a spelling nobody listed, by how it ends; or None.

    >>> field_of("项目名称"), field_of("部门职能职责描述"), field_of("调整前年度总体目标"), field_of("完成年度目标。")
    ('project_name', 'core_tasks', 'goal_previous', None)
    >>> field_of("总分"), field_of("合计")
    ('score', None)
    >>> field_of("上一年度绩效目标完成情况"), field_of("年度绩效目标完成情况")
    ('goal_previous', 'goal_actual')
    """
    name = header_field(text) or _by_ending(bare(text), label_list().header_endings)
    if name is None and is_total(text) and bare(text).endswith("分"):
        return "score"
    if name == "goal" and stage(text) == "before":
        return "goal_previous"
    if name in {"goal", "goal_actual"} and any(word in bare(text) for word in label_list().turned["history"][1]):
        return "goal_previous"
    return name


@remembered
def amount_of(text: str) -> str | None:
    """The role of an amount a label names, be it one of a spelling nobody listed, by how it ends; or None.

    >>> amount_of("部门支出预算数"), amount_of("调整后项目资金总额"), amount_of("资金管理办法")
    ('total', 'adjusted', None)
    >>> amount_of("截至6月底执行数"), amount_of("同名项目上年预算额"), amount_of("上年结转资金")
    ('executed', 'earlier', 'other')
    >>> amount_of("1—7月执行率"), amount_of("全年预计支出"), amount_of("合计"), amount_of("总分")
    ('execution_rate', 'expected', 'total', None)
    >>> amount_of("本年申请资金（万元）"), amount_of("当年计划投资"), amount_of("年度任务")
    ('total', 'total', None)
    """
    if (is_total(text) and not bare(text).endswith("分")) or _PART_OF_YEAR.fullmatch(fold(text[:_LONGEST_WORD])):
        return "total"
    role = amount_role(text) or _of_year(bare(text))
    role = role or _by_ending(_MONTHS.sub("", bare(text)), label_list().amount_endings)
    if role not in {None, "other"} and "上年" in bare(text):
        return "earlier"
    if role != "total":
        return role
    return {"before": "initial", "after": "adjusted", None: "total"}[stage(text)]


def _of_year(spelling: str) -> str | None:
    """The role of an amount whose label says before a listed one that it is the year's: 本年申请资金."""
    begun = next((word for word in label_list().of_year if spelling.startswith(word)), None)
    return label_list().amounts.get(spelling.removeprefix(begun)) if begun else None


def _by_ending(spelling: str, endings: Mapping[str, str]) -> str | None:
    if not _UNLISTED.fullmatch(spelling):
        return None
    return next((name for ending, name in endings.items() if spelling.endswith(ending)), None)


@remembered
def is_personal(text: str) -> bool:
    """Whether a label announces personal data.

    >>> is_personal("联系人及电话"), is_personal("单位负责人签字："), is_personal("项目名称")
    (True, True, False)
    """
    return _is_personal(bare(text))


@lru_cache(maxsize=KNOWN)
def _is_personal(spelling: str) -> bool:
    known = label_list()
    return spelling in known.personal or (
        spelling.endswith(known.personal_endings) and _UNLISTED.fullmatch(spelling) is not None
    )


@remembered
def awaits_signature(text: str) -> bool:
    """Whether a label asks for a name or a seal and has neither beside it in its cell.

    >>> awaits_signature("单位（盖章）"), awaits_signature("填表人（签字）："), awaits_signature("填表人：张三")
    (True, True, False)
    """
    return len(text) <= LONGEST_LABEL and (is_personal(text) or fold(text).rstrip(":").endswith(label_list().sealed))


@remembered
def is_foot(text: str) -> bool:
    """Whether a label is one that forms print below themselves too.

    >>> is_foot("联系人"), is_foot("备注："), is_foot("自评等级"), is_foot("项目名称")
    (True, True, True, False)
    """
    return is_personal(text) or header_field(text) in {"notes", "report_date", "score", "assessment"}


@remembered
def is_head_label(text: str) -> bool:
    """Whether a text is a label of the head of a table, of whatever sort.

    >>> is_head_label("其他资金"), is_head_label("联系电话"), is_head_label("40.00")
    (True, True, False)
    """
    return _is_head_label(bare(text)) or (_WITHIN.match(text) is not None and amount_role(text) is not None)


@lru_cache(maxsize=KNOWN)
def _is_head_label(spelling: str) -> bool:
    known = label_list()
    return spelling in known.header or spelling in known.amounts or _is_personal(spelling)
