"""The public catalogue of diagnostics: each code with its severity and its sentence in Chinese and English.

To add one, add a member; `{words}` in a sentence are the `args` of a diagnostic. A published code keeps its meaning.
"""

from enum import StrEnum
from typing import Self


class Code(StrEnum):
    """A stable name for one kind of oddity.

    >>> Code("unused-cell").severity, Code.UNUSED_CELL.en
    ('warning', "cell '{text}' was not understood; check it against the source")
    """

    severity: str
    zh: str
    en: str

    def __new__(cls, value: str, severity: str, zh: str, en: str) -> Self:
        """Hang severity and sentences on the code."""
        code = str.__new__(cls, value)
        code._value_ = value
        code.severity, code.zh, code.en = severity, zh, en
        return code

    # Reading: what the file is like.
    ENCODING_GUESSED = (
        "encoding-guessed",
        "info",
        "文件未声明编码，按 {encoding} 读取",
        "the file does not declare its encoding; it was read as {encoding}",
    )
    CONTROL_CHARACTERS = (
        "control-characters",
        "warning",
        "文件含有 {count} 个控制字符，已略去",
        "the file holds {count} control characters; they were left out",
    )
    LOST_CHARACTER = (
        "lost-character",
        "warning",
        "“{text}”中的“？”可能是丢失的字符",
        "a '？' in '{text}' may stand for a lost character",
    )

    # Layout: what was understood of the tables.
    UNUSED_CELL = (
        "unused-cell",
        "warning",
        "单元格“{text}”未被识别，请对照原文",
        "cell '{text}' was not understood; check it against the source",
    )
    UNUSED_TEXT = (
        "unused-text",
        "warning",
        "“{text}”未被识别为指标，请对照原文",
        "'{text}' was not understood as an indicator; check it against the source",
    )
    OTHER_TABLE = (
        "other-table",
        "info",
        "此表格不是绩效表，未读取（{cells} 个单元格）",
        "this grid is no performance table and was left alone ({cells} cells)",
    )
    EMPTY_TEMPLATE = (
        "empty-template",
        "warning",
        "绩效表“{title}”只有表样，没有填写指标",
        "performance table '{title}' is an empty template: every indicator is a placeholder",
    )
    REPAIRED_SHIFT = (
        "repaired-shift",
        "warning",
        "“{text}”错列，按指标体系归入“{field}”",
        "'{text}' stood in the wrong column; the vocabulary of levels puts it under {field}",
    )
    VALUE_MOVED = (
        "value-moved",
        "warning",
        "指标值“{value}”错位，归还给指标“{name}”",
        "value '{value}' stood with another row; it was given back to indicator '{name}'",
    )
    VALUE_FROM_NAME = (
        "value-from-name",
        "info",
        "指标值“{value}”写在指标名称单元格内",
        "value '{value}' stood in the name cell",
    )
    TITLE_MISSING = (
        "title-missing",
        "info",
        "绩效表没有标题",
        "the performance table has no title",
    )
    UNKNOWN_LEVEL = (
        "unknown-level",
        "warning",
        "“{level}”不在指标体系中，按原文保留",
        "level '{level}' is not in the taxonomy; it is kept as written",
    )
    LEVEL_INFERRED = (
        "level-inferred",
        "info",
        "一级指标缺失，由二级指标“{level2}”推定为“{level1}”",
        "level 1 is missing; it follows from level 2 '{level2}': {level1}",
    )
    YEAR_FROM_NAME = (
        "year-from-name",
        "info",
        "预算年度取自项目名称：{year}",
        "the fiscal year was taken from the project name: {year}",
    )
    YEAR_FROM_FILE_NAME = (
        "year-from-file-name",
        "info",
        "预算年度取自文件名：{year}",
        "the fiscal year was taken from the file name: {year}",
    )
    MONEY_UNIT_ASSUMED = (
        "money-unit-assumed",
        "warning",
        "金额“{amount}”没有单位，按万元计",
        "amount '{amount}' states no unit; it was read in 万元",
    )
    AMOUNT_UNREADABLE = (
        "amount-unreadable",
        "warning",
        "金额“{amount}”无法识别",
        "amount '{amount}' could not be read",
    )
    AMOUNTS_UNCLEAR = (
        "amounts-unclear",
        "warning",
        "“{part}”有 {count} 个金额，与总额对不上，未取值，请对照原文",
        "{part} is stated in {count} amounts that do not come to the total; it was left open, check the source",
    )
    TABLE_NOT_UNDERSTOOD = (
        "table-not-understood",
        "warning",
        "此表格像绩效表，但未能识别（{cells} 个单元格），请对照原文",
        "this grid looks like a performance table and was not understood ({cells} cells); check the source",
    )
    PARAGRAPHS_JOINED = (
        "paragraphs-joined",
        "warning",
        "指标名称“{name}”由几段合成，可能是几个指标",
        "indicator name '{name}' was made of several paragraphs; they may be indicators of their own",
    )
    VALUE_MAYBE_IN_NAME = (
        "value-maybe-in-name",
        "warning",
        "指标“{name}”没有指标值，指标名称中含有数值",
        "indicator '{name}' has no value, but its name holds a number",
    )
    PERSONAL_DATA = (
        "personal-data",
        "info",
        "“{label}”为个人信息，未导入",
        "'{label}' is personal data and was left out",
    )

    # Values: what was understood of an indicator's value.
    UNPARSED = (
        "unparsed",
        "warning",
        "指标值“{text}”含有数字，但无法识别",
        "value '{text}' holds digits that could not be read",
    )
    VALUE_TOO_LONG = (
        "value-too-long",
        "warning",
        "指标值过长（{length} 字），未查找数值",
        "the value has {length} characters, too many for a value; it was not searched for targets",
    )
    UNIT_UNKNOWN = (
        "unit-unknown",
        "warning",
        "计量单位“{unit}”不在单位表中，按原文保留",
        "unit '{unit}' is not in the vocabulary; it is kept as written",
    )
    UNIT_INFERRED = (
        "unit-inferred",
        "info",
        "“{text}”没有单位，由指标名称推定为“{unit}”",
        "'{text}' states no unit; the indicator's name suggests {unit}",
    )
    UNIT_MISSING = (
        "unit-missing",
        "info",
        "“{text}”没有单位",
        "'{text}' states no unit",
    )
    UNIT_CONFLICT = (
        "unit-conflict",
        "warning",
        "指标值的单位“{value}”与{place}“{other}”不一致，以指标值为准",
        "the value says {value}, its {place} says {other}; the value counts",
    )
    UNIT_AMBIGUOUS = (
        "unit-ambiguous",
        "info",
        "单位“{unit}”有多种含义，按“{canonical}”理解",
        "unit '{unit}' has several meanings; it was read as {canonical}",
    )
    OPERATOR_CONFLICT = (
        "operator-conflict",
        "warning",
        "“{text}”中的比较符“{one}”与“{other}”矛盾，取“{one}”",
        "'{text}' compares both by {one} and by {other}; {one} was taken",
    )
    OPERATOR_WITH_RANGE = (
        "operator-with-range",
        "warning",
        "“{text}”既是区间又带比较符",
        "'{text}' is a range and carries an operator as well",
    )
    OPERATOR_UNREADABLE = (
        "operator-unreadable",
        "warning",
        "无法识别比较符“{operator}”",
        "operator '{operator}' could not be read",
    )
    NATURE_MISMATCH = (
        "nature-mismatch",
        "info",
        "标注为“{nature}”，与指标值“{text}”不符",
        "the row is declared {nature}, which its value '{text}' is not",
    )
    COLUMN_SHIFT = (
        "column-shift",
        "warning",
        "指标值“{text}”应属其他列",
        "value '{text}' belongs in another column",
    )
    PERCENT_AS_ONE = (
        "percent-as-one",
        "warning",
        "“{text}”可能是丢失百分号的 {percent}%",
        "'{text}' may be {percent}% that lost its percent sign",
    )
    MISREAD_OPERATOR = (
        "misread-operator",
        "warning",
        "“{text}”可能是“≥{rest}”的误识",
        "'{text}' may be a misread '≥{rest}'",
    )
    YEAR_UNKNOWN = (
        "year-unknown",
        "warning",
        "“{text}”没有写明年份，预算年度也未知",
        "'{text}' names no year, and the fiscal year is unknown",
    )
    DEADLINE_VAGUE = (
        "deadline-vague",
        "info",
        "“{text}”可指期初之前或期末之前，按期末理解",
        "'{text}' may mean before its first or its last day; the last was taken",
    )
    FORMULA_UNIT_AMBIGUOUS = (
        "formula-unit-ambiguous",
        "warning",
        "“{text}”的公式与目标值单位不一致（比值或百分数）",
        "the formula in '{text}' leaves open whether its number is a ratio or a percentage",
    )
    BASIS_INFERRED = (
        "basis-inferred",
        "info",
        "“{text}”没有写明比较基准，按指标名称推定为“{basis}”",
        "'{text}' names no basis; the indicator's name suggests {basis}",
    )
    SCALE_LISTED = (
        "scale-listed",
        "info",
        "“{text}”列出评价等级，不是目标",
        "'{text}' lists the grades of a scale and sets no target",
    )
    VALUE_REPEATED = (
        "value-repeated",
        "info",
        "“{text}”重复出现",
        "'{text}' is written twice",
    )
    LINE_UNREADABLE = (
        "line-unreadable",
        "error",
        "第 {line} 行无法读取：{reason}",
        "line {line} could not be read: {reason}",
    )

    # Import: what became of a file.
    NOT_READ = (
        "not-read",
        "error",
        "未读取：{zh}",
        "not read: {en}",
    )
    OWN_DEFECT = (
        "own-defect",
        "error",
        "程序内部错误（{error}），此文件未导入，请反馈",
        "a defect of jixiao ({error}); this file was not imported, please report it",
    )
