"""The names of OpenDocument's elements and attributes."""

from functools import partial

_OASIS = "{{urn:oasis:names:tc:opendocument:xmlns:{}:1.0}}{}"
TEXT, TABLE, OFFICE, DRAW, STYLE, FORMAT = (
    partial(_OASIS.format, name) for name in ("text", "table", "office", "drawing", "style", "xsl-fo-compatible")
)
"""Each makes a name of its namespace: `TEXT("p")` is a paragraph."""
