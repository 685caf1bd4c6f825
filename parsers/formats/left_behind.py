"""Names that tell that a file is no document: what an office program, a download or an editor leaves behind."""

from typing import Literal

_LOCKS = ("~$", ".~lock.")
_PARTIAL = (
    *(".crdownload", ".part", ".partial", ".download", ".opdownload", ".fdmdownload", ".downloading"),
    *(".td", ".xltd", ".aria2", ".filepart", ".bc!", ".jc!", ".ob!", ".!ut", ".!qb", ".!bt", ".tmp"),
)
"""What browsers and download managers call a file that is not all there; Office calls its own so, too."""


def left_behind(name: str) -> Literal["office_lock", "partial", "backup"] | None:
    """Why a file of this name is no document; None for any other.

    >>> [left_behind(name) for name in ("~$表.docx", "表.docx.aria2", "表.docx~", "#表.txt#", "表.docx")]
    ['office_lock', 'partial', 'backup', 'backup', None]
    """
    if name.startswith(_LOCKS):
        return "office_lock"
    if name.lower().endswith(_PARTIAL):
        return "partial"
    return "backup" if name.endswith("~") or (name.startswith("#") and name.endswith("#")) else None
