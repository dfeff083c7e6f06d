"""Parts of the module's own test that each look at one thing, in the application."""
