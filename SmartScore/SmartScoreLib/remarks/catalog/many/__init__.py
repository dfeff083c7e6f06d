"""What is said of many exams at once, and of scanners: as in the folder above, which holds fifteen files at most."""
