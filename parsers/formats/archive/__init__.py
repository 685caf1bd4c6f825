"""Archives (.zip, .tar, .gz): their members read in place, nothing ever written to a path from inside them."""

from parsers.formats.archive.reading import archives

__all__ = ["archives"]
