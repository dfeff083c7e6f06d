"""A CT series as a scalar volume node, and a volume node as a CT series."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import vtk
from numpy.typing import NDArray
from slicer import vtkMRMLScalarVolumeNode, vtkMRMLScene
from vtk.util.numpy_support import numpy_to_vtk, vtk_to_numpy

from SmartScoreLib.picture import CALCIUM_WINDOW
from SmartScoreLib.progress import Progress, silent
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Remark, by_severity
from SmartScoreLib.scene.coordinates import LPS_FROM_RAS, volumeGeometry, vtkMatrixFromArray
from SmartScoreLib.scene.hierarchy import modalityOf, placeSeries
from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.model import CTSeries, HounsfieldArray, SeriesCandidate
from SmartScoreLib.series.values.look import value_remarks
from SmartScoreLib.series.verdict.warnings import warnings_without_headers

MOVED_MM = 0.1
"""A volume whose corners lie farther from those of its images was moved: more than rounding, less than a voxel."""
EDITED_HU = 0.5
"""A voxel that differs by more from its image was edited: the smallest step of whole values is 1 HU."""
PADDING_BELOW_HU = -500.0
"""Far below any tissue, files and Slicer may differ: the library reads pixel padding as air."""

INSTANCE_UIDS = "DICOM.instanceUIDs"
"""Node attribute of Slicer: SOP Instance UIDs, separated by blanks, the i-th of slice k = i."""

FileOfInstance = Callable[[str], str]
"""The file of a SOP Instance UID, or "" if it is not known: `slicer.dicomDatabase.fileForInstance`."""


@dataclass(frozen=True)
class SceneSeries:
    """A volume node read as a CT series.

    Attributes:
        series: what is scored; `series.hu` holds the values of the node, whatever its files say.
        whyNotExportable: why results cannot be saved to DICOM; None if they can.
    """

    series: CTSeries
    whyNotExportable: Remark | None = None


def volumeFromSeries(series: CTSeries, scene: vtkMRMLScene, name: str = "") -> vtkMRMLScalarVolumeNode:
    """Add a series to the scene as a scalar volume node.

    The node carries the geometry, the attribute `DICOM.instanceUIDs` (one UID a slice, in the node's slice order), the
    calcium window and its place in the subject hierarchy under its patient and study. Its voxels are a copy. Like
    Slicer's own loader it counts k so that (i, j, k) is right-handed.
    """
    node = addVolume(series, scene, name or _nameOf(series))
    datasets = series.datasets[::-1] if _leftHanded(series.geometry) else series.datasets
    if datasets:
        node.SetAttribute(INSTANCE_UIDS, " ".join(str(dataset.SOPInstanceUID) for dataset in datasets))
        placeSeries(node, datasets[0])
    return node


def asLoaded(volumeNode: vtkMRMLScalarVolumeNode, series: CTSeries) -> SceneSeries:
    """A volume node that was made of a series just now: what `seriesFromVolume` would read again."""
    return SceneSeries(replace(series, hu=_grid(volumeNode)[1]))


def addVolume(series: CTSeries, scene: vtkMRMLScene, name: str) -> vtkMRMLScalarVolumeNode:
    """The voxels of a series as a scalar volume node in the calcium window, without a patient, study or files."""
    geometry, hu = series.geometry, series.hu
    toIndex = geometry.index_to_lps[:, [2, 1, 0, 3]]  # from (i, j, k) = (column, row, slice)
    if _leftHanded(geometry):
        toIndex[:3, 3] += toIndex[:3, 2] * (geometry.shape[0] - 1)
        toIndex[:3, 2] *= -1
        hu = hu[::-1]
    node = scene.AddNewNodeByClass("vtkMRMLScalarVolumeNode", scene.GenerateUniqueName(name))
    node.SetIJKToRASMatrix(vtkMatrixFromArray(LPS_FROM_RAS @ toIndex))
    image = vtk.vtkImageData()
    image.SetDimensions(*reversed(geometry.shape))
    image.GetPointData().SetScalars(numpy_to_vtk(np.ascontiguousarray(hu).ravel(), deep=True))
    # The display node comes first: the default one would search the whole volume for a window.
    display = scene.AddNewNodeByClass("vtkMRMLScalarVolumeDisplayNode")
    display.SetAutoWindowLevel(False)
    display.SetWindowLevel(CALCIUM_WINDOW.width, CALCIUM_WINDOW.center)
    display.SetAndObserveColorNodeID("vtkMRMLColorTableNodeGrey")
    node.SetAndObserveDisplayNodeID(display.GetID())
    node.SetAndObserveImageData(image)
    return node


def _leftHanded(geometry: VolumeGeometry) -> bool:
    """Whether (column, row, slice) would be left-handed, so that k must count from the last slice."""
    return bool(np.linalg.det(geometry.index_to_lps[:3, 2::-1]) < 0)


def volumeToRead(scene: vtkMRMLScene) -> vtkMRMLScalarVolumeNode | None:
    """The volume that is meant when none was chosen: the only CT in the slice views, else the only one, else None.

    A volume whose modality is not known (NRRD, NIfTI) may be one; captures and label maps are none.
    """
    found = scene.GetNodesByClass("vtkMRMLScalarVolumeNode")
    found.UnRegister(None)  # Python owns the collection now
    nodes = [found.GetItemAsObject(number) for number in range(found.GetNumberOfItems())]
    volumes = [
        node
        for node in nodes
        if node.GetClassName() == "vtkMRMLScalarVolumeNode"
        and not node.GetHideFromEditors()
        and node.GetImageData() is not None
        and modalityOf(node) in ("", "CT")
    ]
    views = scene.GetNodesByClass("vtkMRMLSliceCompositeNode")
    views.UnRegister(None)
    shown = {views.GetItemAsObject(number).GetBackgroundVolumeID() for number in range(views.GetNumberOfItems())}
    for choice in ([node for node in volumes if node.GetID() in shown], volumes):
        if len(choice) == 1:
            return choice[0]
    return None


def seriesFromVolume(
    volumeNode: vtkMRMLScalarVolumeNode,
    fileOfInstance: FileOfInstance | None = None,
    progress: Progress = silent,
) -> SceneSeries:
    """Read a volume node as a CT series, with its DICOM headers where they can be found.

    A volume that Slicer loaded from DICOM names its images in `DICOM.instanceUIDs`; `fileOfInstance` gives their
    files. Everything the library demands of a series is demanded here too. A volume without DICOM source (NRRD,
    NIfTI), or one whose images cannot be found, or no longer hold the node's values, is read from the node alone: it
    can be scored but not exported, and `whyNotExportable` says why.

    The values are those of the node: a view of its voxels, or a copy where the node holds neither int16 nor float32.
    The slice order of the node does not matter.

    Raises:
        InputRefused: it cannot be scored: no image, tilted, or DICOM files that the library refuses; every reason.
    """
    geometry, hu = _grid(volumeNode)
    uids = (volumeNode.GetAttribute(INSTANCE_UIDS) or "").split()
    if not uids:
        return _withoutSource(hu, geometry, remark("scene.not_from_dicom"))
    if len(uids) != geometry.shape[0]:
        return _withoutSource(hu, geometry, remark("scene.cropped", slices=geometry.shape[0], images=len(uids)))
    files = [fileOfInstance(uid) if fileOfInstance else "" for uid in uids]
    lost = sum(not file or not Path(file).is_file() for file in files)
    if lost:
        return _withoutSource(hu, geometry, remark("scene.images_lost", lost=lost, images=len(files)))
    candidate = _candidate([Path(file) for file in files], uids, progress)
    why = _whyNotTheSame(candidate, geometry, hu)
    if why is not None:
        return _withoutSource(hu, geometry, why)
    assert candidate.geometry is not None  # the candidate is scorable
    return SceneSeries(
        CTSeries(
            hu,
            candidate.geometry,
            candidate.datasets,
            candidate.image_files,
            candidate.series_instance_uid,
            candidate.label,
            by_severity([*candidate.warnings, *value_remarks(hu, geometry)]),
        )
    )


def _grid(volumeNode: vtkMRMLScalarVolumeNode) -> tuple[VolumeGeometry, HounsfieldArray]:
    """Where the voxels of a node lie, and their values, the most inferior slice first; nobody may write to them."""
    geometry, reversed_ = volumeGeometry(volumeNode)
    hu = _hounsfield(volumeNode)[::-1] if reversed_ else _hounsfield(volumeNode)
    hu.setflags(write=False)
    return geometry, hu


def _hounsfield(volumeNode: vtkMRMLScalarVolumeNode) -> HounsfieldArray:
    """(k, j, i) values; a view where the node holds int16 or float32."""
    image = volumeNode.GetImageData()
    if image.GetNumberOfScalarComponents() != 1:
        raise InputRefused(remark("scene.colors", volume=volumeNode.GetName() or ""))
    values: NDArray[Any] = vtk_to_numpy(image.GetPointData().GetScalars())
    values = values.reshape(image.GetDimensions()[::-1])
    if values.dtype in (np.int16, np.float32):
        return values
    # Slicer loads unsigned 16-bit CT as int32.
    limits = np.iinfo(np.int16)
    if values.dtype.kind in "iu" and values.min() >= limits.min and values.max() <= limits.max:
        return values.astype(np.int16)
    return values.astype(np.float32)


def _withoutSource(hu: HounsfieldArray, geometry: VolumeGeometry, why: Remark) -> SceneSeries:
    return SceneSeries(CTSeries(hu, geometry, remarks=warnings_without_headers(hu, geometry)), why)


def _candidate(files: list[Path], uids: list[str], progress: Progress) -> SeriesCandidate:
    """The candidate that consists of exactly these images.

    Raises:
        InputRefused: the library refuses them, or reads them as several volumes.
    """
    from SmartScoreLib.series.find import find_series

    findings = find_series(files, progress)
    for candidate in findings.candidates:
        if {str(dataset.SOPInstanceUID) for dataset in candidate.datasets} == set(uids):
            if candidate.refusals:
                raise InputRefused(candidate.refusals)
            return candidate
    reasons = [reason for candidate in findings.candidates for reason in candidate.refusals]
    several = remark("scene.several_series", images=len(files), series=len(findings.candidates))
    raise InputRefused([*findings.problems, *reasons] or [several])


def _whyNotTheSame(candidate: SeriesCandidate, geometry: VolumeGeometry, hu: HounsfieldArray) -> Remark | None:
    """Why a volume is not (any more) what its DICOM images hold, or None."""
    source = candidate.geometry
    if source is None or source.shape != geometry.shape:
        return remark("scene.other_size")
    corners = np.array([[0, 0, 0], [0, 0, 1], [0, 1, 0], [1, 0, 0], [1, 1, 1]]) * (np.array(source.shape) - 1)
    distance = float(np.abs(source.lps_mm(corners) - geometry.lps_mm(corners)).max())
    if distance > MOVED_MM:
        return remark("scene.moved", distance_mm=distance)
    if not _holdsTheSameValues(candidate, source, hu):
        return remark("scene.edited")
    return None


def _holdsTheSameValues(candidate: SeriesCandidate, source: VolumeGeometry, hu: HounsfieldArray) -> bool:
    """Whether the first, middle and last slice hold what their files say; what padding is called does not matter."""
    from SmartScoreLib.series.load import load_series

    for index in sorted({0, source.shape[0] // 2, source.shape[0] - 1}):
        one = slice(index, index + 1)
        alone = replace(
            candidate,
            datasets=candidate.datasets[one],
            files=candidate.files[one],
            pixels=candidate.pixels[one],
            geometry=replace(source, shape=(1, *source.shape[1:])),
        )
        filed, held = (np.maximum(values, PADDING_BELOW_HU) for values in (load_series(alone).hu[0], hu[index]))
        if not np.allclose(filed, held, rtol=0, atol=EDITED_HU):
            return False
    return True


def _nameOf(series: CTSeries) -> str:
    """As Slicer's loader names it: number and description."""
    if not series.datasets:
        return "CT"
    number = str(series.datasets[0].get("SeriesNumber", "") or "")
    description = str(series.datasets[0].get("SeriesDescription", "") or "Unnamed Series")
    name = f"{number}: {description}" if number else description
    return f"{name} {series.label}".rstrip()
