"""The report as text: sentences for a dictation, by a template."""
