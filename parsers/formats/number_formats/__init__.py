"""Number formats: what Excel shows of 0.95 under 0%, of 45657 under a date, of 231500 under 0!.0,"万"."""

from parsers.formats.number_formats.builtin import BUILTIN
from parsers.formats.number_formats.display import NumberFormat, number_format

__all__ = ["BUILTIN", "NumberFormat", "number_format"]
