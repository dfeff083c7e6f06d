"""The names that say where a file was made: read from a file, and held to what DICOM allows."""

import json
from pathlib import Path

import pytest

from SmartScoreLib.dicomwriting.device import DEFAULT_DEVICE, Device, load_device
from SmartScoreLib.remarks.errors import WrongUsage

# Lengths by PS3.5 table 6.2-1: Station Name is SH, all others are LO, and a name's group is PN.
LENGTHS = {
    "manufacturer": 64,
    "model": 64,
    "software_version": 64,
    "station_name": 16,
    "device_id": 64,
    "operators_name": 64,
}


def refused(**names: object) -> list[tuple[str, dict[str, object]]]:
    with pytest.raises(WrongUsage) as caught:
        Device(**names)  # type: ignore[arg-type]
    return [(remark.code, dict(remark.values)) for remark in caught.value.remarks]


@pytest.mark.parametrize(("name", "length"), LENGTHS.items())
def test_a_name_has_the_length_that_dicom_allows(name: str, length: int) -> None:
    text = ("A^" + "x" * 63)[:length]
    assert getattr(Device(**{name: text}), name) == text
    assert refused(**{name: text + "x"}) == [
        ("dicomwriting.device_length", {"field": name, "length": length + 1, "limit": length})
    ]


@pytest.mark.parametrize(
    ("sign", "allowed"), [("\x1f", False), (" ", True), ("~", True), ("\x7f", False), ("\x80", True), ("\\", False)]
)
def test_a_name_holds_no_control_character_and_no_backslash(sign: str, allowed: bool) -> None:
    text = f"a{sign}b"
    if allowed:
        assert Device(device_id=text).device_id == text
    else:
        assert refused(device_id=text) == [("dicomwriting.device_signs", {"field": "device_id"})]


def test_a_name_of_an_operator_is_empty_or_has_a_family_and_a_given_name() -> None:
    assert Device(operators_name="").operators_name == ""
    assert Device(operators_name="^").operators_name == "^"
    assert refused(operators_name="root") == [("dicomwriting.device_operator", {"value": "root"})]


def test_every_name_that_is_wrong_has_its_remark() -> None:
    found = refused(station_name="x" * 17, model=3)
    assert [(code, values["field"]) for code, values in found] == [
        ("dicomwriting.device_text", "model"),
        ("dicomwriting.device_length", "station_name"),
    ]


def test_the_version_name_in_every_file_has_at_most_16_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    from SmartScoreLib.dicomwriting import device
    from SmartScoreLib.identity import identity

    assert DEFAULT_DEVICE.implementation_version_name == f"SMARTSCORE_{identity().version}"[:16]
    for version, written in (("1.2.3", "SMARTSCORE_1.2.3"), ("1.2.34", "SMARTSCORE_1.2.3")):
        changed = replace(identity(), version=version)
        monkeypatch.setattr(device, "identity", lambda changed=changed: changed)
        assert DEFAULT_DEVICE.implementation_version_name == written
        assert len(written) == 16  # PS3.7 D.3.3.2


def test_a_device_is_read_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "device.json"
    path.write_text(json.dumps({"station_name": "READING1", "operators_name": "Müller^Eva"}), encoding="utf-8")
    assert load_device(path) == Device(station_name="READING1", operators_name="Müller^Eva")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{", "device_json"),
        ("[]", "device_no_object"),
        ('{"host": "x"}', "device_unknown"),
        ('{"station_name": "' + "x" * 17 + '"}', "device_length"),
        ('{"station_name": 3}', "device_text"),
        ('{"device_id": "a\\\\b"}', "device_signs"),
        ('{"operators_name": "root"}', "device_operator"),
        (None, "device_file"),
    ],
)
def test_a_device_file_that_cannot_be_used_is_wrong_usage(text: str | None, code: str, tmp_path: Path) -> None:
    path = tmp_path / "device.json"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(WrongUsage) as caught:
        load_device(path)
    assert [remark.code for remark in caught.value.remarks] == [f"dicomwriting.{code}"]


def test_an_unknown_field_is_named_beside_the_known_ones(tmp_path: Path) -> None:
    path = tmp_path / "device.json"
    path.write_text('{"host": "x", "era": 1}', encoding="utf-8")
    with pytest.raises(WrongUsage) as caught:
        load_device(path)
    assert caught.value.reasons == (
        f"The device file {path} may hold manufacturer, model, software_version, station_name, device_id, "
        "operators_name; it has era, host.",
    )
