"""`smartscore followup`: the command, and its result as text."""
