"""Readings beside each other: two of a person at two times (follow-up), two of an exam by two readers (agreement)."""
