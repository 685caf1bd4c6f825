"""What must hold of any text at all: no exception, no digit lost, no pattern that grows faster than its input."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from normalize import Reading, parse_value, reads_as_value
from normalize.placeholders import is_placeholder, strip_indicator_prefix
from normalize.values import LONGEST, split_trailing_value
from schema.catalogue import Code
from tests.normalize.examples import examples

VALUES = [example.text for example in examples()]
ALPHABET = (
    "0123456789一二三十百千万亿半两%‰.,，、；;()（）《》≥≤><=±~-～—至到每按年月日季度前后内以上下不少于超过较比上年增长提高降低率人次元"
    "万元/·*: \n个工作日第名成折分之T+\u200b\0²½①٣"
)
TEXTS = st.one_of(st.text(), st.text(alphabet=ALPHABET), st.lists(st.sampled_from(VALUES), max_size=4).map("".join))
NAMES = st.sampled_from([None, "", "满意度", "完成时间", "项目成本", "交易额增幅", "苗木成活率（≥**%）"])
YEARS = st.sampled_from([None, 2024, 0, -1, 9999, 10**9])


def _whole(text: str, reading: Reading) -> None:
    """Every digit stands in the text of a target; targets, rules and join agree."""
    said = "".join(target.text for target in reading.targets)
    for digit in {character for character in text if character.isdecimal()}:
        assert said.count(digit) >= text.count(digit), (digit, [target.text for target in reading.targets])
    assert len(reading.rules) == len(reading.targets) >= 1
    assert (reading.join is None) == (len(reading.targets) == 1)


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.one_of(st.none(), TEXTS), st.one_of(st.none(), TEXTS), NAMES, YEARS)
def test_any_text_gives_a_reading(
    text: str, unit: str | None, operator: str | None, name: str | None, year: int | None
) -> None:
    _whole(text, parse_value(text, unit=unit, operator=operator, name=name, fiscal_year=year))


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_any_cell_can_be_asked_about(text: str) -> None:
    assert reads_as_value(text) in {True, False}
    split = split_trailing_value(text)
    assert split is None or (split[0] in text and split[1] in text)
    assert is_placeholder(text) in {True, False}
    assert strip_indicator_prefix(text) in text or strip_indicator_prefix(text) == text.strip()


def _mutated(random: Random) -> str:
    value = random.choice(VALUES)
    for _ in range(random.randint(1, 4)):
        at = random.randint(0, len(value))
        match random.randint(0, 4):
            case 0:
                value = value[:at] + random.choice(ALPHABET) + value[at:]
            case 1:
                value = value[:at] + value[at + 1 :]
            case 2:
                value = value[:at] + random.choice(VALUES) + value[at:]
            case 3:
                value = value[at:] + value[:at]
            case _:
                value = value[:at] + random.choice(ALPHABET) * random.randint(1, 40) + value[at:]
    return value


@settings(max_examples=1000, deadline=None)
@given(st.randoms(use_true_random=False))
def test_mutated_values_give_readings(random: Random) -> None:
    text = _mutated(random)
    _whole(text, parse_value(text, fiscal_year=2024))


def test_past_the_stated_length_nothing_is_searched() -> None:
    at, over = parse_value("，".join(["≥9人"] * (LONGEST // 4))[:LONGEST]), parse_value("9" * (LONGEST + 1))
    assert Code.VALUE_TOO_LONG not in {odd.code for odd in at.diagnostics}
    assert [target.kind for target in over.targets] == ["unparsed"]
    assert {odd.code for odd in over.diagnostics} == {Code.VALUE_TOO_LONG}
