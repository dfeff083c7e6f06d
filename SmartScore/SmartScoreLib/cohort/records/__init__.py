"""One exam read and scored: its records, and what all of them say of each other."""
