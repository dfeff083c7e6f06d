"""Readers of every kind of file that holds marks."""
