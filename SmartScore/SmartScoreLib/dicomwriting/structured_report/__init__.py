"""A reading as a structured report: Enhanced SR (PS3.3 A.35.2) by TID 1500 Measurement Report (PS3.16)."""
