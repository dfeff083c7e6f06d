"""Commands over many exams."""
