"""SmartScore: coronary calcium scoring on non-contrast cardiac CT.

Each folder is a room; data goes one way through them.
"""
