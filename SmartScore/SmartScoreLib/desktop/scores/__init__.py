"""Reading the scores: the table, and what it means."""
