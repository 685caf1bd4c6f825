"""Benchmarks: how fast and how right, in one run with pinned peers; and the documents they run on."""
