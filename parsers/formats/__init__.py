"""Formats: bytes → Document, by the content of the file."""

from parsers.formats.reader import Request
from parsers.formats.registry import READERS, read

__all__ = ["READERS", "Request", "read"]
