"""Saved readings in the panel and in the DICOM module: listed, opened as they were, continued as new versions."""

from pathlib import Path
from typing import Any

import pytest

from conftest import PHANTOM, click_lesion, click_lesions


def phantom() -> Any:
    from SmartScoreLib.phantom.standard import standard_phantom

    return standard_phantom(**PHANTOM)


@pytest.fixture
def saved(opened: Any) -> Any:
    """The panel after three lesions were marked and saved as a reading, and nothing else was saved."""
    click_lesions(opened, phantom(), 3)
    node = opened._parameterNode
    node.savePhysician = node.savePatient = node.saveScreens = node.saveReduced = False
    opened.ui.readerLineEdit.text = "Reader One"
    opened.ui.commentEdit.setPlainText("first\nsecond")
    opened.ui.thresholdSpinBox.value = 140
    opened.ui.indicationLineEdit.text = "chest pain"
    opened.ui.statusComboBox.currentIndex = 1  # draft
    opened.ui.saveButton.click()
    assert [one.kind for one in opened.panel.saving.written] == ["segmentation", "structured_report"]
    opened.panel.choosing.series.refresh()
    opened.panel.choosing.series.finish()
    return opened


def click_nth(widget: Any, number: int) -> None:
    """Mark one lesion more, the `number`th of the phantom from 1."""
    click_lesion(widget, phantom(), phantom().lesions[number - 1])
    widget.panel.updateScores()


def readings(widget: Any) -> list[Any]:
    return [row for row in widget.panel.choosing.series.rows if row.reading is not None]


def open_reading(widget: Any, number: int = 0) -> None:
    """Double-click a reading in the list, the newest first."""
    assert widget.panel.choosing.series.select(readings(widget)[number].key)
    widget.ui.loadButton.click()


def empty_scene(widget: Any) -> None:
    import slicer

    slicer.mrmlScene.Clear(0)
    slicer.vtkMRMLSliceNode.AddDefaultSliceOrientationPresets(slicer.mrmlScene, True)  # as the application does
    widget.panel.choosing.series.refresh()
    widget.panel.choosing.series.finish()
    assert widget.panel.session is None


def test_a_reading_is_listed_under_its_series_with_date_total_reader_and_status(saved: Any) -> None:
    from SmartScoreLib.scoring.rounding import agatston_text

    table, rows = saved.ui.seriesTable, saved.panel.choosing.series.rows
    assert [row.reading is not None for row in rows] == [False, True]
    text = table.item(1, 2).text()
    assert text.startswith(agatston_text(saved.panel.session.sheet.total.agatston))
    assert "Reader One" in text
    assert "draft" in text
    assert table.item(1, 1).text() == readings(saved)[0].reading.made_on.date().isoformat()


def test_the_button_opens_a_reading_and_loads_a_series(saved: Any) -> None:
    saved.ui.seriesTable.selectRow(0)
    assert saved.ui.loadButton.text == "Load series"
    saved.ui.seriesTable.selectRow(1)
    assert saved.ui.loadButton.text == "Open reading"


def test_with_an_empty_scene_a_reading_opens_as_it_was(saved: Any) -> None:
    before, lesions = saved.panel.session.sheet, saved.panel.session.keeper.lesions
    empty_scene(saved)
    open_reading(saved)
    session = saved.panel.session
    assert session.sheet.territories == before.territories
    assert session.sheet.protocol == before.protocol
    assert session.keeper.lesions.corner == lesions.corner
    assert (session.keeper.lesions.labels == lesions.labels).all()
    assert (session.state.reader, session.state.comment) == ("Reader One", "first\nsecond")
    assert (saved.ui.readerLineEdit.text, saved.ui.indicationLineEdit.text) == ("Reader One", "chest pain")
    assert saved.ui.statusComboBox.currentIndex == 1
    assert saved.ui.thresholdSpinBox.value == 140
    assert session.whyNotExportable is None


def test_saving_it_again_writes_the_next_version_and_keeps_the_first(saved: Any) -> None:
    empty_scene(saved)
    open_reading(saved)
    saved.ui.statusComboBox.currentIndex = 2  # final
    saved.ui.saveButton.click()
    saved.ui.saveButton.click()
    saved.panel.choosing.series.refresh()
    saved.panel.choosing.series.finish()
    found = [row.reading for row in readings(saved)]
    assert sorted((one.version.number, one.status, one.replaced) for one in found) == [
        (1, "draft", True),
        (2, "final", True),
        (3, "final", False),
    ]


FINAL = "Version 2 is final and stays as it is. What you change is saved as version 3."


@pytest.fixture
def final(saved: Any) -> Any:
    """The panel after version 2 of that reading was saved as final and opened again in an empty scene."""
    saved.ui.statusComboBox.currentIndex = 2  # final
    saved.ui.saveButton.click()
    empty_scene(saved)
    open_reading(saved)
    return saved


