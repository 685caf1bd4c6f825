"""What a person looks at who doubts the reading of a PDF: its pages drawn with the grid, or a second reader's view."""

from pathlib import Path

from ingest.content import content_of
from ingest.exits import CommandError, Exit
from ingest.outcome import Outcome
from ingest.terminal import Terminal
from ingest.written import written
from parsers.formats.pdf.comparison import differences
from parsers.formats.pdf.pictures import pictures
from schema.limits import Limits

_SHOWN = 5
"""So many cells of a difference are told; the pictures show the rest."""


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
            path = draw / f"{Path(name).stem}-{number}.png"
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
