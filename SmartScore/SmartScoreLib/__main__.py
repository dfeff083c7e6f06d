"""`python -m SmartScoreLib` is the `smartscore` command."""

import sys

from SmartScoreLib.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
