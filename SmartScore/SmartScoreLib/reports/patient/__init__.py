"""The Patient report."""
