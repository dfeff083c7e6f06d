"""A calcium phantom that lies in the scanner: found, measured and compared with what was published of it."""
