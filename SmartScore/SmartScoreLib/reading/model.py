"""One reading: a series, its marks, and what follows from them."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from SmartScoreLib.interpretation.model import Interpretation
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.scoring.model import ScoreSheet
from SmartScoreLib.series.describe import SeriesDescription
from SmartScoreLib.series.model import CTSeries

if TYPE_CHECKING:
    # Searching for calcium is a room that most readings do without.
    from SmartScoreLib.proposal.model import Proposals

ReportStatus = Literal["", "draft", "final"]


@dataclass(frozen=True)
class ReportTexts:
    """What a reader writes into the report; "" is not said, and nothing is made up for it.

    Attributes:
        indication: why the scan was made.
        image_quality: e.g. motion, noise, metal.
        comparison: earlier examinations that were looked at.
        extracardiac: findings outside the heart.
        impression: the conclusion; "" prints a sentence drafted from the numbers, and says so.
        status: "draft" marks every page as preliminary; "" says that no status was given.
        reported_on: the date of the report; None leaves the line to be filled in by hand.
    """

    indication: str = ""
    image_quality: str = ""
    comparison: str = ""
    extracardiac: str = ""
    impression: str = ""
    status: ReportStatus = ""
    reported_on: date | None = None


NO_TEXTS = ReportTexts()


@dataclass(frozen=True)
class SavedVersion:
    """A saved reading as a new version of it refers to it: the structured report that it was opened from.

    Attributes:
        study_instance_uid: of the report, as are the next three.
        series_instance_uid: of its own series.
        sop_class_uid: its kind.
        sop_instance_uid: itself.
        number: 1 for a reading that replaces none.
        tracking_uids: (territory, Tracking UID) of what was marked: a new version goes on with them.
        status: as it was saved. A final reading is changed by a new version only.
    """

    study_instance_uid: str
    series_instance_uid: str
    sop_class_uid: str
    sop_instance_uid: str
    number: int = 1
    tracking_uids: tuple[tuple[str, str], ...] = ()
    status: ReportStatus = ""


@dataclass(frozen=True)
class Reading:
    """Everything that a report or an export needs; made by `reading.read`.

    `previous` is the saved reading that it was opened from; whoever saves it again writes a new version of that one.
    `proposals` are those that the marks were made of, where no reader has seen them; else None.
    """

    series: CTSeries
    description: SeriesDescription
    lesions: LesionMap
    sheet: ScoreSheet
    interpretation: Interpretation
    reader: str = ""
    comment: str = ""
    texts: ReportTexts = NO_TEXTS
    previous: SavedVersion | None = None
    proposals: "Proposals | None" = None
