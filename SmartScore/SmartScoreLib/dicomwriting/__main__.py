"""`python -m SmartScoreLib.dicomwriting > CONFORMANCE.md` writes the conformance statement anew."""

import sys

from SmartScoreLib.dicomwriting.conformance_statement import statement
from SmartScoreLib.dicomwriting.device import DEFAULT_DEVICE, IMPLEMENTATION_CLASS_UID
from SmartScoreLib.identity import identity

if __name__ == "__main__":
    text = statement(identity(), IMPLEMENTATION_CLASS_UID, DEFAULT_DEVICE.implementation_version_name)
    sys.stdout.buffer.write(text.encode())
