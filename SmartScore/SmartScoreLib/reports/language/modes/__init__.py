"""The words of what is read beside the coronary score: the aortic valve, and chest CT that is not gated."""
