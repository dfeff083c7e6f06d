"""What pages say of earlier scans: one file a language, by its code."""
