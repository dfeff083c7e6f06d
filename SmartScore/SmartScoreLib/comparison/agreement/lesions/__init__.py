"""Two readings of the same images, lesion by lesion."""
