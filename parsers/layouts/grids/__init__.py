"""What cells, rows and lines are before anybody knows which table they belong to, and the account of them."""
