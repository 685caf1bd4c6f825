"""Documents that are made up, with what they say known: the ground of every benchmark, soak and fuzz."""
