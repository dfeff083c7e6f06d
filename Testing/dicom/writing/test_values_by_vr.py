"""What may stand in a file by its Value Representation: limits of PS3.5 table 6.2-1, the last value and the next."""

from typing import Any

import pytest
from pydicom import config
from pydicom.dataelem import DataElement
from pydicom.dataset import Dataset

from SmartScoreLib.dicomwriting.validity import fault


def code(keyword: str, vr: str, value: Any) -> str:
    """Why the value is not valid, as a code without its room; "" if it is."""
    with config.disable_value_validation():
        found = fault(DataElement(keyword, vr, value))
    return "" if found is None else found.code.removeprefix("dicomwriting.fault_")


@pytest.mark.parametrize(
    ("keyword", "vr", "last", "beyond", "why"),
    [
        ("StationName", "SH", "x" * 16, "x" * 17, "value"),
        ("ProtocolName", "LO", "x" * 64, "x" * 65, "length"),
        ("PatientName", "PN", "x" * 64, "x" * 65, "length"),
        ("PatientName", "PN", "A=" + "x" * 64, "A=" + "x" * 65, "length"),
        ("StudyInstanceUID", "UI", "1." + "2" * 62, "1." + "2" * 63, "length"),
        ("SliceThickness", "DS", "0.12345678901234", "0.123456789012345", "value"),
        ("InstanceNumber", "IS", "-00000000001", "-000000000001", "value"),
        ("Modality", "CS", "X" * 16, "X" * 17, "value"),
        ("RetrieveAETitle", "AE", "X" * 16, "X" * 17, "value"),
        ("InstitutionAddress", "ST", "x" * 1024, "x" * 1025, "length"),
        ("PatientComments", "LT", "x" * 10240, "x" * 10241, "length"),
        ("PatientAge", "AS", "120Y", "0120Y", "value"),
        ("StudyDate", "DA", "20241231", "20241301", "value"),
        ("StudyTime", "TM", "235960", "240000", "value"),
        ("Rows", "US", 65535, 65536, "value"),
        ("Rows", "US", 0, -1, "value"),
        ("SmallestImagePixelValue", "SS", -32768, -32769, "value"),
        ("SmallestImagePixelValue", "SS", 32767, 32768, "value"),
    ],
)
def test_the_last_value_is_written_and_the_next_is_not(keyword: str, vr: str, last: Any, beyond: Any, why: str) -> None:
    assert (code(keyword, vr, last), code(keyword, vr, beyond)) == ("", why)


@pytest.mark.parametrize(
    ("sign", "line", "text"),
    # PS3.5 6.1.3: TAB, LF, FF and CR, and those in ST, LT and UT alone
    [("\x1f", False, False), (" ", True, True), ("\t", False, True), ("\n", False, True), ("\x0b", False, False),
     ("\f", False, True), ("\r", False, True), ("\x0e", False, False), ("\ufffd", False, False)],
)  # fmt: skip
def test_control_characters_are_allowed_in_texts_of_several_lines_alone(sign: str, line: bool, text: bool) -> None:
    why = "character_set" if sign == "\ufffd" else "control_character"
    assert code("StudyDescription", "LO", f"a{sign}b") == ("" if line else why)
    assert code("PatientComments", "LT", f"a{sign}b") == ("" if text else why)


@pytest.mark.parametrize(
    ("keyword", "vr", "allowed", "not_allowed"),
    [  # Value Multiplicity by PS3.6
        ("StudyID", "SH", (1,), (2, 3)),
        ("PixelSpacing", "DS", (2,), (1, 3)),
        ("ImagePositionPatient", "DS", (3,), (2, 4)),
        ("FocalSpots", "DS", (1, 2, 9), ()),
        ("ImageType", "CS", (2, 3, 9), (1,)),
        ("ContourData", "DS", (3, 6), (1, 2, 4, 5)),
        ("LeafPositionBoundaries", "DS", (3, 4), (1, 2)),
        ("LeafJawPositions", "DS", (2, 4), (1, 3)),
        ("ShutterShape", "CS", (1, 2, 3), (4,)),
        ("SubjectArea", "IS", (2, 3, 4), (1, 5)),
    ],
)
def test_an_attribute_has_the_number_of_values_of_the_data_dictionary(
    keyword: str, vr: str, allowed: tuple[int, ...], not_allowed: tuple[int, ...]
) -> None:
    value = "1" if vr in ("DS", "IS") else "X"
    for count in (*allowed, *not_allowed):
        found = code(keyword, vr, [value] * count if count > 1 else value)
        assert found == ("" if count in allowed else "count"), count


def test_a_private_attribute_may_have_any_number_of_values() -> None:
    assert fault(DataElement(0x00431027, "SH", ["a", "b", "c"])) is None


def test_a_value_of_65_characters_is_told_by_its_length_and_one_of_64_as_it_is() -> None:
    for text, values in (
        ("Y" * 64, {"value": "Y" * 64, "vr": "CS"}),
        ("Y" * 65, {"length": 65, "vr": "CS"}),
    ):
        with config.disable_value_validation():
            found = fault(DataElement("Modality", "CS", text))
        assert found is not None
        assert found.values == values


def test_a_value_that_is_not_valid_is_found_in_the_items_of_sequences() -> None:
    inner, outer = Dataset(), Dataset()
    with config.disable_value_validation():
        inner.add_new("CodeValue", "SH", "x" * 17)
        outer.add_new("PurposeOfReferenceCodeSequence", "SQ", [Dataset(), inner])
        found = fault(DataElement("SourceImageSequence", "SQ", [outer]))
    assert found is not None
    assert found.code == "dicomwriting.fault_item"
    assert found.values["attribute"] == "Purpose of Reference Code Sequence (0040,A170)"
    within = found.values["fault"].values  # type: ignore[union-attr]
    assert within["attribute"] == "Code Value (0008,0100)"
    assert within["fault"].values == {"value": "x" * 17, "vr": "SH"}
    assert fault(DataElement("SourceImageSequence", "SQ", [])) is None


@pytest.mark.parametrize(("keyword", "vr"), [("StudyID", "SH"), ("SliceThickness", "DS"), ("Rows", "US")])
def test_nothing_is_always_valid(keyword: str, vr: str) -> None:
    assert fault(DataElement(keyword, vr, None)) is None
    assert fault(DataElement(keyword, vr, "")) is None
