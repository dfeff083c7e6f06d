"""Views show the heart rather than table and air, and 3D the thorax behind the lesions; none of it stays behind."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from conftest import click_lesions, load_phantom


@pytest.fixture
def viewed(app: Any, widget: Any, tmp_path: Path) -> Any:
    import slicer
    from slicer_standin import LayoutManager

    app.layouts = LayoutManager(slicer.mrmlScene)
    widget.phantom = load_phantom(widget, tmp_path / "database")
    return widget


def test_slice_views_are_fitted_to_the_heart(viewed: Any, app: Any) -> None:
    from SmartScoreLib.desktop.views.layout import AXIAL, CORONAL
    from SmartScoreLib.lesions.checks.agreement import heart_box

    series = viewed.panel.session.series
    box = heart_box(series)
    assert box is not None
    low, high = (series.geometry.lps_mm(corner) for corner in box)
    size = np.abs(high - low)
    for name, across, up in ((AXIAL, size[0], size[1]), (CORONAL, size[0], size[2])):
        node = app.layouts.sliceWidget(name).mrmlSliceNode()
        width, height = node.GetFieldOfView()[:2]
        assert width / height == pytest.approx(4 / 3)  # as the view is: nothing is stretched
        assert width == pytest.approx(max(across, up * 4 / 3))
        center = [node.GetSliceToRAS().GetElement(row, 3) for row in range(3)]
        assert center == pytest.approx((low + high) / 2 * (-1, -1, 1))
    assert size[0] < 0.9 * series.geometry.shape[2] * series.geometry.spacing_mm[2]


def test_the_thorax_stands_in_3d_as_long_as_its_reading_is_shown_and_is_never_saved(viewed: Any) -> None:
    import slicer

    from SmartScoreLib.scene.coordinates import worldFromLps

    def models() -> list[Any]:
        return slicer.util.getNodesByClass("vtkMRMLModelNode")

    assert [node.GetName() for node in models()] == ["SmartScore thorax (body)", "SmartScore thorax (bone)"]
    session = viewed.panel.session
    assert not any(node.GetSaveWithScene() for node in models())
    bounds = models()[0].GetPolyData().GetBounds()
    first, last = (
        worldFromLps(session.volumeNode, session.series.geometry.lps_mm(index).tolist())
        for index in ((0, 0, 0), np.subtract(session.series.geometry.shape, 1))
    )
    for axis in range(3):
        low, high = sorted((first[axis], last[axis]))
        assert low - 3 <= bounds[2 * axis] < bounds[2 * axis + 1] <= high + 3
    assert bounds[5] - bounds[4] > 0.9 * abs(last[2] - first[2])
    viewed.exit()
    assert models() == []
    viewed.enter()
    assert len(models()) == 2
    viewed._parameterNode.inputVolume = None
    assert models() == []


def test_lesions_in_3d_are_colored_by_density_on_request_and_by_territory_again(viewed: Any) -> None:
    import slicer
    from vtk.util.numpy_support import vtk_to_numpy

    from SmartScoreLib.scene.coordinates import worldFromLps
    from SmartScoreLib.scene.views.density import COLORS

    phantom = viewed.phantom
    click_lesions(viewed, phantom)
    session = viewed.panel.session
    marks = session.segmentationNode.GetDisplayNode()
    assert marks.GetVisibility3D()
    viewed.panel.marking.keys._shortcuts["density"].activated.emit()
    node = slicer.util.getFirstNodeByName("SmartScore lesions by density")
    assert not marks.GetVisibility3D()
    assert not node.GetSaveWithScene()
    display, surface = node.GetDisplayNode(), node.GetPolyData()
    assert display.GetScalarVisibility()
    assert display.GetScalarRangeFlag() == display.UseDirectMapping
    points = vtk_to_numpy(surface.GetPoints().GetData())
    colors = vtk_to_numpy(surface.GetPointData().GetArray(display.GetActiveScalarName()))
    for lesion in session.sheet.lesions:
        # The part with the peak: one voxel around it has the color of its weight.
        at = np.array(worldFromLps(session.volumeNode, session.series.geometry.lps_mm(lesion.peak_index).tolist()))
        nearest = np.linalg.norm(points - at, axis=1).argmin()
        assert np.linalg.norm(points[nearest] - at) < 12
        weights = {COLORS.index(tuple(colors[nearest].tolist())) + 1}
        assert weights <= {component.weight for component in lesion.components}
    # By hand: from 130 HU 1, from 200 HU 2, from 300 HU 3, from 400 HU 4.
    weight = {one: sum(one.peak_hu >= start for start in (130, 200, 300, 400)) for one in session.sheet.lesions}
    assert {tuple(one) for one in colors.tolist()} <= {COLORS[one - 1] for one in range(1, max(weight.values()) + 1)}
    assert COLORS[max(weight.values()) - 1] in {tuple(one) for one in colors.tolist()}
    viewed.panel.marking.undo()
    assert slicer.util.getFirstNodeByName("SmartScore lesions by density").GetPolyData() is not surface
    viewed.ui.densityCheckBox.click()
    assert slicer.util.getFirstNodeByName("SmartScore lesions by density") is None
    assert marks.GetVisibility3D()
