"""The segmentation of one reading: a segment for each territory, all in one shared labelmap layer."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np
import vtk
from numpy.typing import NDArray
from slicer import (
    vtkMRMLScalarVolumeNode,
    vtkMRMLScene,
    vtkMRMLSegmentationNode,
    vtkOrientedImageData,
    vtkSegment,
    vtkSegmentationConverter,
)
from vtk.util.numpy_support import numpy_to_vtk

from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.naming import TERRITORY_TAG, Code, terminology_codes, territory_of
from SmartScoreLib.lesions.territories import BY_KEY, TERRITORIES, Territory
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused, WrongUsage
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.scene.alignment import labelsOnGrid
from SmartScoreLib.scene.coordinates import transformedAlike, volumeGeometry
from SmartScoreLib.scene.hierarchy import placeBeside
from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.model import CTSeries

SAME_GRID_MM = 0.01
"""Steps and origins of two grids that differ by no more are the same: a fiftieth of the smallest voxel of a CT."""

LABELMAP = vtkSegmentationConverter.GetBinaryLabelmapRepresentationName()
CLOSED_SURFACE = vtkSegmentationConverter.GetClosedSurfaceRepresentationName()

_CATEGORIES = "Segmentation category and type - 3D Slicer General Anatomy list"
_REGIONS = "Anatomic codes - DICOM master list"
_CATEGORY = ("SCT", "49755003", "Morphologically Abnormal Structure")  # DICOM PS3.16 CID 7150
_TYPE = ("SCT", "29483008", "Calcified atheromatous plaque")  # DICOM PS3.16 CID 3817


def createSegmentation(
    volumeNode: vtkMRMLScalarVolumeNode, scene: vtkMRMLScene, name: str = ""
) -> vtkMRMLSegmentationNode:
    """Add the segmentation of a volume: one empty segment a territory, in the order of the table.

    Segment IDs are the territory keys and label values the territory labels; colors and SNOMED CT terminology come
    from the table. The reference geometry is the volume's, the parent transform too, and it lies beside the volume in
    the subject hierarchy.
    """
    node = scene.AddNewNodeByClass(
        "vtkMRMLSegmentationNode", scene.GenerateUniqueName(name or f"{volumeNode.GetName()} calcium")
    )
    node.CreateDefaultDisplayNodes()
    # The transform comes first: the reference geometry is in the space of the segmentation.
    node.SetAndObserveTransformNodeID(volumeNode.GetTransformNodeID())
    node.SetReferenceImageGeometryParameterFromVolumeNode(volumeNode)
    for territory in TERRITORIES:
        _addSegment(node, territory)
    placeBeside(node, volumeNode)
    return node


def volumeOf(segmentationNode: vtkMRMLSegmentationNode) -> vtkMRMLScalarVolumeNode | None:
    """The volume whose geometry the segmentation refers to: after opening a scene, what was marked on."""
    return segmentationNode.GetNodeReference(segmentationNode.GetReferenceImageGeometryReferenceRole())


def territoryOf(segmentId: str, segment: vtkSegment) -> Territory | None:
    """The territory of a segment by its name, tag, ID or codes, or None if it is none; as in files of marks."""
    found = _territoryOrWhy(segmentId, segment)
    return None if isinstance(found, Remark) else found


def segmentIdOf(segmentationNode: vtkMRMLSegmentationNode, territoryKey: str) -> str:
    """The first segment of a territory, added (empty) if the user deleted it.

    Raises:
        WrongUsage: no territory has this key.
    """
    if territoryKey not in BY_KEY:
        raise WrongUsage(remark("lesions.no_territory", given=territoryKey, known=tuple(BY_KEY)))
    territory = BY_KEY[territoryKey]
    segmentation = segmentationNode.GetSegmentation()
    # The segment of that ID is right nearly always; asking every segment costs more than marking a lesion.
    segment = segmentation.GetSegment(territoryKey)
    if segment is not None and territoryOf(territoryKey, segment) is territory:
        return territoryKey
    for segmentId in segmentation.GetSegmentIDs():
        if territoryOf(segmentId, segmentation.GetSegment(segmentId)) is territory:
            return str(segmentId)
    return _addSegment(segmentationNode, territory)


def lesionMapFromSegmentation(
    segmentationNode: vtkMRMLSegmentationNode,
    series: CTSeries,
    volumeNode: vtkMRMLScalarVolumeNode | None = None,
    *,
    copy: bool = True,
) -> LesionMap:
    """The marks of all segments on the grid of the series; see `marksOnGrid`.

    `volumeNode` (default: `volumeOf`) is asked only for its transform.

    Raises:
        InputRefused: the segmentation and the volume lie under different transforms, or it holds no labelmap.
    """
    demandSameSpace(segmentationNode, volumeNode or volumeOf(segmentationNode))
    return marksOnGrid(segmentationNode, series.geometry, copy=copy)


def marksOnGrid(
    segmentationNode: vtkMRMLSegmentationNode, geometry: VolumeGeometry, *, copy: bool = True, others: bool = True
) -> LesionMap:
    """The marks of a segmentation on the grid of a volume that lies under the same transform.

    A voxel in several segments is given to the territory that comes first in the table, and a remark tells how many;
    segments on another grid are sampled at the voxel centers of the volume, with a remark. A segment that is no
    territory is read as OTHER, with a remark if it holds marks; with `others=False` it is left out. With `copy=False`
    the labels may be a view of the segmentation, which changes with it.

    Raises:
        InputRefused: the segmentation holds no labelmap.
    """
    remarks: list[Remark] = []
    parts = [_territoryLabels(layer, geometry, remarks, others) for layer in _layers(segmentationNode)]
    parts = [part for part in parts if part.labels.size]
    overlap = 0
    if not parts:
        corner, labels = (0, 0, 0), np.zeros((0, 0, 0), np.uint8)
    elif len(parts) == 1:
        corner, labels = parts[0].corner, parts[0].labels
        labels = labels.copy() if copy else labels
    else:
        corner, labels, overlap = _merged(parts)
    if overlap:
        remarks.append(remark("scene.marked_twice", voxels=overlap))
    origin = remark("lesions.origin_segmentation", name=segmentationNode.GetName() or "")
    return LesionMap(geometry, corner, labels, origin=origin, remarks=tuple(remarks))


def setLesionMap(segmentationNode: vtkMRMLSegmentationNode, lesions: LesionMap) -> None:
    """Replace all marks by those of a lesion map (marks read from a file, or the automatic proposal).

    Segments that are no territory are emptied too. All segments share one layer afterwards. Save the state for undo
    before.

    Raises:
        InputRefused: the segmentation refers to no volume, or the marks belong to another one.
    """
    volumeNode = volumeOf(segmentationNode)
    if volumeNode is None or not _isGridOf(volumeNode, lesions.geometry):
        raise InputRefused(remark("scene.marks_of_other_volume", segmentation=segmentationNode.GetName() or ""))
    for territory in TERRITORIES:
        if (lesions.labels == territory.label).any():
            segmentIdOf(segmentationNode, territory.key)
    segmentation = segmentationNode.GetSegmentation()
    image = patchOnVolume(volumeNode, lesions.geometry, lesions.corner, lesions.labels)
    surface = segmentation.ContainsRepresentation(CLOSED_SURFACE)
    if surface:
        segmentation.RemoveRepresentation(CLOSED_SURFACE)
    used: set[int] = set()
    for segmentId in segmentation.GetSegmentIDs():
        segment = segmentation.GetSegment(segmentId)
        territory_ = territoryOf(segmentId, segment)
        free = territory_ is not None and territory_.label not in used
        label = territory_.label if territory_ is not None and free else 100 + len(used)
        used.add(label)
        segment.SetLabelValue(label)
        segment.AddRepresentation(LABELMAP, image)
    if surface:
        segmentation.CreateRepresentation(CLOSED_SURFACE)


def patchOnVolume(
    volumeNode: vtkMRMLScalarVolumeNode,
    geometry: VolumeGeometry,
    corner: tuple[int, int, int],
    labels: NDArray[np.uint8],
) -> vtkOrientedImageData:
    """A labelmap on the grid of the volume node, no larger than a (slice, row, column) box of labels; a copy.

    `corner` is the index of the box's first voxel in the series. The grid is exactly the node's, whichever way it
    counts slices: another one would be resampled by the segment editor.
    """
    slices, rows, columns = labels.shape
    k, j, i = corner
    if volumeGeometry(volumeNode)[1]:
        k, labels = geometry.shape[0] - k - slices, labels[::-1]
    image = vtkOrientedImageData()
    image.SetExtent(i, i + columns - 1, j, j + rows - 1, k, k + slices - 1)
    ijkToRas = vtk.vtkMatrix4x4()
    volumeNode.GetIJKToRASMatrix(ijkToRas)
    image.SetImageToWorldMatrix(ijkToRas)
    scalars = numpy_to_vtk(np.ascontiguousarray(labels).ravel(), deep=True, array_type=vtk.VTK_UNSIGNED_CHAR)
    scalars.SetName("ImageScalars")
    image.GetPointData().SetScalars(scalars)
    return image


def _territoryOrWhy(segmentId: str, segment: vtkSegment) -> Territory | Remark:
    tag = vtk.mutable("")
    segment.GetTag(TERRITORY_TAG, tag)
    name = segment.GetName() or ""
    called = partial(remark, "scene.segment", name=name)
    return territory_of(called, name, _codes(segment), tag=str(tag), identifier=segmentId)


def _codes(segment: vtkSegment) -> Iterator[Code]:
    """Read only when asked for: most segments are known by their tag."""
    yield from terminology_codes(segment.GetTerminology() or "")


@dataclass(frozen=True)
class _Layer:
    image: vtkOrientedImageData
    segments: list[tuple[int, str, Territory | Remark]]  # label value, name, territory or why there is none


@dataclass(frozen=True)
class _Part:
    corner: tuple[int, int, int]
    labels: NDArray[np.uint8]


def demandSameSpace(segmentationNode: vtkMRMLSegmentationNode, volumeNode: vtkMRMLScalarVolumeNode | None) -> None:
    """Stop where a segmentation and a volume (if there is one) lie under different transforms.

    Raises:
        InputRefused: they do; marks would be scored elsewhere than they are shown.
    """
    if volumeNode is not None and not transformedAlike(volumeNode, segmentationNode):
        names = {"volume": volumeNode.GetName() or "", "segmentation": segmentationNode.GetName() or ""}
        raise InputRefused(remark("scene.transforms_differ", **names))


def _isGridOf(volumeNode: vtkMRMLScalarVolumeNode, geometry: VolumeGeometry) -> bool:
    own, _ = volumeGeometry(volumeNode)
    return own.shape == geometry.shape and bool(
        np.allclose(own.index_to_lps, geometry.index_to_lps, rtol=0, atol=SAME_GRID_MM)
    )


def _layers(segmentationNode: vtkMRMLSegmentationNode) -> list[_Layer]:
    """The labelmaps of a segmentation, each with the segments that share it."""
    segmentation = segmentationNode.GetSegmentation()
    layers: dict[str, _Layer] = {}
    for segmentId in segmentation.GetSegmentIDs():
        segment = segmentation.GetSegment(segmentId)
        image = segment.GetRepresentation(LABELMAP)
        if image is None:
            raise InputRefused(remark("scene.no_labelmap", segmentation=segmentationNode.GetName() or ""))
        layer = layers.setdefault(image.GetAddressAsString(""), _Layer(image, []))
        name = segment.GetName() or ""
        layer.segments.append((segment.GetLabelValue(), name, _territoryOrWhy(segmentId, segment)))
    return list(layers.values())


def _territoryLabels(layer: _Layer, geometry: VolumeGeometry, remarks: list[Remark], others: bool) -> _Part:
    """Territory labels of one layer; a view where its values are the territory labels already."""
    aligned = labelsOnGrid(layer.image, geometry)
    if aligned.resampled:
        remarks.append(remark("scene.sampled"))
    values = aligned.labels
    asTheyAre = all(isinstance(t, Territory) and t.label == value for value, _, t in layer.segments)
    if asTheyAre and values.dtype == np.uint8:
        return _Part(aligned.corner, values.view(np.uint8))
    labels = np.zeros(values.shape, np.uint8)
    for value, name, territory in layer.segments:
        marked = values == value
        if isinstance(territory, Territory):
            labels[marked] = territory.label
            continue
        if not others:
            continue
        labels[marked] = BY_KEY["OTHER"].label
        if marked.any():
            contradicts = territory.code == "lesions.contradiction"
            remarks.append(
                remark("scene.contradiction", why=territory) if contradicts else remark("scene.no_territory", name=name)
            )
    return _Part(aligned.corner, labels)


def _merged(parts: list[_Part]) -> tuple[tuple[int, int, int], NDArray[np.uint8], int]:
    """One box of all layers, and in how many voxels they disagree; the smaller label (first in the table) wins."""
    start = np.min([part.corner for part in parts], axis=0)
    stop = np.max([np.add(part.corner, part.labels.shape) for part in parts], axis=0)
    labels = np.zeros(stop - start, np.uint8)
    disagree = np.zeros(labels.shape, bool)
    for part in parts:
        box = tuple(slice(c - s, c - s + n) for c, s, n in zip(part.corner, start, part.labels.shape, strict=True))
        before = labels[box]
        disagree[box] |= (before > 0) & (part.labels > 0) & (before != part.labels)
        labels[box] = np.where((before == 0) | ((part.labels > 0) & (part.labels < before)), part.labels, before)
    return (int(start[0]), int(start[1]), int(start[2])), labels, int(disagree.sum())


def _addSegment(segmentationNode: vtkMRMLSegmentationNode, territory: Territory) -> str:
    segmentation = segmentationNode.GetSegmentation()
    color = [channel / 255 for channel in territory.color]
    segmentId = str(segmentation.AddEmptySegment(territory.key, territory.name, color))
    segment = segmentation.GetSegment(segmentId)
    segment.SetTag(TERRITORY_TAG, territory.key)
    segment.SetTerminology(_terminology(territory))
    return segmentId


def _terminology(territory: Territory) -> str:
    region = f"SCT^{territory.sct_code}^{territory.sct_meaning}" if territory.sct_code else "^^"
    return "~".join((_CATEGORIES, "^".join(_CATEGORY), "^".join(_TYPE), "^^", _REGIONS, region, "^^"))
