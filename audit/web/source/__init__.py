"""The source beside a table: what was published, drawn again or as a picture, and where each figure stands on it."""
