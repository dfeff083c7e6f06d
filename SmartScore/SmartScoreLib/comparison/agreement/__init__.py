"""Two or more readers, methods or rules on the same exams: what pairs, how far numbers and lesions agree."""
