"""What a score means in words: classifications, percentiles, risk; one file a language, with TEXTS and REMARKS."""
