"""What an option takes from the command line: values that no command can use are refused before it starts."""

import click

MOST = 1_000_000_000
"""No option counts further; SQLite and Python do."""

COUNT = click.IntRange(min=1, max=MOST)
"""How many of something."""
