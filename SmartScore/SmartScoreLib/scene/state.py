"""What of a reading travels with its segmentation, so that a saved scene opens with it."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from typing import Any, TypeVar, get_args

from slicer import vtkMRMLSegmentationNode

from SmartScoreLib.interpretation.model import Person
from SmartScoreLib.lesions.territories import Dominance
from SmartScoreLib.lesions.visual import NOT_GRADED, ReadingMode, VisualGrades
from SmartScoreLib.reading.model import NO_TEXTS, ReportTexts, SavedVersion
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused, SmartScoreError
from SmartScoreLib.scene.meaning import ChosenMeaning, restoredMeaning
from SmartScoreLib.scoring.model import ScoringProtocol
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL, protocol_json, restored

_PREFIX = "SmartScore."
_ADDED = ("tube_voltage_kvp", "mass_factor_source", "statin", "egfr_ml_min", "group")
"""Fields that scenes of version 1.0.0 lack."""
_Value = TypeVar("_Value", ScoringProtocol, Person, ReportTexts, SavedVersion, VisualGrades)


@dataclass(frozen=True)
class ReadingState:
    """Protocol and what a person typed or stated. Marks are in the segments, scores follow from all of it.

    Attributes:
        zeroConfirmed: the reader has said that there is no coronary calcium.
        dominance: which artery the posterior descending artery comes from; None if that is not known.
        mode: what is read; None leaves it to what the images say.
        visual: what the reader graded by eye.
        reviewed: of proposals, how many were accepted, of these given another territory, rejected and left open; None
            where nothing was proposed.
        previous: the saved reading that this one was opened from, or was last saved as; saving again replaces it.
        meaning: classification and populations; None for those of the site.
    """

    protocol: ScoringProtocol = DEFAULT_PROTOCOL
    person: Person = field(default_factory=Person)
    reader: str = ""
    comment: str = ""
    zeroConfirmed: bool = False
    dominance: Dominance | None = None
    texts: ReportTexts = NO_TEXTS
    previous: SavedVersion | None = None
    meaning: ChosenMeaning | None = None
    mode: ReadingMode | None = None
    visual: VisualGrades = NOT_GRADED
    reviewed: tuple[int, int, int, int] | None = None


def saveState(segmentationNode: vtkMRMLSegmentationNode, state: ReadingState) -> None:
    """Keep the state as node attributes "SmartScore.Protocol", ".Person", ".Reader", ".Comment" and so on.

    All are JSON; protocol, person, texts and previous version are objects with the names of their fields.
    """
    was = segmentationNode.StartModify()
    segmentationNode.SetAttribute(_PREFIX + "Protocol", json.dumps(protocol_json(state.protocol)))
    segmentationNode.SetAttribute(_PREFIX + "Person", json.dumps(asdict(state.person)))
    # JSON keeps line breaks, which an XML attribute would lose.
    segmentationNode.SetAttribute(_PREFIX + "Reader", json.dumps(state.reader))
    segmentationNode.SetAttribute(_PREFIX + "Comment", json.dumps(state.comment))
    segmentationNode.SetAttribute(_PREFIX + "ZeroConfirmed", json.dumps(state.zeroConfirmed))
    segmentationNode.SetAttribute(_PREFIX + "Dominance", json.dumps(state.dominance))
    segmentationNode.SetAttribute(_PREFIX + "Mode", json.dumps(state.mode))
    segmentationNode.SetAttribute(_PREFIX + "Visual", json.dumps(asdict(state.visual)))
    segmentationNode.SetAttribute(_PREFIX + "Texts", json.dumps(asdict(state.texts), default=str))
    previous = json.dumps(asdict(state.previous)) if state.previous is not None else None
    segmentationNode.SetAttribute(_PREFIX + "Previous", previous)
    meaning = json.dumps(asdict(state.meaning)) if state.meaning is not None else None
    segmentationNode.SetAttribute(_PREFIX + "Meaning", meaning)
    segmentationNode.SetAttribute(_PREFIX + "Reviewed", json.dumps(state.reviewed) if state.reviewed else None)
    segmentationNode.EndModify(was)


def loadState(segmentationNode: vtkMRMLSegmentationNode) -> ReadingState:
    """The state that was kept; defaults for what is not there.

    Raises:
        InputRefused: an attribute cannot be read (made by a newer version?); nothing is guessed.
    """
    default = ReadingState()
    previous = _fields(segmentationNode, "Previous", _NO_VERSION, _version)
    return ReadingState(
        protocol=_fields(segmentationNode, "Protocol", default.protocol, restored),
        person=_fields(segmentationNode, "Person", default.person, lambda values: Person(**values)),
        reader=_text(segmentationNode, "Reader"),
        comment=_text(segmentationNode, "Comment"),
        zeroConfirmed=_choice(segmentationNode, "ZeroConfirmed", (False, True)),
        dominance=_choice(segmentationNode, "Dominance", (None, *get_args(Dominance))),
        texts=_fields(segmentationNode, "Texts", default.texts, _texts),
        previous=previous if previous is not _NO_VERSION else None,
        meaning=_meaning(segmentationNode),
        mode=_choice(segmentationNode, "Mode", (None, *get_args(ReadingMode))),
        visual=_fields(segmentationNode, "Visual", default.visual, lambda values: VisualGrades(**values)),
        reviewed=_reviewed(segmentationNode),
    )


def _meaning(node: vtkMRMLSegmentationNode) -> ChosenMeaning | None:
    values = _parsed(node, "Meaning")
    if values is None:
        return None
    try:
        return restoredMeaning(values)
    except (KeyError, TypeError, SmartScoreError) as error:
        known = tuple(sorted(field.name for field in fields(ChosenMeaning)))
        raise InputRefused(remark("scene.state_fields", **_names(node, "Meaning"), fields=known)) from error


def _reviewed(node: vtkMRMLSegmentationNode) -> tuple[int, int, int, int] | None:
    value = _parsed(node, "Reviewed")
    if value is None:
        return None
    if not isinstance(value, list) or len(value) != 4 or not all(type(one) is int and one >= 0 for one in value):
        raise InputRefused(remark("scene.state_fields", **_names(node, "Reviewed"), fields=_REVIEWED))
    return (value[0], value[1], value[2], value[3])


_REVIEWED = ("accepted", "changed", "rejected", "open")


def _parsed(node: vtkMRMLSegmentationNode, name: str) -> Any:
    text = node.GetAttribute(_PREFIX + name)
    try:
        return json.loads(text) if text else None
    except ValueError as error:
        raise InputRefused(remark("scene.state_no_json", **_names(node, name), fault=str(error))) from error


def _text(node: vtkMRMLSegmentationNode, name: str) -> str:
    value = _parsed(node, name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise InputRefused(remark("scene.state_no_text", **_names(node, name)))
    return value


def _texts(values: dict[str, Any]) -> ReportTexts:
    day = values["reported_on"]
    return ReportTexts(**{**values, "reported_on": date.fromisoformat(day) if day else None})


_NO_VERSION = SavedVersion("", "", "", "")


def _version(values: dict[str, Any]) -> SavedVersion:
    return SavedVersion(**{**values, "tracking_uids": tuple((key, uid) for key, uid in values["tracking_uids"])})


def _choice(node: vtkMRMLSegmentationNode, name: str, known: tuple[Any, ...]) -> Any:
    """One of the known values; the first of them where nothing was kept."""
    value = _parsed(node, name)
    if value is None:
        return known[0]
    shown = tuple(json.dumps(one) for one in known)
    if json.dumps(value) not in shown:  # 1 is no true
        raise InputRefused(remark("scene.state_choice", **_names(node, name), known=shown))
    return value


def _fields(
    node: vtkMRMLSegmentationNode,
    name: str,
    default: _Value,
    make: Callable[[dict[str, Any]], _Value],
) -> _Value:
    values = _parsed(node, name)
    if values is None:
        return default
    known = {field.name for field in fields(default)}
    # What an older version did not know yet has its default.
    if not isinstance(values, dict) or not known - set(_ADDED) <= set(values) <= known:
        raise InputRefused(remark("scene.state_fields", **_names(node, name), fields=tuple(sorted(known))))
    return make(values)


def _names(node: vtkMRMLSegmentationNode, name: str) -> dict[str, str]:
    return {"attribute": _PREFIX + name, "segmentation": node.GetName() or ""}
