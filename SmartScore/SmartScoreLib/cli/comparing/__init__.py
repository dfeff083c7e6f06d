"""Commands over several readings of an exam, or of a person."""
