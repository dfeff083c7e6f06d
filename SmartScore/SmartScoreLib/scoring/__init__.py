"""Agatston, volume, mass: per lesion, per territory, total."""
