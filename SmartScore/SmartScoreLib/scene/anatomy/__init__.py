"""Organs and boxes of the scene that say where the heart is."""
