"""A PDF file → Document: its pages looked at, those that may hold performance tables read, the others named."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from parsers.formats.lattice import Found
from parsers.formats.pdf.leaf import Leaf, has_text
from parsers.formats.pdf.legible import is_legible
from parsers.formats.pdf.opening import document, image_only, too_many_cells, too_much_text
from parsers.formats.pdf.pages import Pages, place
from parsers.formats.pdf.pdfium import count_pages
from parsers.formats.pdf.ranges import ranges
from parsers.formats.pdf.second import SecondReader
from parsers.formats.pdf.succession import Sides, goes_on, last_tables, open_columns
from parsers.formats.reader import Request, empty
from parsers.formats.struck import struck
from schema.catalogue import Code
from schema.diagnostic import Diagnostic
from schema.document import Document, Grid, Text
from schema.span import Span

Blocks = Sequence[Grid | Text]

_TOLD = 5
"""Texts beyond the edges of pages, painted over, or in annotations, that are told one by one."""


@dataclass(slots=True)
class Account:
    """What became of each page, by number, and what was read so far."""

    request: Request
    read: dict[int, Found] = field(default_factory=dict)
    before: Sides = field(default_factory=list)
    skipped: list[int] = field(default_factory=list)
    blank: list[int] = field(default_factory=list)
    pictures: list[int] = field(default_factory=list)
    illegible: list[int] = field(default_factory=list)
    unreadable: list[int] = field(default_factory=list)
    by_second: list[int] = field(default_factory=list)
    cells: int = 0
    characters: int = 0

    def take(self, leaf: Leaf) -> None:
        """Look at a page that has text, and read it if it may hold a performance table or go on with one."""
        limits = self.request.limits
        self.characters += len(leaf.text)
        if self.characters > limits.characters:
            raise too_much_text(limits)
        found = self._found(leaf)
        self.before = last_tables(found.as_read, self.before) if found is not None else []
        if found is None:
            self.skipped.append(leaf.number)
            return
        self.keep(leaf.number, found)

    def keep(self, number: int, found: Found) -> None:
        """Take what a page shows into the Document."""
        self.read[number] = found
        self.cells += sum(len(block.cells) for block in found.blocks if isinstance(block, Grid))
        if self.cells > self.request.limits.cells:
            raise too_many_cells(self.request.limits)

    def take_back(self, look: Callable[[int], Found]) -> None:
        """Read the pages that were skipped and belong to a table that was read, by its columns on other pages."""
        shown: dict[int, Found] = {}

        def blocks_of(number: int) -> Blocks:
            shown[number] = look(number)
            return shown[number].blocks

        read = {number: found.blocks for number, found in self.read.items()}
        for number in self.request.left_out(read, self.skipped, blocks_of):
            self.skipped.remove(number)
            self.keep(number, shown[number])

    @property
    def pages(self) -> list[tuple[int, Found]]:
        """The pages that were read, by number."""
        return sorted(self.read.items())

    def _found(self, leaf: Leaf) -> Found | None:
        wanted = self.request.wanted(leaf.text)
        if not wanted and not self.before:
            return None
        found = leaf.read(self.before)
        if lines := open_columns(self.before, found.as_read):
            found = leaf.read(self.before, lines)
        return found if wanted or goes_on(self.before, found.as_read) else None

    def pass_over(self, number: int, reason: list[int]) -> None:
        """Note why a page shows nothing that could be read."""
        reason.append(number)
        self.before = []


def read(content: bytes, request: Request) -> Document:
    """The tables and texts of the pages that may hold performance tables.

    Raises `ReadError`: `encrypted`, `truncated`, `corrupt`, `image_only`, `limit` past pages, characters or cells.
    """
    account = Account(request)
    with document(content, request.limits) as handle, SecondReader(content) as second:
        if handle is None:
            for leaf in second.leaves(request.limits):
                account.by_second.append(leaf.number)
                _take(leaf, None, account)
        else:
            with Pages(handle) as pages:
                for number in range(1, count_pages(handle) + 1):
                    _take(pages.page(number), second, account, number)
                account.take_back(lambda number: _shown(pages.page(number)))
    if not (account.read or account.skipped or account.illegible):
        raise image_only(account.pictures) if account.pictures else empty()
    blocks = tuple(block for _, found in account.pages for block in found.blocks)
    return Document(source="pdf", blocks=blocks, diagnostics=tuple(_oddities(account)))


def _shown(page: Leaf | None) -> Found:
    return page.read() if page is not None else Found(())


def _take(page: Leaf | None, second: SecondReader | None, account: Account, number: int = 0) -> None:
    """Take a page as the first reader shows it, or as the second does where the first finds no text in it."""
    if page is not None and _reads(page):
        account.take(page)
        return
    other = second.leaf(number) if second is not None else None
    if other is not None and _reads(other):
        account.by_second.append(number)
        account.take(other)
    elif page is None:
        account.pass_over(number, account.unreadable)
    elif has_text(page):
        account.pass_over(page.number, account.illegible)
    else:
        account.pass_over(page.number, account.pictures if page.shows_anything() else account.blank)


def _reads(leaf: Leaf) -> bool:
    return has_text(leaf) and is_legible(leaf.text)


def _oddities(account: Account) -> Iterator[Diagnostic]:
    for code, pages in (
        (Code.PAGES_SKIPPED, account.skipped),
        (Code.PAGES_WITHOUT_TEXT, account.pictures),
        (Code.PAGES_ILLEGIBLE, account.illegible),
        (Code.PAGES_UNREADABLE, account.unreadable),
        (Code.SECOND_READER, account.by_second),
        (Code.ROWS_BY_TEXT, [number for number, found in account.pages if found.by_text]),
        (Code.COLUMNS_IN_TEXT, [number for number, found in account.pages if found.in_columns]),
        (Code.TABLE_CUT_OFF, [number for number, found in account.pages if found.cut_off]),
    ):
        if pages:
            yield Diagnostic(code=code, args={"count": str(len(pages)), "pages": ranges(pages)})
    across: dict[str, list[int]] = {}
    for number, found in account.pages:
        for text in found.across:
            across.setdefault(text.strip(), []).append(number)
    for text, pages in across.items():
        yield Diagnostic(code=Code.TEXT_ACROSS, args={"text": text, "pages": ranges(pages)})
    for number, found in account.pages:
        yield from struck(found.struck, Span(place(number)))
    for code, texts in (
        (Code.TEXT_BEYOND_PAGE, {number: found.beyond for number, found in account.pages if found.beyond}),
        (Code.TEXT_PAINTED_OVER, {number: found.hidden for number, found in account.pages if found.hidden}),
        (Code.ANNOTATIONS_NOT_READ, {number: found.bare for number, found in account.pages if found.bare}),
        (Code.SIGN_DRAWN, {number: found.signs for number, found in account.pages if found.signs}),
    ):
        if texts:
            yield Diagnostic(code=code, args=_told(texts))


def _told(texts: Mapping[int, Sequence[str]]) -> dict[str, str]:
    """The first of the texts that pages have too many of, how many they are, and the pages."""
    told = [text for found in texts.values() for text in found]
    words = "、".join(told[:_TOLD]) + ("…" if len(told) > _TOLD else "")
    return {"text": words, "count": str(len(told)), "pages": ranges(list(texts))}
