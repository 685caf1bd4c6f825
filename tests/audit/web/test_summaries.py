"""Answers that are remembered until an import changes them."""

from pathlib import Path

from audit.web.summaries import Summaries
from tests.command_line import CommandLine


def test_asked_once_and_again_after_an_import(database: Path, form: Path, jixiao: CommandLine) -> None:
    kept, asked = Summaries(), []

    def count() -> int:
        return kept.of(
            database, "tables", lambda c: asked.append(1) or int(c.execute("SELECT count(*) FROM tables").fetchone()[0])
        )

    assert (count(), count(), len(asked)) == (1, 1, 1)
    (form.parent / "tree.txt").write_text(form.read_text(encoding="utf-8").replace("修路", "植树"), encoding="utf-8")
    jixiao("import", form.parent, "--db", database)
    assert (count(), len(asked)) == (2, 2)


def test_what_rests_on_something_else_is_asked_again_when_that_changes() -> None:
    kept = Summaries()
    assert [kept.kept("x", (state,), lambda said=answer: said) for state, answer in ((1, "a"), (1, "b"), (2, "c"))] == [
        "a",
        "a",
        "c",
    ]
