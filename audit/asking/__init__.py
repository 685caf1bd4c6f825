"""What a person looks for, and how it is found: a question, its conditions, its hits, and how they are said."""
