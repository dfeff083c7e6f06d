"""The Physician report."""
