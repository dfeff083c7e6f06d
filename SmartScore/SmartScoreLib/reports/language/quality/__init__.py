"""The words of the page of a phantom check: one file a language."""
