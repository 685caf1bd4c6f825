"""From a Document to performance tables, as stated: layouts know labels and levels, and nothing of file formats."""

from parsers.layouts.accounts import Account
from parsers.layouts.interpretation import Hints, Interpretation, interpret
from parsers.layouts.registry import LAYOUTS

__all__ = ["LAYOUTS", "Account", "Hints", "Interpretation", "interpret"]
