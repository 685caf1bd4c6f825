"""The public catalogue of diagnostics: their codes; what each says stands in data/diagnostics.toml."""

from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

_DATA = Path(__file__).with_name("data")


class Entry(NamedTuple):
    """What the catalogue says of a code: how much it asks of a person, and its sentence in each language."""

    severity: str
    zh: str
    en: str


class Code(StrEnum):
    """A stable name for one kind of oddity.

    >>> Code("unused-cell").severity, Code.UNUSED_CELL.en
    ('warning', "cell '{text}' was not understood; check it against the source")
    """

    # Reading: what the file is like.
    ENCODING_GUESSED = "encoding-guessed"
    CONTROL_CHARACTERS = "control-characters"
    LOST_CHARACTER = "lost-character"
    UNDECODABLE = "undecodable"
    HIDDEN_TEXT = "hidden-text"
    CUT_OFF = "cut-off"
    NOT_CONSERVED = "not-conserved"
    HIDDEN_SHEETS = "hidden-sheets"
    HIDDEN_ROWS = "hidden-rows"
    HIDDEN_COLUMNS = "hidden-columns"
    COVERED_CELLS = "covered-cells"
    FORMULA_WITHOUT_VALUE = "formula-without-value"
    FORMULA_ERRORS = "formula-errors"
    FIGURES_NOT_SHOWN = "figures-not-shown"
    STRUCK_TEXT = "struck-text"
    DRAWING_NOT_READ = "drawing-not-read"
    FORMATS_LOST = "formats-lost"
    MEMBER_NOT_READ = "member-not-read"
    MEMBERS_IGNORED = "members-ignored"
    PAGES_SKIPPED = "pages-skipped"
    PAGES_WITHOUT_TEXT = "pages-without-text"
    PAGES_ILLEGIBLE = "pages-illegible"
    PAGES_UNREADABLE = "pages-unreadable"
    SECOND_READER = "second-reader"
    ROWS_BY_TEXT = "rows-by-text"
    COLUMNS_IN_TEXT = "columns-in-text"
    TEXT_ACROSS = "text-across"
    TEXT_BEYOND_PAGE = "text-beyond-page"
    TABLE_CUT_OFF = "table-cut-off"
    TEXT_PAINTED_OVER = "text-painted-over"
    ANNOTATIONS_NOT_READ = "annotations-not-read"
    SIGN_DRAWN = "sign-drawn"
    PART_NOT_READ = "part-not-read"

    # Layout: what was understood of the tables.
    UNUSED_CELL = "unused-cell"
    UNUSED_TEXT = "unused-text"
    OTHER_TABLE = "other-table"
    EMPTY_TEMPLATE = "empty-template"
    REPAIRED_SHIFT = "repaired-shift"
    VALUE_MOVED = "value-moved"
    VALUE_FROM_NAME = "value-from-name"
    TITLE_MISSING = "title-missing"
    PROJECT_MISSING = "project-missing"
    UNKNOWN_LEVEL = "unknown-level"
    LEVEL_INFERRED = "level-inferred"
    LEVEL_MOVED = "level-moved"
    PROJECT_FROM_HEADING = "project-from-heading"
    YEAR_FROM_NAME = "year-from-name"
    YEAR_FROM_FILE_NAME = "year-from-file-name"
    YEAR_FROM_HEADING = "year-from-heading"
    MONEY_UNIT_ASSUMED = "money-unit-assumed"
    AMOUNT_UNREADABLE = "amount-unreadable"
    AMOUNT_UNFILED = "amount-unfiled"
    AMOUNTS_UNCLEAR = "amounts-unclear"
    TABLE_NOT_UNDERSTOOD = "table-not-understood"
    TABLE_WITHOUT_COLUMNS = "table-without-columns"
    INDICATORS_IN_TEXT = "indicators-in-text"
    PARAGRAPHS_JOINED = "paragraphs-joined"
    VALUE_MAYBE_IN_NAME = "value-maybe-in-name"
    PERSONAL_DATA = "personal-data"
    COLUMN_TWICE = "column-twice"
    CHECKBOX_UNCLEAR = "checkbox-unclear"
    ROW_JOINED = "row-joined"
    SCORING_FRAMEWORK = "scoring-framework"
    SAID_TWICE = "said-twice"
    AMOUNT_ROUGH = "amount-rough"
    VALUES_UNPAIRED = "values-unpaired"
    YEAR_OF_COLUMNS_ASSUMED = "year-of-columns-assumed"
    COLUMN_GUESSED = "column-guessed"
    SCORE_SHARED = "score-shared"
    VALUES_SHARED = "values-shared"
    NAME_ALONE = "name-alone"
    HEADER_SHORT = "header-short"

    # Values: what was understood of an indicator's value.
    UNPARSED = "unparsed"
    VALUE_TOO_LONG = "value-too-long"
    UNIT_UNKNOWN = "unit-unknown"
    UNIT_INFERRED = "unit-inferred"
    UNIT_MISSING = "unit-missing"
    UNIT_CONFLICT = "unit-conflict"
    UNIT_AMBIGUOUS = "unit-ambiguous"
    OPERATOR_CONFLICT = "operator-conflict"
    OPERATOR_WITH_RANGE = "operator-with-range"
    SIGN_TURNED = "sign-turned"
    OPERATOR_UNREADABLE = "operator-unreadable"
    NATURE_MISMATCH = "nature-mismatch"
    COLUMN_SHIFT = "column-shift"
    PERCENT_AS_ONE = "percent-as-one"
    MISREAD_OPERATOR = "misread-operator"
    YEAR_UNKNOWN = "year-unknown"
    DEADLINE_VAGUE = "deadline-vague"
    FORMULA_UNIT_AMBIGUOUS = "formula-unit-ambiguous"
    BASIS_INFERRED = "basis-inferred"
    SCALE_LISTED = "scale-listed"
    VALUE_REPEATED = "value-repeated"
    LINE_UNREADABLE = "line-unreadable"
    LINE_COLUMN_UNUSED = "line-column-unused"
    LETTER_AS_DIGIT = "letter-as-digit"
    GROUPING_ODD = "grouping-odd"
    MONTH_AS_DEADLINE = "month-as-deadline"

    # Import: what became of a file.
    NOT_READ = "not-read"
    OWN_DEFECT = "own-defect"
    TABLE_DIFFERS = "table-differs"
    TABLE_REPEATED = "table-repeated"
    SAID_OTHERWISE = "said-otherwise"

    @property
    def severity(self) -> str:
        """How much it asks of a person."""
        return catalogue()[self.value].severity

    @property
    def zh(self) -> str:
        """Its sentence in Chinese."""
        return catalogue()[self.value].zh

    @property
    def en(self) -> str:
        """Its sentence in English."""
        return catalogue()[self.value].en


@cache
def catalogue() -> dict[str, Entry]:
    """What each code says, read once, when first asked for."""
    return {code: Entry(**said) for code, said in _read("diagnostics").items()}


@cache
def fields_in_chinese() -> dict[str, str]:
    """What the fields of an indicator are called in Chinese, by their names in the JSON.

    >>> fields_in_chinese()["value"]
    '指标值'
    """
    return _read("fields")


def _read(name: str) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415 - a program that only imports the words need not wait for it

    return tomllib.loads((_DATA / f"{name}.toml").read_text(encoding="utf-8"))
