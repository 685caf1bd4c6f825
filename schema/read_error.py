"""Why a file could not be read: the one exception of the reading floor."""

from schema.source import Status


class ReadError(Exception):
    """The file cannot be read; carries the status that is recorded, and a reason for people in both languages.

    >>> str(ReadError(Status.CORRUPT, zh="文件损坏", en="the file is damaged"))
    'the file is damaged'
    """

    def __init__(self, status: Status, *, zh: str, en: str) -> None:
        super().__init__(en)
        self.status = status
        self.zh = zh
        self.en = en
