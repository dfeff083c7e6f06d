"""Live scores of a segmentation."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from slicer import vtkMRMLScalarVolumeNode, vtkMRMLSegmentationNode

from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.territories import BY_LABEL, Dominance
from SmartScoreLib.lesions.visual import NOT_GRADED, ReadingMode, VisualGrades
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.scene.segmentation import lesionMapFromSegmentation
from SmartScoreLib.scoring.left_out import LeftOut, left_out
from SmartScoreLib.scoring.measure import MarkedVoxels, judged_together, marked_voxels, score_lesions
from SmartScoreLib.scoring.model import LesionScore, ScoreSheet, ScoringProtocol
from SmartScoreLib.scoring.score import make_sheet
from SmartScoreLib.series.model import CTSeries


class ScoreKeeper:
    """Keeps the scores of a segmentation; scores again only the territories that changed, and what is judged with them.

    Attributes:
        sheet: the scores as of the last `update`.
        word: what the reader says beside the marks.
    """

    sheet: ScoreSheet

    def __init__(
        self,
        segmentationNode: vtkMRMLSegmentationNode,
        series: CTSeries,
        protocol: ScoringProtocol,
        volumeNode: vtkMRMLScalarVolumeNode | None = None,
    ) -> None:
        """Scores at once. Raises what `update` raises."""
        self._segmentationNode = segmentationNode
        self._volumeNode = volumeNode
        self._series = series
        self._protocol = protocol
        self.word = NO_WORD
        self._known: _Known | None = None
        self._scored: dict[str, tuple[LesionScore, ...]] = {}
        self._leftOut: tuple[LeftOut, ...] | None = None
        self.update()

    @property
    def lesions(self) -> LesionMap:
        """The marks that `sheet` was made of; a copy, in a box just large enough."""
        assert self._known is not None  # set by the first update
        return self._known.lesionMap()

    @property
    def leftOut(self) -> tuple[LeftOut, ...]:
        """Marks that count nothing, as of the last update."""
        if self._leftOut is None:
            self._leftOut = left_out(self._series.hu, self.lesions, self._protocol, self.sheet.lesions)
        return self._leftOut

    def update(self) -> bool:
        """Score what changed in the segmentation since the last time; tells whether the sheet is a new one.

        Raises:
            InputRefused: the segmentation and the volume lie under different transforms, or it holds no labelmap.
        """
        lesions = lesionMapFromSegmentation(self._segmentationNode, self._series, self._volumeNode, copy=False)
        lesions = self.word.over(lesions)
        voxels = marked_voxels(lesions)
        now = _known(lesions, voxels)
        if self._known is None:
            changed = set(BY_LABEL)
        else:
            changed = now.differsFrom(self._known)
            if not changed and now.map.remarks == self._known.map.remarks:
                return False
        self._known = now
        self._score(lesions, voxels, changed)
        return True

    def setProtocol(self, protocol: ScoringProtocol) -> bool:
        """Score by other rules; tells whether the sheet is a new one."""
        if protocol == self._protocol:
            return False
        self._protocol = protocol
        lesions = self.lesions
        self._score(lesions, marked_voxels(lesions), set(BY_LABEL))
        return True

    def setWord(self, word: "ReaderWord") -> bool:
        """Take what the reader says beside the marks; tells whether the sheet is a new one."""
        if word == self.word:
            return False
        assert self._known is not None  # set by the first update
        self.word = word
        lesions = lesionMapFromSegmentation(self._segmentationNode, self._series, self._volumeNode, copy=False)
        lesions = word.over(lesions)
        voxels = marked_voxels(lesions)
        self._known = _known(lesions, voxels)
        self._score(lesions, voxels, set(BY_LABEL))
        return True

    def _score(self, lesions: LesionMap, voxels: MarkedVoxels, changed: set[int]) -> None:
        self._leftOut = None
        keys = judged_together({BY_LABEL[label].key for label in changed})
        scored = score_lesions(self._series.hu, lesions, self._protocol, keys, voxels)
        for key in keys:
            self._scored[key] = tuple(lesion for lesion in scored if lesion.territory == key)
        every = [lesion for part in self._scored.values() for lesion in part]
        self.sheet = make_sheet(every, lesions, self._protocol, self._series.remarks, voxels)


@dataclass(frozen=True)
class ReaderWord:
    """What a reader says beside the marks.

    Attributes:
        zeroConfirmed: there is no coronary calcium.
        dominance: which artery the posterior descending artery comes from.
        remarks: what was said when zero was confirmed, and when the mode was recognised.
        mode: what is read.
        visual: what was graded by eye.
    """

    zeroConfirmed: bool = False
    dominance: Dominance | None = None
    remarks: tuple[Remark, ...] = ()
    mode: ReadingMode = "coronary"
    visual: VisualGrades = NOT_GRADED

    def over(self, lesions: LesionMap) -> LesionMap:
        """The marks with the word."""
        return replace(
            lesions,
            zero_confirmed=self.zeroConfirmed,
            dominance=self.dominance,
            mode=self.mode,
            visual=self.visual,
            remarks=(*lesions.remarks, *self.remarks),
        )


NO_WORD = ReaderWord()


@dataclass(frozen=True)
class _Known:
    """What was marked at the last look: flat index in the volume (ascending) and label of every marked voxel."""

    map: LesionMap  # without its labels, which belong to the segmentation and change with it
    flat: NDArray[np.int64]
    label: NDArray[np.uint8]

    def differsFrom(self, other: "_Known") -> set[int]:
        """The labels whose voxels are not the same in both."""
        if np.array_equal(self.label, other.label) and np.array_equal(self.flat, other.flat):
            return set()
        mine, its = ((known.flat << 8) | known.label for known in (self, other))
        return {int(label) for label in np.unique(np.setxor1d(mine, its, assume_unique=True) & 255)}

    def lesionMap(self) -> LesionMap:
        """The map again, in the smallest box."""
        if not len(self.flat):
            return self.map
        index = np.stack(np.unravel_index(self.flat, self.map.geometry.shape))
        start = index.min(axis=1)
        labels = np.zeros(index.max(axis=1) - start + 1, np.uint8)
        labels[tuple(index - start[:, None])] = self.label
        return replace(self.map, corner=(int(start[0]), int(start[1]), int(start[2])), labels=labels)


def _known(lesions: LesionMap, voxels: MarkedVoxels) -> _Known:
    shape = lesions.labels.shape
    place = np.unravel_index(voxels.flat, shape) if voxels.flat.size else np.zeros((3, 0), np.int64)
    index = [at + corner for at, corner in zip(place, lesions.corner, strict=True)]
    flat = (index[0] * lesions.geometry.shape[1] + index[1]) * lesions.geometry.shape[2] + index[2]
    empty = replace(lesions, corner=(0, 0, 0), labels=np.zeros((0, 0, 0), np.uint8))
    return _Known(empty, flat.astype(np.int64), voxels.label)
