"""Every status a file can end in: what it means, what to do, when it is tried again."""

from handbook.page import Page, code, page, table
from ingest.language import pick
from ingest.statuses import ADVICE
from schema.diagnostic import Language


def written(language: Language) -> Page:
    """The page of statuses."""
    headings = pick(language, zh="状态 含义 办法", en="status meaning next-step").split()
    rows = [
        (code(status.value), advice.meaning(language), advice.next_step(language) or "—")
        for status, advice in ADVICE.items()
    ]
    return page("statuses", language, [table(headings, rows)])
