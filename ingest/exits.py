"""How a command ends: its exit codes, and the one exception that ends it with a sentence for people."""

from enum import IntEnum


class Exit(IntEnum):
    """What the caller's shell is told; documented in the README."""

    WELL = 0
    UNEXPECTED = 1
    USAGE = 2
    SOME_FAILED = 3
    NOTHING_FOUND = 4
    DATABASE = 5
    STORAGE = 6
    LOCKED = 75
    INTERRUPTED = 130


class CommandError(Exception):
    """The command cannot go on: an exit code, and one sentence in both languages that says what to do.

    >>> str(CommandError(Exit.DATABASE, zh="没有数据库", en="there is no database"))
    'there is no database'
    """

    def __init__(self, code: Exit, *, zh: str, en: str) -> None:
        super().__init__(en)
        self.code = code
        self.zh = zh
        self.en = en
