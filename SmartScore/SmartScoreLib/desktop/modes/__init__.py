"""What is read beside the coronary score: the mode, grades by eye, and the mass factor."""
