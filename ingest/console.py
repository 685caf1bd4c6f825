"""What rich lacks: a console that leaves it to the command to end when nobody reads on, and a rate."""

from rich.console import Console
from rich.progress import ProgressColumn, Task
from rich.text import Text


class Page(Console):
    """A console that ends no program."""

    def on_broken_pipe(self) -> None:
        """Pass on what the write raised; without this, rich ends the program with exit code 1."""
        raise  # noqa: PLE0704 - called while the error is handled


class Rate(ProgressColumn):
    """How many steps a second, of late."""

    def render(self, task: Task) -> Text:
        """The rate, once there is one."""
        return Text("" if task.speed is None else f"{task.speed:.1f}/s", style="progress.data.speed")
