"""Candidates, growing from a click, the label map by territory, reading marks."""
