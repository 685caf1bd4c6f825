"""The head of a table: labels and their texts, blocks of money, tasks."""