def test_the_first_click_in_a_final_reading_is_answered_with_what_stays_and_what_saving_does(final: Any) -> None:
    assert final.ui.versionLabel.text == FINAL  # in sight from the beginning
    assert not final.ui.versionLabel.isHidden()
    assert final.ui.guidanceLabel.text != FINAL
    click_nth(final, 4)
    assert final.ui.guidanceLabel.text == FINAL
    final.panel.current.tell("")
    click_nth(final, 5)
    assert final.ui.guidanceLabel.text != FINAL  # once is enough; the line below stays
    assert final.ui.versionLabel.text == FINAL


def test_a_word_or_a_deleted_lesion_in_a_final_reading_is_answered_so_too(final: Any) -> None:
    final.panel.marking.deleteLesion(final.panel.session.sheet.lesions[0])
    assert final.ui.guidanceLabel.text == FINAL
    empty_scene(final)
    open_reading(final)
    final.ui.indicationLineEdit.text = "chest pain, again"
    assert final.ui.guidanceLabel.text == FINAL


def test_a_changed_final_reading_becomes_the_next_version_and_the_final_one_opens_as_it_was(final: Any) -> None:
    first = final.panel.session.sheet
    click_nth(final, 4)
    changed = final.panel.session.sheet
    assert changed.total.agatston != first.total.agatston
    final.ui.saveButton.click()
    assert final.ui.versionLabel.text == FINAL.replace("3", "4").replace("2", "3")
    final.panel.choosing.series.refresh()
    final.panel.choosing.series.finish()
    found = {one.reading.version.number: one.reading for one in readings(final)}
    assert found[2].replaced
    assert found[3].replaces == (found[2].version.sop_instance_uid,)
    for number, sheet in ((2, first), (3, changed)):
        empty_scene(final)
        assert final.panel.choosing.series.select(next(r.key for r in readings(final) if r.reading == found[number]))
        final.ui.loadButton.click()
        assert final.panel.session.sheet.territories == sheet.territories


def test_a_draft_says_what_saving_does_and_answers_no_click(saved: Any) -> None:
    assert saved.ui.versionLabel.text == "Saving writes version 2; version 1 stays."
    click_nth(saved, 4)
    assert "version" not in saved.ui.guidanceLabel.text.lower()


def test_nothing_is_said_of_versions_before_the_first(opened: Any) -> None:
    assert opened.ui.versionLabel.isHidden()
    click_lesions(opened, phantom(), 1)
    assert opened.ui.versionLabel.isHidden()


def test_two_readings_of_one_series_keep_their_own_marks_and_readers(saved: Any) -> None:
    import slicer

    empty_scene(saved)
    saved.panel.choosing.series.select((readings(saved)[0].series_instance_uid, ""))
    saved.ui.loadButton.click()  # the series, not the reading
    click_lesions(saved, phantom(), 1)
    saved.ui.readerLineEdit.text = "Reader Two"
    saved.ui.saveButton.click()
    saved.panel.choosing.series.refresh()
    saved.panel.choosing.series.finish()
    assert sorted(row.reading.reader for row in readings(saved)) == ["Reader One", "Reader Two"]
    for number in (0, 1, 0):
        reading = readings(saved)[number].reading
        open_reading(saved, number)
        assert saved.ui.readerLineEdit.text == reading.reader
        assert len(saved.panel.session.sheet.lesions) == {"Reader One": 3, "Reader Two": 1}[reading.reader]
    assert len(slicer.util.getNodesByClass("vtkMRMLScalarVolumeNode", slicer.mrmlScene)) == 1
    marks = slicer.util.getNodesByClass("vtkMRMLSegmentationNode", slicer.mrmlScene)
    assert len(marks) == 2  # a reading that is open is not opened twice
    assert sum(bool(node.GetDisplayNode().GetVisibility()) for node in marks) == 1


def test_a_reading_whose_segmentation_is_gone_is_grey_and_says_so(saved: Any) -> None:
    import slicer

    slicer.dicomDatabase.removeSeries(saved.panel.saving.written[0].series_instance_uid)
    saved.panel.choosing.series.refresh()
    saved.panel.choosing.series.finish()
    (row,) = readings(saved)
    assert not row.scorable
    assert saved.panel.choosing.series.select(row.key)
    assert not saved.ui.loadButton.enabled
    assert "segmentation" in saved.ui.loadButton.toolTip


def menu(widget: Any) -> dict[str, Any]:
    """The actions of the button beside the volume, by their texts."""
    made = widget.panel.choosing.readings
    made.fill()
    return {action.text: action for action in made.menu.actions() if not action.isSeparator()}


def test_a_second_reader_begins_with_nothing_and_the_first_readings_marks_are_hidden(saved: Any) -> None:
    first = saved.panel.session.segmentationNode
    menu(saved)["New reading without marks"].trigger()
    assert saved.panel.session.segmentationNode is not first
    assert saved.panel.session.sheet.lesions == ()
    assert not first.GetDisplayNode().GetVisibility()
    assert saved.ui.readerLineEdit.text == ""
    menu(saved)[f"Reading: {first.GetName()}"].trigger()
    assert saved.panel.session.segmentationNode is first
    assert first.GetDisplayNode().GetVisibility()


