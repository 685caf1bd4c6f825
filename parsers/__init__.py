"""From a file to tables as stated: formats read bytes into a Document, layouts read a Document into tables."""

from parsers.formats import read
from parsers.layouts import Hints, Interpretation, interpret

__all__ = ["Hints", "Interpretation", "interpret", "read"]
