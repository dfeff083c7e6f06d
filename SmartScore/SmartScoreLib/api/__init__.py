"""The front door for Python: plain functions, offered by the package itself (`from SmartScoreLib import score`)."""
