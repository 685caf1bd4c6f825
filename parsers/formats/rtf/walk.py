"""The paragraphs of an RTF file, each with its depth in tables and what ends there: the state of nested groups."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from parsers.formats.doc.paragraphs import Paragraph, Properties, TableCell
from parsers.formats.doc.pieces import whole
from parsers.formats.markup import raised
from parsers.formats.numerals import labelled
from parsers.formats.rtf.charsets import Charsets, Font, code_page
from parsers.formats.rtf.tokens import Token, tokens
from parsers.formats.symbols import sign, signed

# Destinations that hold no words of the body; one behind \* that is not named below is passed over too.
_SILENT = frozenset(
    b"colortbl info pict header headerl headerr headerf footer footerl footerr footerf footnote annotation fldinst "
    b"listtable listoverridetable revtbl nonesttables nonshppict objdata sn sv bkmkend xe tc tcn rxe txe private "
    b"shpinst upr ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn generator themedata colorschememapping datastore "
    b"latentstyles filetbl rsidtbl pgptbl xmlnstbl operator author title".split()
)
# Those that hold words although the group around them does not; and the groups around them.
_TOLD, _AROUND = frozenset((b"shptxt", b"ud")), frozenset((b"shpinst", b"upr"))
_NESTED_ROW = b"nesttableprops"
_TEXTS = {
    b"tab": "\t", b"line": "\n", b"lbr": "\n", b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’",
    b"ldblquote": "“", b"rdblquote": "”", b"bullet": "•", b"emspace": " ", b"enspace": " ", b"qmspace": " ",
}  # fmt: skip
_SYMBOLS = {b"~": "\u00a0", b"_": "-", b"-": "", b":": ""}
_PARAGRAPH_ENDS = frozenset((b"par", b"page", b"column", b"sect"))
_PASSING = ("_GoBack", "_Hlk", "_Ref", "OLE_LINK")
_BODY_TEXT = 9
_DEEPEST_TABLE = 32


@dataclass(slots=True)
class _State:
    """What a group says; one inside it begins with a copy."""

    to: bytes = b""
    silent: bool = False
    around: bool = False
    skipped: int = 1
    font: int = -1
    eastern: int = -1
    kind: bytes = b"loch"
    hidden: bool = False
    deleted: bool = False
    raising: bytes = b""
    style: int = 0
    outline: int = -1
    in_table: int = 0
    nested: int = 0


@dataclass(slots=True)
class _RowSaid:
    """The definition of a row in the making."""

    edges: list[int] = field(default_factory=lambda: [0])
    cells: list[TableCell] = field(default_factory=list)
    horizontal: int = 0
    vertical: int = 0


@dataclass(slots=True)
class Walk:
    """The walk over the tokens; `depth` bounds how deep groups may nest."""

    content: bytes
    too_deep: Callable[[], Exception]
    depth: int
    charsets: Charsets = field(default_factory=Charsets)
    open: list[_State] = field(default_factory=list)
    state: _State = field(default_factory=_State)
    texts: list[str] = field(default_factory=list)
    label: str = ""
    bytes_held: bytearray = field(default_factory=bytearray)
    to_skip: int = 0
    starred: bool = False
    default_font: int = -1
    headings: set[int] = field(default_factory=set)
    marked: bool = False
    rows: dict[int, _RowSaid] = field(default_factory=dict)
    boxes: list[Paragraph] = field(default_factory=list)
    outside: list[tuple[list[str], str]] = field(default_factory=list)
    done: list[Paragraph] = field(default_factory=list)

    def paragraphs(self) -> Iterator[Paragraph]:
        """Each paragraph, end of a cell and end of a row, in the order of the file."""
        for token in tokens(self.content):
            if token.kind == "text":
                self._text(token.value)
                continue
            if token.kind == "word" and token.value not in _MEANT and not self.starred:
                self.to_skip = 0
                continue
            self._flush()
            if token.kind == "brace":
                self._brace(token.value)
                if not self.open:
                    break
            elif token.kind == "word":
                self._word(token)
            else:
                self._symbol(token.value)
            if not self.outside:
                yield from self.done
                self.done.clear()
        self._flush()
        if any(text.strip() for text in self.texts):
            self._end(self.state)
        yield from self.done

    def _brace(self, brace: bytes) -> None:
        self.to_skip, self.starred = 0, False
        if brace == b"{":
            if len(self.open) >= self.depth:
                raise self.too_deep()
            self.open.append(self.state)
            self.state = replace(self.state)
        elif self.open:
            ended, self.state = self.state, self.open.pop()
            if ended.to == b"shptxt" != self.state.to:
                self._leave_box(ended)

    def _text(self, raw: bytes) -> None:
        if self.to_skip:
            used = min(self.to_skip, len(raw))
            self.to_skip -= used
            raw = raw[used:]
        self.bytes_held += raw

    def _flush(self) -> None:
        """Decode the bytes held: one character may be several of them."""
        if self.bytes_held:
            raw = bytes(self.bytes_held)
            self.bytes_held.clear()
            state = self.state
            symbols = self.charsets.symbols(state.font)
            if symbols is not None and state.to != b"fonttbl":
                self._say("".join([sign(symbols, byte) for byte in raw]))
            else:
                self._say(self.charsets.decoded(raw, *((state.eastern,) if state.kind == b"dbch" else ()), state.font))

    def _say(self, text: str) -> None:
        state = self.state
        if state.to == b"fonttbl":
            self.charsets.fonts.setdefault(state.font, Font()).name += text.rstrip(";")
        elif state.to == b"bkmkstart":
            self.marked = self.marked or not text.startswith(_PASSING)
        elif state.to in {b"listtext", b"pntext"}:
            self.label += text
        elif not (state.silent or state.hidden or state.deleted or state.to == b"stylesheet"):
            self.texts.append(raised(text, down=state.raising == b"sub") if state.raising else text)

    def _symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            self.starred = True
        elif self.to_skip:
            self.to_skip -= 1
        elif symbol in b"\r\n":
            self._end(self.state)
        elif symbol in b"{}\\":
            self._say(symbol.decode())
        elif symbol in _SYMBOLS:
            self._say(_SYMBOLS[symbol])

    def _word(self, token: Token) -> None:
        word, number = token.value, token.number
        starred, self.starred = self.starred, False
        if word == b"u" and number is not None:
            self._unicode(number)
            return
        self.to_skip = 0
        if word in _DESTINATIONS or word in _SILENT or word in _TOLD or starred:
            self._destination(word)
        elif self.state.to == b"fonttbl":
            self._font(word, number)
        elif self.state.to == b"stylesheet":
            self._style(word, number)
        elif word in _TEXTS:
            self._say(_TEXTS[word])
        elif not self.state.silent:
            self._structure(word, number)
        if word in _STATES:
            _STATES[word](self.state, 1 if number is None else number)
        elif word == b"plain":
            self._plain()

    def _unicode(self, number: int) -> None:
        character = chr(number & 0xFFFF)
        self._say(signed(self.charsets.symbols(self.state.font), character))
        self.to_skip = self.state.skipped

    def _destination(self, word: bytes) -> None:
        state = self.state
        state.to = word
        if word in _TOLD:
            state.silent = state.around
            if word == b"shptxt":
                self.outside.append((self.texts, self.label))
                self.texts, self.label = [], ""
                state.in_table = state.nested = 0
        elif word not in _DESTINATIONS:
            state.around = state.silent if word in _AROUND else True
            state.silent = True

    def _leave_box(self, box: _State) -> None:
        if any(text.strip() for text in self.texts):
            self._end(box)
        self.boxes += self.done
        self.done.clear()
        self.texts, self.label = self.outside.pop()

    def _font(self, word: bytes, number: int | None) -> None:
        if word == b"f" and number is not None:
            self.charsets.fonts[number] = Font()
        elif word == b"fcharset":
            self.charsets.fonts.setdefault(self.state.font, Font()).charset = number

    def _style(self, word: bytes, number: int | None) -> None:
        if word == b"s":
            self.state.style = number or 0
        elif word == b"outlinelevel" and (number or 0) < _BODY_TEXT:
            self.headings.add(self.state.style)

    def _plain(self) -> None:
        state = self.state
        state.hidden = state.deleted = False
        state.raising, state.font, state.kind = b"", self.default_font, b"loch"

    def _structure(self, word: bytes, number: int | None) -> None:
        """What ends paragraphs, cells and rows, and what is said of paragraphs and rows."""
        if word in _PARAGRAPH_ENDS:
            self._end(self.state)
        elif word in _CELL_ENDS:
            self._end(self.state, cell=_CELL_ENDS[word])
        elif word in {b"row", b"nestrow"}:
            self._end_row()
        elif word in _SAYINGS:
            _SAYINGS[word](self, number or 0)

    def _end(self, state: _State, cell: int = 0) -> None:
        """End a paragraph, and with it a cell of a table of this depth."""
        text = whole("".join(self.texts))
        if self.label:
            text = labelled(self.label.strip(), text.lstrip())
        self.texts, self.label = [], ""
        depth = max(cell, min(max(state.in_table, state.nested), _DEEPEST_TABLE)) if cell != 1 else 1
        level = state.outline if state.outline >= 0 else 0 if state.style in self.headings else _BODY_TEXT
        properties = Properties(depth=depth, heading=level < _BODY_TEXT)
        boxes, self.boxes = self.boxes, []
        if depth:
            boxes = [box._replace(properties=properties, ends_cell=False, ends_row=False) for box in boxes]
        paragraph = Paragraph(text, properties, bool(cell), ends_row=False, marked=self.marked, gone=False)
        self.done += [*boxes, paragraph] if cell else [paragraph, *boxes]
        self.marked = False

    def _row_depth(self) -> int:
        return min(max(2, self.state.nested), _DEEPEST_TABLE) if self.state.to == _NESTED_ROW else 1

    def _end_row(self) -> None:
        depth = self._row_depth()
        said = self.rows.get(depth, _RowSaid())
        properties = Properties(depth=depth, row_end=True, edges=tuple(said.edges), cells=tuple(said.cells))
        self.done.append(Paragraph("", properties, ends_cell=False, ends_row=True, marked=False, gone=False))

    def said(self) -> _RowSaid:
        """The definition of the row at hand."""
        return self.rows.setdefault(self._row_depth(), _RowSaid())

    def new_row(self, _number: int) -> None:
        """Begin the definition of a row."""
        self.rows[self._row_depth()] = _RowSaid()

    def left(self, number: int) -> None:
        """The left edge of a row."""
        self.said().edges[0] = number

    def edge(self, number: int) -> None:
        """The right edge of a cell, after what is said of it."""
        said = self.said()
        said.edges.append(number)
        said.cells.append(TableCell(said.horizontal, said.vertical))
        said.horizontal = said.vertical = 0

    def new_paragraph(self, _number: int) -> None:
        """Forget what was said of paragraphs."""
        state = self.state
        state.in_table, state.nested, state.outline, state.style = 0, 0, -1, 0

    def page(self, number: int) -> None:
        """The code page of what names no font."""
        self.charsets.page = code_page(number)

    def default(self, number: int) -> None:
        """The font of what names none."""
        self.default_font = self.state.font = number


def _put(name: str) -> Callable[[_State, int], None]:
    return lambda state, number: setattr(state, name, number)


def _switch(name: str) -> Callable[[_State, int], None]:
    return lambda state, number: setattr(state, name, bool(number))


def _mark(name: str, value: bytes) -> Callable[[_State, int], None]:
    return lambda state, number: setattr(state, name, value if number else b"")


def _associated(state: _State, number: int) -> None:
    if state.kind == b"dbch":
        state.eastern = number


_DESTINATIONS = frozenset((b"fonttbl", b"stylesheet", b"bkmkstart", b"listtext", b"pntext", _NESTED_ROW))
_CELL_ENDS = {b"cell": 1, b"nestcell": 2}
_STATES: dict[bytes, Callable[[_State, int], None]] = {
    b"uc": _put("skipped"), b"f": _put("font"), b"af": _associated, b"v": _switch("hidden"),
    b"deleted": _switch("deleted"), b"super": _mark("raising", b"super"), b"sub": _mark("raising", b"sub"),
    b"nosupersub": _mark("raising", b""), b"loch": _mark("kind", b"loch"), b"hich": _mark("kind", b"hich"),
    b"dbch": _mark("kind", b"dbch"), b"s": _put("style"), b"outlinelevel": _put("outline"),
    b"intbl": _put("in_table"), b"itap": _put("nested"),
}  # fmt: skip

_SAYINGS: dict[bytes, Callable[[Walk, int], None]] = {
    b"trowd": Walk.new_row, b"trleft": Walk.left, b"cellx": Walk.edge, b"pard": Walk.new_paragraph,
    b"ansicpg": Walk.page, b"deff": Walk.default,
    b"clmgf": lambda walk, _: setattr(walk.said(), "horizontal", 1),
    b"clmrg": lambda walk, _: setattr(walk.said(), "horizontal", 2),
    b"clvmgf": lambda walk, _: setattr(walk.said(), "vertical", 3),
    b"clvmrg": lambda walk, _: setattr(walk.said(), "vertical", 1),
}  # fmt: skip

_MEANT = frozenset((*_SILENT, *_TOLD, *_DESTINATIONS, *_TEXTS, *_PARAGRAPH_ENDS, *_CELL_ENDS, *_STATES, *_SAYINGS)) | {
    b"u",
    b"row",
    b"nestrow",
    b"plain",
    b"fcharset",
}
"""The words that say something of the text; most dress it."""
