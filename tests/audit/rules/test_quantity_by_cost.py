"""R95: quantity times cost, in whatever units they are written."""

from audit.rules.quantity_by_cost import RULE
from tests.audit.checked import Imported, checked


def test_the_product_is_evidence(imported: Imported) -> None:
    with checked(imported(road={"项目总经费 | ≤50万元": "每米造价 | ≤60元/米"}), RULE.rule.code) as (review, _):
        (one,) = review.findings()
        assert one.evidence["product"] == "72万元"
        assert one.evidence["quantity_name"] == "修路里程"


def test_far_below_where_no_other_cost_is_stated(imported: Imported) -> None:
    little = {"项目总经费 | ≤50万元": "每公里造价 | ≤1万元/公里"}
    with checked(imported(road=little), RULE.rule.code) as (review, _):
        assert review.count() == 1
    more = {"项目总经费 | ≤50万元": "每公里造价 | ≤1万元/公里\n产出指标 | 成本指标 | 设备费 | ≤38万元"}
    with checked(imported(road=more), RULE.rule.code) as (review, _):
        assert review.count() == 0
