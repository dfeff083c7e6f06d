"""JSON clicks: every field checked, every entry named in what is refused."""

import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from SmartScoreLib.lesions.marks import read_marks
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.remarks.english import english
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Severity
from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.model import CTSeries

SHAPE = (6, 80, 90)


def _series(**options: Any) -> CTSeries:
    """Three lesions: 12 voxels around (2, 10, 20), 4 around (4, 40, 50), bone at the bottom."""
    hu = np.full(SHAPE, -20, np.int16)
    hu[2:4, 9:11, 20:23] = 250
    hu[4, 40:42, 50:52] = 400
    hu[:, 60:, 10:80] = 700
    directions = ((0.0, 0.0, 1.0), (0.0, 1.0, 0.0), (1.0, 0.0, 0.0))
    geometry = VolumeGeometry(SHAPE, (3.0, 0.5, 0.5), (-10.0, 5.0, 100.0), directions)
    return CTSeries(hu, geometry, series_instance_uid="1.2.3", **options)


def _read(tmp_path: Path, document: Any, threshold: float = 130) -> LesionMap:
    file = tmp_path / "reading.json"
    file.write_text(document if isinstance(document, str) else json.dumps(document), encoding="utf-8")
    return read_marks(file, _series(), threshold)


def _refused(tmp_path: Path, document: Any) -> str:
    with pytest.raises(InputRefused) as refusal:
        _read(tmp_path, document)
    assert all(reason.endswith(".") and "\n" not in reason for reason in refusal.value.reasons)
    return " ".join(refusal.value.reasons)


def _voxels(lesions: LesionMap) -> dict[str, int]:
    return {
        key: int((lesions.labels == t.label).sum()) for key, t in BY_KEY.items() if (lesions.labels == t.label).any()
    }


def test_clicks_by_index_and_by_position_grow_to_their_lesions(tmp_path: Path) -> None:
    # column 51, row 40, slice 4 of 0.5 x 0.5 x 3 mm from (-10, 5, 100)
    position = [-10 + 51 * 0.5, 5 + 40 * 0.5, 100 + 4 * 3]
    seeds = [{"territory": "LAD", "ijk": [20, 10, 2]}, {"territory": "RCA", "lps_mm": position}]
    lesions = _read(tmp_path, {"seeds": seeds, "SeriesInstanceUID": "1.2.3", "comment": "first reading"})
    assert _voxels(lesions) == {"LAD": 12, "RCA": 4}
    assert lesions.origin is not None
    assert english(lesions.origin) == "clicks of reading.json"
    assert lesions.remarks == ()
    assert lesions.reviewed


def test_a_click_in_one_slice_takes_that_slice_only(tmp_path: Path) -> None:
    lesions = _read(tmp_path, {"seeds": [{"territory": "LM", "ijk": [20, 10, 3], "in_slice": True}]})
    assert _voxels(lesions) == {"LM": 6}
    assert lesions.corner == (3, 9, 20)


def test_a_lesion_can_be_parted_between_two_vessels_by_slices(tmp_path: Path) -> None:
    seeds = [{"territory": t, "ijk": [20, 10, k], "in_slice": True} for t, k in (("LM", 2), ("LAD", 3))]
    assert _voxels(_read(tmp_path, {"seeds": seeds})) == {"LM": 6, "LAD": 6}


def test_a_click_just_beside_is_moved_onto_the_calcium_and_says_so(tmp_path: Path) -> None:
    lesions = _read(tmp_path, {"seeds": [{"territory": "LAD", "ijk": [18, 10, 2]}]})  # two columns = 1 mm
    assert _voxels(lesions) == {"LAD": 12}
    (moved,) = lesions.remarks
    assert (moved.code, moved.severity) == ("lesions.seed_moved", Severity.NOTE)
    assert moved.values == {"seed": 1, "file": "reading.json", "territory": "LAD", "moved_mm": 1.0}
    assert english(moved) == "Seed 1 of reading.json (LAD) was moved by 1.0 mm onto the nearest calcium."


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "reading.json"
    file.write_text('{"seeds": []}', encoding="utf-8-sig")
    assert not read_marks(file, _series(), 130).labels.size


def test_two_clicks_in_one_lesion_of_one_territory_are_one_lesion(tmp_path: Path) -> None:
    seeds = [{"territory": "LAD", "ijk": [c, 10, 2]} for c in (20, 22)]
    assert _voxels(_read(tmp_path, {"seeds": seeds})) == {"LAD": 12}


def test_one_lesion_claimed_for_two_territories_is_refused(tmp_path: Path) -> None:
    seeds = [{"territory": t, "ijk": [20, 10, 2]} for t in ("LAD", "LCX")]
    told = _refused(tmp_path, {"seeds": seeds})
    assert "Seed 2 of reading.json (LCX) lies in a lesion that another seed gave to LAD" in told


def test_bone_is_refused_by_the_seed_and_offers_a_slice(tmp_path: Path) -> None:
    # 6 slices x 20 x 70 voxels of 0.75 mm3 = 6300 mm3
    told = _refused(tmp_path, {"seeds": [{"territory": "LAD", "ijk": [20, 70, 2]}]})
    assert told.startswith("Seed 1 of reading.json (LAD) is connected to something too large for a lesion")
    assert '"in_slice": true' in told


