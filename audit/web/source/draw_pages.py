"""Pages of a PDF as pictures, in a process of its own: `python -m audit.web.source.draw_pages 1,2 < file`.

A file that was published by anyone is drawn where it can hang, grow or crash without anybody waiting. For each page
one line of JSON (page, width and height in points, bytes) and the PNG follow on standard output; a page that cannot be
drawn has none.
"""

import io
import json
import math
import resource
import sys
from importlib import import_module
from typing import Any, BinaryIO

MEMORY_BYTES = 1 << 30
CPU_SECONDS = 20
_WIDTH = 1_300
_PIXELS = 4_000_000


def scale_of(width: float, height: float) -> float:
    """How many pixels a point gets: enough to read, never more than a picture of a screen or two.

    >>> round(scale_of(595, 842), 2), round(scale_of(14400, 14400), 3)
    (1.8, 0.09)
    """
    return min(1.8, _WIDTH / width, math.sqrt(_PIXELS / (width * height)))


def draw(content: bytes, numbers: list[int], out: BinaryIO) -> None:
    """Write the pages with these numbers, counted from 1."""
    # The binding carries no types.
    pdfium: Any = import_module("pypdfium2")
    document = pdfium.PdfDocument(content)
    for number in numbers:
        if not 1 <= number <= len(document):
            continue
        page = document[number - 1]
        width, height = page.get_size()
        if width < 1 or height < 1:
            continue
        picture = io.BytesIO()
        page.render(scale=scale_of(width, height)).to_pil().save(picture, "PNG")
        head = {"page": number, "width": width, "height": height, "bytes": len(picture.getvalue())}
        out.write(json.dumps(head).encode() + b"\n" + picture.getvalue())
        out.flush()


def main() -> None:
    """Draw what standard input holds."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    draw(sys.stdin.buffer.read(), [int(number) for number in sys.argv[1].split(",")], sys.stdout.buffer)


if __name__ == "__main__":
    main()
