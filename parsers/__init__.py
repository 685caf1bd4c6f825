"""From a file to tables as stated: `read` turns bytes into a Document."""

from parsers.formats import read

__all__ = ["read"]
