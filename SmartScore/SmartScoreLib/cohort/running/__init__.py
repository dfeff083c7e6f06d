"""A run: who works, what is done, and how it goes on."""
