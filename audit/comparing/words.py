"""What comparisons say, in the words of a person."""

STATUSES: dict[str, tuple[str, str]] = {
    "new": ("新增", "new"),
    "dropped": ("取消", "dropped"),
    "raised": ("提高", "raised"),
    "lowered": ("降低", "lowered"),
    "unchanged": ("未变", "unchanged"),
    "reworded": ("改写", "reworded"),
    "changed": ("变化", "changed"),
    "ambiguous": ("无法确定", "ambiguous"),
    "new_project": ("新项目", "new project"),
    "dropped_project": ("项目未再出现", "project gone"),
    "ambiguous_project": ("项目无法确定", "project ambiguous"),
    "met": ("完成", "met"),
    "missed": ("未完成", "missed"),
    "under_way": ("执行中，尚未达到", "under way, not reached yet"),
    "not_comparable": ("无法比较", "not comparable"),
    "no_actual": ("未填完成值", "no actual value"),
}
MATCHED: dict[str, tuple[str, str]] = {
    "code": ("项目代码相同", "same project code"),
    "name": ("名称相同（不计年份）", "same name, years aside"),
    "name, other level": ("名称相同，层级不同", "same name, other level"),
    "similar name": ("名称相近", "similar name"),
}
STRICTNESSES: dict[str, tuple[str, str]] = {"stricter": ("更严", "stricter"), "looser": ("更松", "looser")}
SCORED: dict[str, tuple[str, str]] = {
    "as_the_rule": ("与规则相符", "as by the rule"),
    "above_the_rule": ("高于规则", "above the rule"),
    "below_the_rule": ("低于规则", "below the rule"),
    "above_weight": ("高于分值", "above the weight"),
}
WHY: dict[str, tuple[str, str]] = {
    "kind": ("种类不同", "of different kinds"),
    "unit": ("单位不同", "in different units"),
    "vague": ("范围不明", "too vague"),
    "text": ("文字表述", "words"),
    "direction": ("多少为好不明", "nothing tells whether more or less is better"),
    "number of values": ("数值个数不同", "different numbers of values"),
}
