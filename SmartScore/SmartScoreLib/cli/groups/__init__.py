"""Groups of options that several commands share, and the requests that they make."""
