"""The page of a phantom check."""
