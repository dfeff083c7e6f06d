"""What the report says as text, beside the words of the pages: one file a language, with TEXTS."""
