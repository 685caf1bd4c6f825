"""How the head of a self-evaluation states the execution of the budget."""

import json

from audit.rules.execution import Execution, execution


def said(*funds: tuple[str, str, str | None], **fields: str) -> Execution:
    return execution(
        json.dumps([{"role": role, "label": label, "amount": amount} for role, label, amount in funds]),
        json.dumps([{"label": label.replace("_", " "), "text": text} for label, text in fields.items()]),
    )


def test_a_list_prints_the_rate_without_the_line() -> None:
    told = said(("budget", "全年预算数", "456000"), ("executed", "全年执行数", "456000"), 执行率="100%")
    assert (told.budget, told.executed, told.rate) == (456000.0, 456000.0, 100.0)


def test_parts_are_not_the_whole() -> None:
    told = said(("budget", "总额", "100"), ("executed", "其中：财政拨款", "40"), 总额_执行率="90%")
    assert (told.budget, told.rate) == (None, None)


def test_the_rate_is_one_of_the_budget_as_it_was_adjusted() -> None:
    told = said(("initial", "年初预算", "2960"), ("adjusted", "调整后预算", "3050"), ("executed", "决算数", "3003.3"))
    assert told.budget == 3050.0


def test_a_dash_is_no_score() -> None:
    assert said(("budget", "总额", "100"), ("executed", "总额", "40"), 总额_得分="—").score is None


def test_nothing_executed() -> None:
    assert said(("budget", "总额", "100"), ("executed", "总额", None)) == Execution()


def test_points_stand_beside_amounts_that_are_blank() -> None:
    points = {"总分": "99.88", "总额_分值": "10", "总额_执行率": "98.77%", "总额_得分": "9.88"}
    blank = (("budget", "总额", "100"), ("executed", "总额", None))
    assert said(*blank, **points) == Execution(weight=10.0, score=9.88)
    assert said(("executed", "其中：财政拨款", "40"), **points) == Execution(weight=10.0, score=9.88)
    assert said(*blank, 总分="99.88") == Execution()
