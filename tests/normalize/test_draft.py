"""A comparison in the making."""

from normalize.draft import Draft
from schema.catalogue import Code


def test_what_is_odd_is_noted_with_the_words_it_is_about() -> None:
    draft = Draft("≥第5名")
    draft.odd(Code.SIGN_TURNED, one=">=", other="<=")
    (odd,) = draft.diagnostics
    assert (odd.code, dict(odd.args)) == (Code.SIGN_TURNED, {"text": "≥第5名", "one": ">=", "other": "<="})
