"""What the reports say of marks: one file a language, taken in by that of the language."""
