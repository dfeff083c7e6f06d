"""What the documentation shows besides a first reading: list and report, two readers, a reading that is opened again,
a chest, the aortic valve, a calcium phantom, a table of one's own.
"""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import slicer
from scipy.ndimage import uniform_filter

sys.path.insert(0, str(Path(__file__).parents[1]))

from earlier_scans import GRID, set_to, territories, unfold
from hand import Hand
from starting import begin, imported, nextUnread

ROOT = Path(__file__).resolve().parents[2]


def report(folder: Path) -> dict[str, Any]:
    """All lesions of the phantom: one is chosen in the list, and the pages of the report are looked at."""
    hand, panel = marked("report", folder)
    ui = panel.ui
    hand.scrollTo(ui.sectionsArea, ui.lesionTable)
    hand.clickRow(ui.lesionTable, 3)  # the largest of the LAD
    hand.picture("listed")

    unfold(hand, ui.sectionsArea, ui.reportSection)
    set_to(hand, ui.sectionsArea, ui.readerLineEdit, "A. Reader")
    preview = panel.reporting.preview
    hand.wait(lambda: bool(preview.pictures), "the pages are drawn")
    hand.settle(2.0)  # once more with the reader
    hand.toTop(ui.sectionsArea, ui.previousPageButton)
    hand.picture("report")
    hand.click(ui.enlargeButton)
    hand.settle(0.5)
    hand.picture("page", screen=True)
    preview.stop()  # closes the window
    return {"actions": hand.actions, "lesions": len(panel.session.sheet.lesions), "pages": len(preview.pictures)}


def saved_readings(folder: Path) -> dict[str, Any]:
    """A reading that was saved stands under its series, and is opened as it was."""
    from SmartScoreLib.exports.export import ExportChoices, export

    database, series, marks = exam(folder)
    export(final(series, marks, "Ada"), database, ExportChoices(structured_report=True))
    hand, panel = begin("saved_readings", folder)
    table, known = panel.ui.seriesTable, panel.choosing.series
    known.refresh()
    hand.wait(lambda: any(one.reading is not None for one in known.rows), "the reading is listed")
    hand.settle(1.0)  # until the series is looked into as well
    row = next(number for number, one in enumerate(known.rows) if one.reading is not None)
    hand.scrollTo(panel.ui.sectionsArea, table)
    hand.clickRow(table, row)
    hand.picture("under_series")
    hand.settle(1.0)  # or three clicks would follow each other
    hand.clickRow(table, row, times=2)
    hand.wait(lambda: panel.session is not None and bool(panel.session.sheet.lesions), "it is opened")
    hand.settle(1.0)
    hand.picture("reopened")
    return {"actions": hand.actions, "opened": territories(panel)}


def own_population(folder: Path) -> dict[str, Any]:
    """A table of one's own beside that of MESA; what is chosen is taken back, since a site keeps it."""
    from SmartScoreLib.desktop.meaning import site

    hand, panel = marked("own_population", folder)
    ui = panel.ui
    unfold(hand, ui.sectionsArea, ui.meaningSection)
    panel.meaning.useTable(ROOT / "docs" / "examples" / "own_population.csv")  # what the window for files would do
    hand.settle(1.0)
    hand.toTop(ui.sectionsArea, ui.percentileLabel)
    hand.picture("compared_with")
    said = str(ui.percentileLabel.text)
    for key in (site.FIRST, site.SECOND, site.OWN_TABLE):
        site.keep(key, "")
    return {"actions": hand.actions, "said": said}


def marked(name: str, folder: Path) -> tuple[Hand, Any]:
    """The phantom, loaded by its button, with all coronary lesions marked."""
    from SmartScoreLib.lesions.territories import BY_KEY
    from SmartScoreLib.phantom.standard import standard_phantom
    from SmartScoreLib.scene.selftest import positionOf

    hand, panel = begin(name, folder)
    hand.click(panel.ui.phantomButton)
    hand.wait(lambda: panel.session is not None, "the phantom is loaded")
    made = standard_phantom()
    for lesion in made.lesions:
        if BY_KEY[lesion.territory].counts:
            panel.session.markAt(positionOf(made, lesion, panel.session.volumeNode), lesion.territory)
    panel.updateScores()
    hand.settle(1.0)
    return hand, panel


