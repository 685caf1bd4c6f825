"""R94: amounts in the text of the goal that add up to more than the budget."""

import re
from collections.abc import Iterator
from sqlite3 import Connection

from audit.rules.figures import amount_of, yuan
from audit.rules.goals import quantities, sentences
from audit.rules.header import read_head
from audit.rules.rows import Coded, Row, Values

HEAD = """
code = "R94"
severity = "high"
title_zh = "绩效目标中的金额超过预算"
title_en = "amounts in the goal exceed the budget"
reason_zh = "绩效目标列举的项目金额之和应当不超过预算。"
reason_en = "What the goal says is spent should not exceed the budget."
message_zh = "绩效目标中列举的金额（{amounts}）合计 {sum_of_amounts}，超过表中预算 {budget}。请核实。"
message_en = "The amounts in the goal ({amounts}) sum to {sum_of_amounts}, more than the budget of {budget}. Please check."
basis = "财预〔2015〕88号《中央部门预算绩效目标管理办法》：适当性审核，绩效目标与预算相匹配"
needs = ["goal", "budget"]
[parameters.tolerance]
default = 0.005
zh = "允许的相对误差"
en = "relative tolerance"
[parameters.spending]
default = ["含", "包括", "其中", "安排", "预算", "经费", "资金", "用于", "支付", "支出", "费用", "补助", "项目"]
zh = "句中有这些词，金额才视为支出"
en = "only a sentence with one of these words is about spending"
[parameters.other]
default = ["产值", "收入", "营收", "融资", "规模", "投资额", "总投资", "税收", "销售", "效益", "贷款", "交易", "撬动", "带动", "引导", "节约", "增收", "质押", "人均", "每", "标准"]
zh = "句中有这些词，金额不视为支出"
en = "a sentence with one of these words is not about spending"
"""
_GOALS = "SELECT table_id, goal, total, ceiling FROM temp.project WHERE total > 0 AND goal IS NOT NULL"


def rows(connection: Connection, values: Values) -> Iterator[Row]:
    """A row for each table with a sentence whose amounts, all for spending, exceed every amount of the head."""
    spending, other = (re.compile("|".join(map(re.escape, values[name]))) for name in ("spending", "other"))
    for table_id, goal, total, ceiling in connection.execute(_GOALS).fetchall():
        if "元" not in goal:
            continue
        for sentence in sentences(goal):
            if not spending.search(sentence) or other.search(sentence):
                continue
            money = [said for said in quantities(sentence) if said.unit_canonical == "元" and said.per is None]
            whole = sum(amount_of(said.high or said.low) or 0 for said in money)
            if money and whole > ceiling * (1 + values["tolerance"]):
                amounts = "、".join(f"{said.value}{said.unit}" for said in money[:8])
                yield {"table_id": table_id, "amounts": amounts, "sum_of_amounts": yuan(whole), "budget": yuan(total)}
                break


RULE = Coded(read_head(HEAD, __name__), rows)
