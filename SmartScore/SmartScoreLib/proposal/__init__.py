"""Proposals: what the program finds before a reader decides."""
