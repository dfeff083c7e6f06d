"""Values of the source that may not stand in a file as they are: made valid by Value Representation, or left out."""
