"""A console for tables that leaves it to the command to end when nobody reads on."""

from rich.console import Console


class Page(Console):
    """A console that ends no program."""

    def on_broken_pipe(self) -> None:
        """Pass on what the write raised; without this, rich ends the program with exit code 1."""
        raise  # noqa: PLE0704 - called while the error is handled
