"""Where things are in a chest, from the picture alone: enough to tell where a coronary artery can run."""
