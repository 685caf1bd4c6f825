"""R97: names that are all but the same."""

from audit.rules.near_duplicates import RULE
from tests.audit.checked import Imported, checked

LINE = "产出指标 | 数量指标 | 修路里程 | ≥12公里\n"


def test_the_other_one_is_named(imported: Imported) -> None:
    twice = {LINE: LINE + "产出指标 | 数量指标 | 修路的里程 | ≥10公里\n"}
    with checked(imported(road=twice), RULE.rule.code) as (review, _):
        (one,) = review.findings()
        assert (one.name, one.evidence) == ("修路的里程", {"other_name": "修路里程", "other_value": "≥12公里"})


def test_under_another_level_it_is_another_thing(imported: Imported) -> None:
    apart = {LINE: LINE + "产出指标 | 质量指标 | 修路的里程 | ≥10公里\n"}
    with checked(imported(road=apart), RULE.rule.code) as (review, _):
        assert review.count() == 0


def test_a_long_list_takes_time_in_proportion(imported: Imported) -> None:
    names = "".join(
        f"产出指标 | 数量指标 | {chr(0x4E00 + n)}{chr(0x5E00 + n % 97)}路里程甲乙 | ≥{n}公里\n" for n in range(1, 900)
    )
    with checked(
        imported(road={LINE: names + LINE + "产出指标 | 数量指标 | 修路的里程 | ≥10公里\n"}), RULE.rule.code
    ) as (review, _):
        assert [one.name for one in review.findings()] in ([], ["修路的里程"])
