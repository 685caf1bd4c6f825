"""Text that is struck through: it is read as it stands, and an auditor is told."""

from collections.abc import Sequence

from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.span import Span

_NAMED = 5
_LONGEST = 20


def struck(texts: Sequence[str], span: Span | None = None) -> tuple[Diagnostic, ...]:
    """A diagnostic that names the first texts that are struck through, blank ones aside.

    >>> [said.args for said in struck(["≥50件", " "])], struck([])
    ([{'count': '1', 'texts': '≥50件'}], ())
    """
    shown = [words for text in texts if (words := " ".join(text.split()))]
    if not shown:
        return ()
    named = [words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…" for words in shown[:_NAMED]]
    said = "、".join(named) + (" …" if len(shown) > _NAMED else "")
    return (Diagnostic(code=Code.STRUCK_TEXT, args={"count": str(len(shown)), "texts": said}, span=span),)
