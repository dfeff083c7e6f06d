"""The two attribute tables as data, and the one rule of Copied, Generated and Removed."""
