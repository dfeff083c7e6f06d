"""The scoring kernels against one pass over the volume and against other libraries."""

import numpy as np

from phantoms import phantom_lesion_map
from run import Case, Row
from SmartScoreLib.lesions.components import find_candidates
from SmartScoreLib.lesions.growing import grow
from SmartScoreLib.lesions.runs import label_components
from SmartScoreLib.phantom.series import phantom_series
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL
from SmartScoreLib.scoring.score import score
from timing import best, milliseconds


def measure(case: Case) -> list[Row]:
    """Components of every slice with area and peak; a click; scoring the marks."""
    n = len(case.files)
    hu = np.asarray(phantom_series(case.phantom).hu)
    runs = 5 if n < 100 else 2
    one_pass = best(lambda: hu >= 130, runs)
    own = best(lambda: label_components(hu, 130, 8), runs)
    seed = case.phantom.lesions[1].center
    click = best(lambda: grow(hu, seed, 130), 50)
    marks = phantom_lesion_map(case.phantom)
    peers = {"scipy label + maximum": lambda: _scipy(hu), "SimpleITK label statistics": lambda: _simpleitk(hu)}
    try:
        import cc3d

        peers["cc3d per slice + bincount"] = lambda: _cc3d(cc3d, hu)
    except ImportError:
        pass
    rows = [
        Row(n, "one `volume >= 130` pass (base)", milliseconds(one_pass)),
        Row(
            n,
            "all components, area, peak",
            f"{milliseconds(own)} = {own / one_pass:.1f} x base",
            "<= 6 x",
            own <= 6 * one_pass,
        ),
    ]
    for name, call in peers.items():
        peer = best(call, 1)
        wanted = 10 if "cc3d" not in name else None
        rows.append(
            Row(
                n,
                f"  {name}",
                f"{milliseconds(peer)} = {peer / own:.1f} x ours",
                f">= {wanted} x ours" if wanted else "",
                peer >= wanted * own if wanted else None,
            )
        )
    rows += [
        Row(n, "3D candidates", milliseconds(best(lambda: find_candidates(hu, case.phantom.geometry), runs))),
        Row(n, "click to grown lesion", milliseconds(click), "<= 1 ms", click <= 1e-3),
        Row(n, "score all marks", milliseconds(best(lambda: score(hu, marks, DEFAULT_PROTOCOL), runs))),
    ]
    return rows


def _scipy(hu: np.ndarray) -> None:
    from scipy import ndimage

    structure = np.zeros((3, 3, 3), bool)
    structure[1] = True
    labels, count = ndimage.label(hu >= 130, structure)
    ndimage.sum_labels(np.ones_like(hu), labels, np.arange(1, count + 1))
    ndimage.maximum(hu, labels, np.arange(1, count + 1))


def _simpleitk(hu: np.ndarray) -> None:
    import SimpleITK

    for image in hu:
        picture = SimpleITK.GetImageFromArray(image)
        labels = SimpleITK.ConnectedComponent(picture >= 130, True)
        statistics = SimpleITK.LabelStatisticsImageFilter()
        statistics.Execute(picture, labels)


def _cc3d(cc3d, hu: np.ndarray) -> None:  # type: ignore[no-untyped-def]
    for image in hu:
        labels, count = cc3d.connected_components(image >= 130, connectivity=8, return_N=True)
        np.bincount(labels.ravel(), minlength=count + 1)
        peak = np.full(count + 1, -32768, image.dtype)
        np.maximum.at(peak, labels.ravel(), image.ravel())
