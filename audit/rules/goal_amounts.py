"""R94: amounts in the text of the goal that add up to more than the budget."""

import re
from collections.abc import Iterator
from sqlite3 import Connection

from audit.rules.figures import amount_of, yuan
from audit.rules.goals import quantities, sentences
from audit.rules.header import own_head
from audit.rules.rows import Coded, Row, Values

_GOALS = "SELECT table_id, goal, total, ceiling FROM temp.project WHERE total > 0 AND goal IS NOT NULL"


def rows(connection: Connection, values: Values) -> Iterator[Row]:
    """A row for each table with a sentence whose amounts, all for spending, exceed every amount of the head."""
    spending, other = (re.compile("|".join(map(re.escape, values[name]))) for name in ("spending", "other"))
    for table_id, goal, total, ceiling in connection.execute(_GOALS):
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


RULE = Coded(own_head("R94"), rows)
