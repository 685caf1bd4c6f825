"""Word 97-2003 files written by hand: one page of paragraph runs, one of character runs, pieces as asked."""

import struct

from tests.parsers.formats.compounds import compound

TEXT_AT = 1536
Run = tuple[int, int, bytes]


def prop(code: int, value: bytes) -> bytes:
    """A property with its operand."""
    return struct.pack("<H", code) + value


def shape(*edges: int, merges: tuple[int, ...] = ()) -> bytes:
    """The definition of the cells of a row: edges in twips, flags of merges."""
    count = len(edges) - 1
    cells = b"".join(struct.pack("<H18x", merges[index] if index < len(merges) else 0) for index in range(count))
    body = bytes([count]) + struct.pack(f"<{count + 1}h", *edges) + cells
    return struct.pack("<HH", 0xD608, len(body) + 1) + body


IN_TABLE, ROW_END = prop(0x2416, b"\x01"), prop(0x2417, b"\x01")


def _page(runs: list[Run], *, paragraphs: bool) -> bytes:
    bounds = [run[0] for run in runs] + [runs[-1][1]]
    page = bytearray(512)
    page[-1] = len(runs)
    struct.pack_into(f"<{len(bounds)}I", page, 0, *bounds)
    end, width = 510, 13 if paragraphs else 1
    for index, (_, _, listed) in enumerate(runs):
        entry = b"\0" + bytes([(len(listed) + 1) // 2]) + listed if paragraphs else bytes([len(listed)]) + listed
        end = (end - len(entry)) & ~1
        page[end : end + len(entry)] = entry
        page[4 * len(bounds) + width * index] = end // 2
    return bytes(page)


def doc(
    text: str,
    paragraphs: list[Run] | None = None,
    characters: list[Run] | None = None,
    *,
    pieces: list[tuple[str, bytes, int]] | None = None,
    prc: bytes = b"",
    language: int = 0x0804,
) -> bytes:
    """A file with a text; runs name characters, and lists of properties; pieces name their bytes and changes."""
    given = pieces or [(text, text.encode("utf-16-le", "surrogatepass"), 0)]
    raw, table, bounds, descriptors = b"", b"", [0], b""
    for words, stored, change in given:
        narrow = len(stored) == len(words)
        at = TEXT_AT + len(raw)
        descriptors += struct.pack("<HIH", 0, at * 2 | 0x40000000 if narrow else at, change)
        bounds.append(bounds[-1] + len(words))
        raw += stored
    everything = (TEXT_AT, TEXT_AT + len(raw))

    def placed(runs: list[Run] | None, default: bytes) -> list[Run]:
        if not runs:
            return [(*everything, default)]
        return [(TEXT_AT + 2 * start, TEXT_AT + 2 * end, default + listed) for start, end, listed in runs]

    clx = prc + b"\x02" + struct.pack("<I", 4 * len(bounds) + len(descriptors))
    clx += struct.pack(f"<{len(bounds)}I", *bounds) + descriptors
    places = {33: clx, 13: struct.pack("<III", *everything, 1), 12: struct.pack("<III", *everything, 2)}
    header = bytearray(512)
    struct.pack_into("<HHxxH", header, 0, 0xA5EC, 0xC1, language)
    struct.pack_into("<i", header, 76, bounds[-1])
    struct.pack_into("<H", header, 152, 93)
    for number, structure in places.items():
        struct.pack_into("<II", header, 154 + 8 * number, len(table), len(structure))
        table += structure
    pages = _page(placed(paragraphs, b"\0\0"), paragraphs=True) + _page(placed(characters, b""), paragraphs=False)
    return compound({"WordDocument": bytes(header) + pages + raw, "0Table": table})
