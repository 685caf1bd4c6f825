"""A document parted into what may be one form or one list, and what page breaks cut put together again."""
