"""One reading from series to export: what the desktop and the command line both call."""
