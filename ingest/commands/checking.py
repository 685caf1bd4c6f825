"""What a person looks at who doubts the reading of a PDF: its pages drawn with the grid, or a second reader's view."""

import os
import re
from collections.abc import Sequence
from pathlib import Path

from ingest.content import content_of
from ingest.exits import CommandError, Exit
from ingest.outcome import Outcome
from ingest.outputs import refused
from ingest.terminal import Terminal
from ingest.written import written
from parsers.formats.pdf import PDF
from parsers.formats.pdf.comparison import differences
from parsers.formats.pdf.pictures import pictures
from schema.limits import Limits

_SHOWN = 5
"""So many cells of a difference are told; the pictures show the rest."""
_PICTURE = re.compile(r"(?P<stem>.+)-[0-9]+\.png", re.DOTALL)
_HEAD_BYTES = 1024


def refuse_pictures(folder: Path, names: Sequence[str]) -> None:
    """Stop, before anything is read, where pictures would take the place of a file that is named, or of one another.

    Raises `CommandError`.
    """
    drawn: dict[str, str] = {}
    for name in filter(_may_be_drawn, names):
        other = drawn.setdefault(Path(name).stem, name)
        if os.path.realpath(other) != os.path.realpath(name):
            raise refused(folder / _picture(name, 1), zh=f"{other} 的图片", en=f"a picture of {other}")
    named = {os.path.realpath(name) for name in names}
    for there in sorted(folder.glob("*.png")):
        picture = _PICTURE.fullmatch(there.name)
        if picture is not None and picture["stem"] in drawn and os.path.realpath(there) in named:
            raise refused(there, zh="本命令要读取的文件", en="a file that this command reads")


def _may_be_drawn(name: str) -> bool:
    try:
        with Path(name).open("rb") as file:
            return PDF.matches(file.read(_HEAD_BYTES), name)
    except (OSError, ValueError):  # whoever reads it says why it cannot be read
        return False


def _picture(name: str, number: int) -> str:
    return f"{Path(name).stem}-{number}.png"


def check_pages(name: str, outcome: Outcome, terminal: Terminal, *, draw: Path | None, cross_check: bool) -> None:
    """Draw the pages of a PDF, compare them with the second reader, or do nothing where neither is asked for."""
    if draw is None and not cross_check:
        return
    if outcome.reading.source.format != "pdf" or outcome.document is None or name == "-":
        terminal.tell(
            zh=f"{name}：--draw 和 --cross-check 用于能读取的 PDF 文件",
            en=f"{name}: --draw and --cross-check are for PDF files that can be read",
        )
        return
    limits = Limits()
    content, _ = content_of(Path(name), limits)
    if draw is not None:
        _make(draw)
        for number, picture in pictures(content, outcome.document):
            path = draw / _picture(name, number)
            with written(path) as part:
                part.write_bytes(picture)
            terminal.tell(zh=f"第 {number} 页：{path}", en=f"page {number}: {path}")
    if cross_check:
        _compare(content, limits, terminal)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CommandError(
            Exit.STORAGE,
            zh=f"无法建立文件夹 {folder}（{error.strerror}）；请检查路径和权限",
            en=f"folder {folder} cannot be made ({error.strerror}); check the path and its permissions",
        ) from error


def _compare(content: bytes, limits: Limits, terminal: Terminal) -> None:
    differing = 0
    for found in differences(content, limits):
        differing += 1
        first, second = ("; ".join(cells[:_SHOWN]) or "—" for cells in (found.first, found.second))
        terminal.tell(
            zh=f"第 {found.page} 页不一致：只有第一个读取程序见到 {first}；只有第二个见到 {second}",
            en=f"page {found.page} differs: only the first reader sees {first}; only the second sees {second}",
        )
    terminal.tell(zh=f"两个读取程序不一致的页数：{differing}", en=f"pages on which the two readers differ: {differing}")
