"""The state of the panel as Slicer keeps it: in a node of the scene, bound to the controls of the form."""

import enum
from typing import Annotated

from slicer import vtkMRMLScalarVolumeNode, vtkMRMLSegmentationNode
from slicer.i18n import tr as _
from slicer.parameterNodeWrapper import WithinRange, parameterNodeWrapper

from SmartScoreLib.lesions.model import STANDARD_THRESHOLD_HU
from SmartScoreLib.reports.language import language_codes, language_name


class Ethnicity(enum.Enum):
    """As the MESA tables have it. Names are stored in scenes: they never change."""

    NOT_ASKED = ""
    WHITE = "white"
    CHINESE = "chinese"
    BLACK = "black"
    HISPANIC = "hispanic"

    def label(self) -> str:
        """What the control shows."""
        return {
            "": _("not asked, or another"),
            "white": _("White"),
            "chinese": _("Chinese"),
            "black": _("Black"),
            "hispanic": _("Hispanic"),
        }[self.value]


class Sex(enum.Enum):
    """As typed where DICOM has none. Names are stored in scenes: they never change."""

    NOT_TYPED = ""
    MALE = "male"
    FEMALE = "female"

    def label(self) -> str:
        """What the control shows."""
        return {"": _("sex"), "male": _("Man"), "female": _("Woman")}[self.value]


class VolumeMethod(enum.Enum):
    """How volume is measured."""

    PLAIN = "plain"
    ISOTROPIC = "isotropic"

    def label(self) -> str:
        """What the control shows."""
        return {"plain": _("plain: sum of voxels"), "isotropic": _("isotropic: interpolated")}[self.value]


class Dominance(enum.Enum):
    """Which artery the posterior descending artery comes from. Names are stored in scenes: they never change."""

    NOT_KNOWN = ""
    RIGHT = "right"
    LEFT = "left"

    def label(self) -> str:
        """What the control shows."""
        return {
            "": _("not known"),
            "right": _("right: PDA with RCA"),
            "left": _("left: PDA with LCX"),
        }[self.value]


class Mode(enum.Enum):
    """What is read. Names are stored in scenes: they never change."""

    RECOGNISED = ""
    CORONARY = "coronary"
    VALVE = "valve"
    CHEST = "chest"

    def label(self) -> str:
        """What the control shows."""
        return {
            "": _("as the images say"),
            "coronary": _("coronary calcium, gated"),
            "valve": _("aortic valve"),
            "chest": _("chest CT, not gated"),
        }[self.value]


class Grade(enum.Enum):
    """A grade by eye. Names are stored in scenes: they never change."""

    NOT_GRADED = ""
    NONE = "none"
    MILD = "mild"
    MODERATE = "moderate"
    SEVERE = "severe"

    def label(self) -> str:
        """What the control shows."""
        return {
            "": _("not graded"),
            "none": _("0, none"),
            "mild": _("1, mild"),
            "moderate": _("2, moderate"),
            "severe": _("3, severe"),
        }[self.value]


class Language(enum.Enum):
    """Of the report, each in its own words. Scenes hold the names; a language that came later is named by its code."""

    _ignore_ = "code"
    ENGLISH, GERMAN, FRENCH, SPANISH, PORTUGUESE = "en", "de", "fr", "es", "pt"
    for code in language_codes():
        locals()[code.upper()] = code

    def label(self) -> str:
        """What the control shows."""
        return language_name(self.value)


class Status(enum.Enum):
    """Of the report."""

    NOT_GIVEN = ""
    DRAFT = "draft"
    FINAL = "final"

    def label(self) -> str:
        """What the control shows."""
        return {"": _("not given"), "draft": _("draft"), "final": _("final")}[self.value]


@parameterNodeWrapper
class SmartScoreParameterNode:
    """The state of the panel; what belongs to a reading is kept with its segmentation as well.

    inputVolume - the volume that is scored; marks - the reading of it that is shown.
    preset, threshold, minimumArea, volumeMethod, massFactor - rules; a mass factor of 0 means not calibrated.
    inSlice, showCandidates, densityColors - how a click marks, what is outlined, and how lesions are colored in 3D.
    zeroConfirmed, dominance, mode, visual... - what the reader says beside the marks.
    age, sex - as typed where DICOM has none; 0 is not typed.
    ethnicity, reader, comment, language, status, indication ... impression - for the report.
    screenSlices - slices chosen for screen saves (0 = the most inferior); screensOf - ID of the volume they belong to.
    save... - what is saved; reduced... - slices of the reduced CT, counted from 1.
    """

    inputVolume: vtkMRMLScalarVolumeNode
    marks: vtkMRMLSegmentationNode
    preset: str = ""
    threshold: Annotated[float, WithinRange(1, 3000)] = STANDARD_THRESHOLD_HU
    minimumArea: Annotated[float, WithinRange(0, 100)] = 1.0
    volumeMethod: VolumeMethod = VolumeMethod.PLAIN
    massFactor: Annotated[float, WithinRange(0, 0.099)] = 0.0
    inSlice: bool = False
    showCandidates: bool = False
    densityColors: bool = False
    zeroConfirmed: bool = False
    dominance: Dominance = Dominance.NOT_KNOWN
    mode: Mode = Mode.RECOGNISED
    visualPatient: Grade = Grade.NOT_GRADED
    visualLm: Grade = Grade.NOT_GRADED
    visualLad: Grade = Grade.NOT_GRADED
    visualLcx: Grade = Grade.NOT_GRADED
    visualRca: Grade = Grade.NOT_GRADED
    age: Annotated[int, WithinRange(0, 130)] = 0
    sex: Sex = Sex.NOT_TYPED
    ethnicity: Ethnicity = Ethnicity.NOT_ASKED
    reader: str = ""
    comment: str = ""
    status: Status = Status.NOT_GIVEN
    indication: str = ""
    imageQuality: str = ""
    comparison: str = ""
    extracardiac: str = ""
    impression: str = ""
    language: Language = Language.ENGLISH
    screenSlices: list[int]
    screensOf: str = ""
    savePhysician: bool = True
    savePatient: bool = True
    saveScreens: bool = True
    saveReduced: bool = True
    savePhysicianPdf: bool = False
    savePatientPdf: bool = False
    saveReading: bool = True
    saveOutlines: bool = False
    reducedAuto: bool = True
    reducedFirst: Annotated[int, WithinRange(1, 100000)] = 1
    reducedLast: Annotated[int, WithinRange(1, 100000)] = 1
