"""What the library has to say, as data: codes, severities, values, and the errors that carry them."""
