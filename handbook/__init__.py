"""Writes docs/reference from the code: `python -m handbook`; a test compares the pages with what it would write."""
