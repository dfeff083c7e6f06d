"""What is bright, and what speaks for and against calcium of a coronary artery."""
