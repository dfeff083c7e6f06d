"""What the documentation shows besides a first reading: two readers, a chest, the aortic valve, a calcium phantom."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import slicer
from scipy.ndimage import uniform_filter

sys.path.insert(0, str(Path(__file__).parents[1]))

from earlier_scans import GRID, territories, unfold
from hand import Hand
from starting import begin, imported, nextUnread


def second_reader(folder: Path) -> dict[str, Any]:
    """Two final readings of one exam: listed, compared, and decided between."""
    from phantoms import phantom_lesion_map
    from SmartScoreLib.database.folder import FolderDatabase
    from SmartScoreLib.exports.export import ExportChoices, export
    from SmartScoreLib.lesions.territories import BY_KEY
    from SmartScoreLib.phantom.visits import visit
    from SmartScoreLib.phantom.write import write_phantom
    from SmartScoreLib.reading.model import ReportTexts
    from SmartScoreLib.reading.read import make_reading
    from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL
    from SmartScoreLib.series.find import find_series
    from SmartScoreLib.series.load import load_series

    made = visit(1, **GRID)
    database = FolderDatabase(folder / "database")
    database.insert(write_phantom(made.phantom, folder / "images", made.options()))
    series = load_series(find_series(database.series_files(database.series_instance_uids()[0])).candidates[0])
    marks = replace(phantom_lesion_map(made.phantom), geometry=series.geometry)
    labels = {key: BY_KEY[key].label for key in ("LM", "LAD", "RCA")}
    # The second reader takes the left main for the LAD, and leaves the right coronary artery out.
    other = np.where(marks.labels == labels["LM"], labels["LAD"], marks.labels)
    other = np.where(other == labels["RCA"], 0, other).astype(np.uint8)
    for name, lesions in (("Ada", marks), ("Ben", replace(marks, labels=other))):
        reading = make_reading(series, lesions, DEFAULT_PROTOCOL, reader=name, texts=ReportTexts(status="final"))
        export(reading, database, ExportChoices(structured_report=True))

    hand, panel = begin("second_reader", folder)
    ui = panel.ui
    panel.choosing.series.refresh()
    hand.wait(lambda: len(panel.choosing.series.everyReading()) == 2, "both readings are known")
    unfold(hand, ui.sectionsArea, ui.readingsSection)
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
