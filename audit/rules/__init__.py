"""The review rules: one `.sql` file or one small module each, and what puts them to a database."""
