"""Readings compared: one person at several dates."""