def exam(folder: Path) -> tuple[Any, Any, Any]:
    """A database with one series that nobody has read, that series, and true marks of it."""
    from phantoms import phantom_lesion_map
    from SmartScoreLib.database.folder import FolderDatabase
    from SmartScoreLib.phantom.visits import visit
    from SmartScoreLib.phantom.write import write_phantom
    from SmartScoreLib.series.find import find_series
    from SmartScoreLib.series.load import load_series

    made = visit(1, **GRID)
    database = FolderDatabase(folder / "database")
    database.insert(write_phantom(made.phantom, folder / "images", made.options()))
    series = load_series(find_series(database.series_files(database.series_instance_uids()[0])).candidates[0])
    return database, series, replace(phantom_lesion_map(made.phantom), geometry=series.geometry)


def final(series: Any, marks: Any, reader: str) -> Any:
    """A final reading."""
    from SmartScoreLib.reading.model import ReportTexts
    from SmartScoreLib.reading.read import make_reading
    from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL

    return make_reading(series, marks, DEFAULT_PROTOCOL, reader=reader, texts=ReportTexts(status="final"))


def second_reader(folder: Path) -> dict[str, Any]:
    """Two final readings of one exam: hidden from a third reader, listed, compared, and decided between."""
    from SmartScoreLib.exports.export import ExportChoices, export
    from SmartScoreLib.lesions.territories import BY_KEY

    database, series, marks = exam(folder)
    labels = {key: BY_KEY[key].label for key in ("LM", "LAD", "RCA")}
    # The second reader takes the left main for the LAD, and leaves the right coronary artery out.
    other = np.where(marks.labels == labels["LM"], labels["LAD"], marks.labels)
    other = np.where(other == labels["RCA"], 0, other).astype(np.uint8)
    for name, lesions in (("Ada", marks), ("Ben", replace(marks, labels=other))):
        export(final(series, lesions, name), database, ExportChoices(structured_report=True))

    hand, panel = begin("second_reader", folder)
    ui = panel.ui
    panel.choosing.series.refresh()
    hand.wait(lambda: len(panel.choosing.series.everyReading()) == 2, "both readings are known")
    unfold(hand, ui.sectionsArea, ui.readingsSection)
    exams = panel.readings.table
    hand.wait(lambda: len(exams.rows) == 1, "the exam is listed")
    set_to(hand, ui.sectionsArea, ui.whoLineEdit, "Cleo")
    hand.click(ui.blindCheckBox)
    hand.wait(lambda: [one.hidden for one in exams.rows] == [2], "both readings are hidden from Cleo")
    hand.picture("blind")
    hand.click(ui.blindCheckBox)
    hand.wait(lambda: [one.hidden for one in exams.rows] == [0], "both readings are shown")
    set_to(hand, ui.sectionsArea, ui.whoLineEdit, "")  # Slicer would keep the name
    hand.scrollTo(ui.sectionsArea, ui.examTable)
    hand.clickRow(ui.examTable, 0)
    hand.wait(lambda: ui.decideButton.enabled, "they can be compared")
    hand.picture("readings")
    hand.scrollTo(ui.sectionsArea, ui.decideButton)
    hand.click(ui.decideButton)
    deciding = panel.readings.deciding
    hand.wait(lambda: deciding.adjudication is not None, "both are open")
    hand.scrollTo(ui.sectionsArea, ui.decidingFrame)
    hand.picture("deciding")
    hand.click(ui.takeFirstButton)
    hand.wait(lambda: len(deciding.decided) == 1, "one place is decided")
    hand.picture("taken")
    while len(deciding.decided) < len(deciding.adjudication.open):
        hand.click(ui.takeFirstButton)
    hand.click(ui.agreedButton)
    hand.wait(lambda: deciding.adjudication is None, "a third reading begins")
    hand.picture("agreed")
    return {"actions": hand.actions, "agreed": territories(panel)}


