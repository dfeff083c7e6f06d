"""Where the exams of a method come from: tables, score JSON, saved readings, and files of marks with their images."""
