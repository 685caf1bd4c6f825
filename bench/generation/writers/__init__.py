"""Every format a made-up document can be written in, by the suffix of its files."""

from collections.abc import Callable
from random import Random

from bench.generation.drawing import Drawing
from bench.generation.writers import docx, html, pdf, text, xlsx

Writer = Callable[[Drawing, Random], bytes]
WRITERS: dict[str, Writer] = {
    "txt": text.tabbed,
    "csv": text.separated,
    "md": text.piped,
    "html": html.write,
    "docx": docx.write,
    "xlsx": xlsx.write,
    "pdf": pdf.write,
}
"""The formats written here; `zip` gathers them."""
CONVERTED: dict[str, Writer] = {"docx": docx.convertible, "xlsx": xlsx.write}
"""What office.py converts into older formats."""
