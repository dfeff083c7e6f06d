"""Guidance for grading coronary calcium on chest CT by eye."""
