"""A measure at two dates: the change, and the limits that tell it from the error of measurement."""
