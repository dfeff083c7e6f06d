"""Slices of the CT as pictures, with the calcium that counts."""
