"""Readings of the database as a table, a second reader who does not see the first, and deciding between two."""