def test_a_click_away_from_calcium_is_refused_by_the_seed_and_its_value(tmp_path: Path) -> None:
    told = _refused(tmp_path, {"seeds": [{"territory": "LAD", "ijk": [70, 20, 2]}]})
    assert told.startswith("Seed 1 of reading.json (LAD) is at -20 HU, and nothing within 2 mm")


def test_all_entries_that_are_wrong_are_told_at_once(tmp_path: Path) -> None:
    seeds = [{"territory": "XYZ", "ijk": [0, 0, 0]}, {"territory": "LM"}, {"territory": "LM", "ijk": [1, 2]}]
    with pytest.raises(InputRefused) as refusal:
        _read(tmp_path, {"seeds": seeds})
    assert [reason.split(":")[0].split(" must")[0] for reason in refusal.value.reasons] == [
        "Seed 1 of reading.json",
        "Seed 2 of reading.json",
        "Seed 3 of reading.json",
    ]


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ({"territory": "LAD", "ijk": [20, 10, 2], "lps_mm": [0, 0, 0]}, 'must have either "lps_mm" or "ijk"'),
        ({"territory": "LAD", "ijk": [20.5, 10, 2]}, "three whole numbers"),
        ({"territory": "LAD", "ijk": [True, 10, 2]}, "three whole numbers"),
        ({"territory": "LAD", "ijk": "20,10,2"}, "three whole numbers"),
        ({"territory": "LAD", "lps_mm": [0, 0, None]}, "three finite numbers"),
        ({"territory": "LAD", "lps_mm": [0, 0, math.nan]}, "three finite numbers"),
        ({"territory": "LAD", "lps_mm": [0, 0, math.inf]}, "three finite numbers"),
        ({"territory": "LAD", "lps_mm": [0, 0, 10**400]}, "three finite numbers"),
        ({"territory": "LAD", "ijk": [90, 10, 2]}, "lies outside the images: it is at column 90, row 10, slice 2"),
        ({"territory": "LAD", "ijk": [-1, 10, 2]}, "lies outside the images"),
        ({"territory": "LAD", "lps_mm": [1e11, 0, 0]}, "lies outside the images"),
        ({"territory": "lad", "ijk": [20, 10, 2]}, 'territory "lad" is none of LM, LAD'),
        ({"territory": None, "ijk": [20, 10, 2]}, "territory null is none of"),
        ({"ijk": [20, 10, 2]}, "territory null is none of"),
        ({"territory": ["LAD"], "ijk": [20, 10, 2]}, "is none of"),
        ({"territory": "LAD", "ijk": [20, 10, 2], "in_slice": 1}, "must be true or false"),
        ({"territory": "LAD", "ijk": [20, 10, 2], "slice": 2}, 'unknown field "slice"'),
        ([20, 10, 2], "must be an object"),
        (None, "must be an object"),
    ],
)
def test_an_entry_that_is_wrong_is_refused_with_its_number(tmp_path: Path, entry: Any, told: str) -> None:
    good = {"territory": "RCA", "ijk": [50, 40, 4]}
    sentence = _refused(tmp_path, {"seeds": [good, entry]})
    assert sentence.startswith("Seed 2 of reading.json")
    assert told in sentence


@pytest.mark.parametrize(
    ("document", "told"),
    [
        ("{", "is not valid JSON: line 1"),
        ('{"seeds": [}', "is not valid JSON"),
        ("[" * 100_000, "is not valid JSON"),
        ("[]", 'a list "seeds"'),
        ({"seeds": {}}, 'a list "seeds"'),
        ({}, 'a list "seeds"'),
        ({"seeds": [], "seed": []}, 'unknown field "seed"'),
        ({"seeds": [], "SeriesInstanceUID": "1.2.4"}, "belongs to series 1.2.4, not to series 1.2.3"),
    ],
)
def test_a_file_that_is_wrong_is_refused(tmp_path: Path, document: Any, told: str) -> None:
    assert told in _refused(tmp_path, document)


def test_a_file_that_is_no_text_of_unicode_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "reading.json"
    file.write_bytes(b'{"seeds": [], "comment": "\xfc"}')
    with pytest.raises(InputRefused, match="not UTF-8"):
        read_marks(file, _series(), 130)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", b""),
        ("a.txt", b"LAD 1 2 3"),
        ("a.seg.nrrd", b"nothing"),
        ("a.nii.gz", b"\x1f\x8b"),
        ("b.nii.gz", b"\x1f\x8b\x08" + bytes(range(60))),
        ("a.png", b"\x89PNG"),
    ],
)
def test_a_file_of_another_kind_is_refused(tmp_path: Path, name: str, content: bytes) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(InputRefused, match=name):
        read_marks(file, _series(), 130)


def test_a_file_that_does_not_exist_and_a_folder_without_marks_are_refused(tmp_path: Path) -> None:
    for path, told in ((tmp_path / "missing.json", "cannot be read"), (tmp_path, "holds no file of marks")):
        with pytest.raises(InputRefused, match=told):
            read_marks(path, _series(), 130)