def test_a_reading_begins_with_the_marks_of_a_segmentation_of_the_scene(saved: Any) -> None:
    import slicer

    source = saved.panel.session.segmentationNode
    other = slicer.mrmlScene.AddNewNodeByClass("vtkMRMLSegmentationNode", "network")
    other.CreateDefaultDisplayNodes()
    other.SetReferenceImageGeometryParameterFromVolumeNode(saved.panel.session.volumeNode)
    other.GetSegmentation().DeepCopy(source.GetSegmentation())
    menu(saved)["New reading that begins with network"].trigger()
    session = saved.panel.session
    assert session.segmentationNode not in (source, other)
    assert len(session.sheet.lesions) == 3
    session.deleteLesion(session.sheet.lesions[0])
    assert len(saved.logic.score(session.volumeNode, other).lesions) == 3


def test_a_reading_begins_with_the_marks_of_a_file(saved: Any, tmp_path: Path) -> None:
    import json

    center = phantom().geometry.lps_mm(phantom().lesions[0].center)
    clicks = tmp_path / "clicks.json"
    clicks.write_text(json.dumps({"seeds": [{"territory": "LAD", "lps_mm": [float(x) for x in center]}]}))
    before = saved.panel.session.segmentationNode
    saved.panel.choosing.readings.beginWithFile(clicks)
    session = saved.panel.session
    assert session.segmentationNode is not before
    assert [lesion.territory for lesion in session.sheet.lesions] == ["LAD"]
    broken = tmp_path / "broken.json"
    broken.write_text("{")
    saved.panel.choosing.readings.beginWithFile(broken)
    assert saved.panel.session is session
    assert "broken.json" in saved.ui.guidanceLabel.text


def test_the_dicom_module_offers_and_opens_it(saved: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    import slicer

    from SmartScoreLib.desktop.startup import registerReadings

    registerReadings()
    plugin = slicer.modules.dicomPlugins["SmartScoreReadingPlugin"]()
    segmentation, report = (one.series_instance_uid for one in saved.panel.saving.written)
    series = readings(saved)[0].series_instance_uid
    loadables = plugin.examineForImport(
        [slicer.dicomDatabase.filesForSeries(uid) for uid in (segmentation, report, series)]
    )
    assert [loadable.files for loadable in loadables] == [
        list(slicer.dicomDatabase.filesForSeries(uid)) for uid in (segmentation, report)
    ]
    for loadable in loadables:
        assert loadable.selected
        assert loadable.confidence > 0.95
        assert "Reader One" in loadable.name
        assert loadable.warning == ""
    monkeypatch.setattr(slicer.util, "getModuleLogic", lambda name: {"SmartScore": saved.logic}[name])
    for order in (loadables, loadables[::-1]):  # whoever chooses both gets one reading
        empty_scene(saved)
        nodes = [plugin.load(loadable) for loadable in order]
        assert nodes[0] is nodes[1] is saved.panel.session.segmentationNode
        assert len(saved.panel.session.sheet.lesions) == 3
        assert len(slicer.util.getNodesByClass("vtkMRMLSegmentationNode", slicer.mrmlScene)) == 1


def test_the_dicom_module_warns_of_a_replaced_version_and_leaves_marks_of_others_to_others(saved: Any) -> None:
    import slicer

    from SmartScoreLib.desktop.startup import registerReadings

    registerReadings()
    plugin = slicer.modules.dicomPlugins["SmartScoreReadingPlugin"]()
    first = [one.series_instance_uid for one in saved.panel.saving.written]
    saved.ui.saveButton.click()
    found = plugin.examineForImport([slicer.dicomDatabase.filesForSeries(uid) for uid in first])
    assert [loadable.warning for loadable in found] == ["A newer version of this reading was saved."] * 2
    slicer.dicomDatabase.removeSeries(first[1])  # without its report a segmentation is one like any other
    assert plugin.examineForImport([slicer.dicomDatabase.filesForSeries(first[0])]) == []


def test_a_reading_whose_series_is_gone_is_told_in_the_log_and_not_opened(
    saved: Any, caplog: pytest.LogCaptureFixture
) -> None:
    import slicer

    from SmartScoreLib.desktop.startup import registerReadings

    registerReadings()
    plugin = slicer.modules.dicomPlugins["SmartScoreReadingPlugin"]()
    (loadable,) = plugin.examineForImport(
        [slicer.dicomDatabase.filesForSeries(saved.panel.saving.written[1].series_instance_uid)]
    )
    uid = readings(saved)[0].series_instance_uid
    empty_scene(saved)
    slicer.dicomDatabase.removeSeries(uid)
    assert plugin.load(loadable) is False
    assert uid in caplog.text
