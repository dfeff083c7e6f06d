"""PixelMed's validator holds the structured report to the templates of PS3.16; each of its messages has a reason."""

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from dicom.saved.test_structured_report import PERSON, TEXTS, written
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.reading.read import make_reading
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL

JAR = Path("/usr/share/java/pixelmed.jar")
NO_LIMITS = [f"-Djdk.xml.xpath{kind}Limit=0" for kind in ("TotalOp", "ExprOp", "ExprGrp")]
EXPLAINED = (
    # What it says when all is well.
    r"^Found EnhancedSR IOD$",
    r"^Found Root Template TID_1500 \(MeasurementReport\)$",
    r"^Root Template Validation Complete$",
    r"^IOD validation complete$",
    # Context group 100 has hardly more than kinds of imaging; it may be extended, and this code says what was done.
    r"^Error: .*\[Row 4\] CODE \(121058,DCM,\"Procedure reported\"\).*\(426005005,SCT,.* not found in .* group 100$",
    # It has no context group 7465, and says so of its own copy of TID 1420; so it knows no derived measurement.
    r"^Internal Error:\s*$",
    r"^\s*Template 1420 MeasurementsDerivedFromMultipleROIMeasurements/\[Row 1\] NUM CID 7465$",
    r"^\s*: Concept Name CID is empty or missing -\s*$",
    r"^\s*7465$",
    r"^Warning: .*/CONTAINER \(126011,DCM,\"Derived Imaging Measurements\"\)/.*: Content Item not in template$",
    # TID 1500 may be extended: the person that the score is compared with, and a remark as data below its words.
    r"^Warning: .*/CONTAINER \(121118,DCM,\"Patient Characteristics\"\).*: Content Item not in template$",
    r"^Warning: .*/TEXT \(remark-data,99SMARTSCORE,\"The remark as data\"\): Content Item not in template$",
    r"^\s*$",
)


@pytest.mark.skipif(not (JAR.is_file() and shutil.which("java")), reason="pixelmed is not installed")
@pytest.mark.parametrize("marked", [True, False], ids=["marks", "no marks"])
def test_each_message_of_the_template_validator_has_a_reason(tmp_path, reading, marked):
    empty = LesionMap(reading.series.geometry, (0, 0, 0), np.zeros((0, 0, 0), np.uint8), zero_confirmed=True)
    protocol = replace(DEFAULT_PROTOCOL, mass_factor=0.00078)
    lesions = reading.lesions if marked else empty
    file, _ = written(make_reading(reading.series, lesions, protocol, PERSON, "Reader^Ada", "hm", TEXTS), tmp_path)
    command = ["java", *NO_LIMITS, "-cp", str(JAR), "com.pixelmed.validate.DicomSRValidator", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = (done.stdout + done.stderr).splitlines()
    assert "Found Root Template TID_1500 (MeasurementReport)" in lines
    assert [line for line in lines if not any(re.search(pattern, line) for pattern in EXPLAINED)] == []
