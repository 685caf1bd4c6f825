"""Why a file could not be read: the one exception of the reading floor."""

from schema.source import Status


class ReadError(Exception):
    """The file cannot be read; carries the status that is recorded, and a reason for people in both languages.

    `passing` says that the machine was short of something at the time, so that another try may end otherwise.

    >>> str(ReadError(Status.CORRUPT, zh="文件损坏", en="the file is damaged"))
    'the file is damaged'
    """

    def __init__(self, status: Status, *, zh: str, en: str, passing: bool = False) -> None:
        super().__init__(en)
        self.status = status
        self.zh = zh
        self.en = en
        self.passing = passing
