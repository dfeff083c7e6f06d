"""Every sentence of the reports, one table per language."""
