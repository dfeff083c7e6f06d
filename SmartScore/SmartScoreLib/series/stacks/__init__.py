"""Images -> stacks: which images of a series belong to one volume, in which order, on which grid."""
