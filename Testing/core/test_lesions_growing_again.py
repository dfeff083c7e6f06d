"""Marks that grow again at another threshold: into their own territory, and no farther than a click would."""

import numpy as np

from phantoms import RIMMED_GEOMETRY, rimmed_lesion
from SmartScoreLib.lesions.clicking import ClickSettings
from SmartScoreLib.lesions.growing_again import grown_again, reaching_further
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.territories import BY_KEY


def test_marks_grow_again_into_their_own_territory_and_leave_others_alone() -> None:
    labels = np.zeros((4, 32, 32), np.uint8)
    labels[1, 9:11, 9:11] = BY_KEY["LAD"].label
    labels[1, 8, 8] = BY_KEY["LM"].label  # a reader gave this voxel of the rim to another artery
    marks = LesionMap(RIMMED_GEOMETRY, (0, 0, 0), labels)
    click = ClickSettings(100)
    assert reaching_further(rimmed_lesion(), marks, [(1, 9, 9)], click) == 1
    grown, refused = grown_again(rimmed_lesion(), marks, [(1, 9, 9)], click)
    assert refused == 0
    found = {key: int((grown.labels == BY_KEY[key].label).sum()) for key in ("LAD", "LM")}
    assert found == {"LAD": 15, "LM": 1}
    assert reaching_further(rimmed_lesion(), grown, [(1, 9, 9)], click) == 0


def test_what_would_be_too_large_stays_as_it_was() -> None:
    labels = np.zeros((4, 32, 32), np.uint8)
    labels[1, 9:11, 9:11] = BY_KEY["LAD"].label
    marks = LesionMap(RIMMED_GEOMETRY, (0, 0, 0), labels)
    for limit, refused in ((47.0, 1), (48.0, 0)):  # 16 voxels of 3 mm3
        grown, found = grown_again(rimmed_lesion(), marks, [(1, 9, 9)], ClickSettings(100, limit))
        assert found == refused
        assert int((grown.labels > 0).sum()) == (4 if refused else 16)
        assert reaching_further(rimmed_lesion(), marks, [(1, 9, 9)], ClickSettings(100, limit)) == 1


def two_lesions() -> tuple[np.ndarray, LesionMap]:
    """A second lesion like the first, of 3 x 3 voxels in a rim of 6 x 4, marked RCA; the marks are a box."""
    hu = rimmed_lesion()
    hu[2, 20:26, 2:6] = 110
    hu[2, 21:24, 2:5] = 200
    labels = np.zeros((4, 32, 32), np.uint8)
    labels[1, 9:11, 9:11] = BY_KEY["LAD"].label
    labels[2, 21:24, 2:5] = BY_KEY["RCA"].label
    return hu, LesionMap(RIMMED_GEOMETRY, (1, 9, 2), labels[1:3, 9:24, 2:11])


def whole(lesions: LesionMap, territory: str) -> set[tuple[int, ...]]:
    return {tuple(at) for at in (np.argwhere(lesions.labels == BY_KEY[territory].label) + lesions.corner).tolist()}


def box(k: int, rows: range, columns: range) -> set[tuple[int, ...]]:
    return {(k, j, i) for j in rows for i in columns}


def test_marks_that_are_kept_as_a_box_grow_out_of_it() -> None:
    hu, marks = two_lesions()
    seeds = [(1, 9, 9), (2, 21, 2)]
    assert reaching_further(hu, marks, seeds, ClickSettings(100)) == 2
    grown, refused = grown_again(hu, marks, seeds, ClickSettings(100))
    assert refused == 0
    assert whole(grown, "LAD") == box(1, range(8, 12), range(8, 12))
    assert whole(grown, "RCA") == box(2, range(20, 26), range(2, 6))
    assert reaching_further(hu, grown, seeds, ClickSettings(100)) == 0


def test_one_that_is_too_large_keeps_no_other_from_growing() -> None:
    hu, marks = two_lesions()
    # 24 voxels of 3 mm3 are too large, 16 are not.
    click = ClickSettings(100, 71.0)
    grown, refused = grown_again(hu, marks, [(2, 21, 2), (1, 9, 9)], click)
    assert refused == 1
    assert whole(grown, "RCA") == box(2, range(21, 24), range(2, 5))
    assert whole(grown, "LAD") == box(1, range(8, 12), range(8, 12))
    assert reaching_further(hu, marks, [(2, 21, 2), (1, 9, 9)], click) == 2
    hu[1, 20:26, 2:6] = 110  # both are too large now
    hu[1, 8:14, 8:14] = 110
    assert grown_again(hu, marks, [(2, 21, 2), (1, 9, 9)], click)[1] == 2


def test_marks_above_which_nothing_reaches_do_not_reach_further() -> None:
    hu, marks = two_lesions()
    assert reaching_further(hu, marks, [(2, 21, 2), (1, 9, 9)], ClickSettings(201)) == 0
    grown, refused = grown_again(hu, marks, [(1, 9, 9)], ClickSettings(201))
    assert (whole(grown, "LAD"), refused) == (whole(marks, "LAD"), 1)


def test_what_a_click_takes_beside_the_box_of_the_marks_is_free() -> None:
    hu, marks = two_lesions()
    alone = LesionMap(RIMMED_GEOMETRY, (1, 9, 9), marks.labels[:1, :2, 7:9])
    hu[1, 20:22, 20:22] = 300
    assert reaching_further(hu, alone, [(1, 20, 20)], ClickSettings(130)) == 1
