"""What instances without source pixels have in common: header, references to source images, the last check."""
