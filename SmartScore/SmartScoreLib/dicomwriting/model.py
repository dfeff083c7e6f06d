"""The sorts of Secondary Capture series that are written."""

from enum import Enum


class CaptureKind(Enum):
    """One series each (a series has one purpose and one equipment); the value begins its Series Description."""

    PHYSICIAN = "SmartScore Physician Report"
    PATIENT = "SmartScore Patient Report"
    SCREENS = "SmartScore Screen Saves"
