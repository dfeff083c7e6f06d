"""What is said of many exams or readings at once: rooms as in the folder above, which holds fifteen files at most."""
