"""OLE compound files of any streams, written plainly: one FAT, no mini stream, names in the order of their length."""

import struct

SECTOR = 512
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def compound(streams: dict[str, bytes]) -> bytes:
    """An OLE file with the streams at its root; one below 4,096 bytes is padded to that."""
    names = sorted(streams, key=lambda name: (len(name), name.upper()))
    directory = -(-(len(names) + 1) // 4)
    sizes = [max(4096, len(streams[name])) for name in names]
    sectors = [-(-size // SECTOR) for size in sizes]
    tables = -(-(directory + sum(sectors)) // 127)
    chains = [_FAT] * tables + _chain(tables, directory)
    entries = [_entry("Root Entry", 5, _END, 0, 1 if names else _FREE, _FREE)]
    data = b""
    for index, name in enumerate(names):
        right = index + 2 if index + 1 < len(names) else _FREE
        entries.append(_entry(name, 2, len(chains), sizes[index], _FREE, right))
        chains += _chain(len(chains), sectors[index])
        data += streams[name].ljust(sectors[index] * SECTOR, b"\0")
    chains += [_FREE] * (tables * 128 - len(chains))
    entries += [_entry("", 0, 0, 0, _FREE, _FREE)] * (directory * 4 - len(entries))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIIIIIII", 0, tables, tables, 0, 4096, _END, 0, _END, 0)
    numbers = [*range(tables), *[_FREE] * (109 - tables)]
    return header + struct.pack("<109I", *numbers) + struct.pack(f"<{len(chains)}I", *chains) + b"".join(entries) + data


def _chain(start: int, length: int) -> list[int]:
    return [*range(start + 1, start + length), _END]


def _entry(name: str, kind: int, start: int, size: int, child: int, right: int) -> bytes:
    encoded = name.encode("utf-16-le")
    length = len(encoded) + 2 if name else 0
    packed = encoded.ljust(64, b"\0") + struct.pack("<HBBIII36xIQ", length, kind, 1, _FREE, right, child, start, size)
    assert len(packed) == 128
    return packed