def chest(folder: Path) -> dict[str, Any]:
    """A chest CT that says that it is not gated: graded by eye, with the guide of the grades."""
    from SmartScoreLib.phantom.anatomy.case import make_case

    hand, panel = begin("chest", folder)
    ui = panel.ui
    imported(make_case(1000, zero=False, slices="thick").series, folder, CardiacSynchronizationTechnique="NONE")
    nextUnread(hand, panel)
    assert panel.session.sheet.mode == "chest", panel.session.sheet.mode
    ui.lesionSection.collapsed = True
    unfold(hand, ui.sectionsArea, ui.visualSection)
    for combo, grade in ((ui.visualPatientComboBox, 2), (ui.visualLadComboBox, 2), (ui.visualRcaComboBox, 1)):
        choose(hand, combo, grade + 1)
    for combo in (ui.visualLmComboBox, ui.visualLcxComboBox):
        choose(hand, combo, 1)
    hand.wait(lambda: panel.session.sheet.visual.weston == 3, "four vessels are graded")
    hand.picture("graded")
    hand.scrollTo(ui.sectionsArea, ui.guideButton)
    hand.click(ui.guideButton)
    hand.settle(0.5)
    hand.picture("guide", screen=True)
    panel.mode._guide.hide()
    ui.lesionSection.collapsed = False
    return {"actions": hand.actions, "said": str(ui.visualLabel.text)}


def valve(folder: Path) -> dict[str, Any]:
    """The phantom's aortic valve, and its grade."""
    from SmartScoreLib.phantom.standard import standard_phantom
    from SmartScoreLib.scene.selftest import positionOf

    hand, panel = begin("valve", folder)
    ui = panel.ui
    hand.click(ui.phantomButton)
    hand.wait(lambda: panel.session is not None, "the phantom is loaded")
    made = standard_phantom()
    lesion = next(one for one in made.lesions if one.territory == "AV")
    hand.key("7")
    hand.point("Red", positionOf(made, lesion, panel.session.volumeNode))
    hand.key("7")
    hand.wait(lambda: territories(panel) == ["AV"], "it is marked")
    hand.scrollTo(ui.sectionsArea, ui.modeComboBox)
    choose(hand, ui.modeComboBox, 2)
    hand.wait(lambda: panel.session.sheet.mode == "valve", "the valve alone is read")
    hand.scrollTo(ui.sectionsArea, ui.valveLabel)
    hand.picture("valve")
    return {"actions": hand.actions, "said": str(ui.valveLabel.text)}


def calibration(folder: Path) -> dict[str, Any]:
    """A calcium phantom made in code: the mass factor out of its rods, and of an insert by a click."""
    from qrm_in_code import Lies, build
    from SmartScoreLib.scene.coordinates import worldFromLps

    made, _ = build(Lies())
    # The rod of calcium is the only large thing that is bright.
    rod = np.unravel_index(uniform_filter(made.hu.astype(np.float32), (5, 15, 15)).argmax(), made.hu.shape)
    hand, panel = begin("calibration", folder)
    ui = panel.ui
    imported(made, folder)
    nextUnread(hand, panel)
    unfold(hand, ui.sectionsArea, ui.protocolSection)
    hand.scrollTo(ui.sectionsArea, ui.calibrationButton)
    hand.choose(ui.calibrationButton, 1, "ways")
    hand.wait(lambda: panel.session.state.protocol.mass_factor is not None, "the rods are measured")
    hand.picture("rods")
    rods = float(panel.session.state.protocol.mass_factor)
    hand.scrollTo(ui.sectionsArea, ui.calibrationButton)
    hand.choose(ui.calibrationButton, 4)  # after the rods the inserts of 50, 100 and 200 mg/cm3
    hand.picture("asked")
    hand.clickAt("Red", worldFromLps(panel.session.volumeNode, made.geometry.lps_mm(rod).tolist()))
    hand.wait(lambda: float(panel.session.state.protocol.mass_factor) != rods, "the insert is measured")
    hand.picture("insert")
    return {"actions": hand.actions, "rods": rods, "insert": float(panel.session.state.protocol.mass_factor)}


def choose(hand: Hand, combo: Any, row: int) -> None:
    """Choose a line of a list by keys."""
    hand.scrollTo(slicer.util.getModuleWidget("SmartScore").panel.ui.sectionsArea, combo)
    hand.click(combo)
    hand.key("Home")
    for _ in range(row):
        hand.key("Down")
    hand.key("Return")
    hand.wait(lambda: combo.currentIndex == row, "a line is chosen")
