"""The grid of indicators: which column holds what, and its rows as indicators."""
