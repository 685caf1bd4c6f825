"""From stated strings to typed values: text, numbers, units, dates, comparators, targets. Pure functions."""

from normalize.values import Reading, parse_value, reads_as_value

__all__ = ["Reading", "parse_value", "reads_as_value"]
