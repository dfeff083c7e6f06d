"""What a score means: the words and the populations that a site chooses, and the inputs of the risk."""
