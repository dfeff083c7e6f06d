"""The terminal that a person reads: progress on one line, and whatever encoding it has."""
