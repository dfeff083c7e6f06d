"""Pages and screen saves drawn as pictures, and the same as PDF."""
