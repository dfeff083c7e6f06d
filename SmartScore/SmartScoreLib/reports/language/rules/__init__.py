"""Remarks on rules, on a confirmed zero, and on whose score it is: one file a language, a part of its REMARKS."""
