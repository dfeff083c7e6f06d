"""The result stays in sight: on top of the panel, in the large view; what ends a reading stands below all sections."""

from pathlib import Path
from typing import Any

import pytest

from conftest import PHANTOM, click_lesion, load_phantom

SCREEN_HEIGHT = 455
"""Pixels that Slicer leaves a module at 1366 x 768."""


@pytest.fixture
def viewed(app: Any, widget: Any, tmp_path: Path) -> Any:
    """The panel with a loaded phantom and with views."""
    import slicer
    from slicer_standin import LayoutManager

    app.layouts = LayoutManager(slicer.mrmlScene)
    load_phantom(widget, tmp_path / "database")
    return widget


def test_total_category_percentile_and_open_proposals_are_on_top_and_in_the_large_view(viewed: Any) -> None:
    from SmartScoreLib.phantom.standard import standard_phantom

    ui, panel, phantom = viewed.ui, viewed.panel, standard_phantom(**PHANTOM)
    assert (ui.resultTotalLabel.text, ui.resultLabel.text.splitlines()[0]) == ("\N{EN DASH}", "not read")
    assert panel.viewText.text.startswith("Agatston \N{EN DASH} \N{MIDDLE DOT} not read\n")
    for lesion in phantom.lesions[:4]:
        click_lesion(viewed, phantom, lesion)
    panel.current.openProposals = lambda: 3
    viewed.ui.ethnicityComboBox.currentIndex = 1
    panel.updateScores()
    total = round(panel.session.sheet.total.agatston)
    percentile = panel.session.interpretation().comparison.percentile.text
    category = panel.session.interpretation().cac_drs
    assert ui.resultTotalLabel.text == str(total) != "0"
    assert ui.resultLabel.text.splitlines()[0] == f"CAC-DRS {category} · percentile {percentile}"
    assert ui.proposalsLabel.text == "3 proposals open"
    first = panel.viewText.text.splitlines()[0]
    assert first == f"Agatston {total} · CAC-DRS {category} · percentile {percentile} · 3 proposals open"


def test_the_large_view_says_which_slice_it_shows_and_forgets_it_with_the_module(viewed: Any, app: Any) -> None:
    from SmartScoreLib.desktop.views.layout import AXIAL
    from SmartScoreLib.desktop.views.views import showSlice

    panel = viewed.panel
    geometry, view = panel.session.series.geometry, app.layouts.sliceWidget(AXIAL)
    showSlice(panel.session.volumeNode, geometry, 31)
    height = geometry.lps_mm((31, 0, 0))[2]
    assert panel.viewText.text.splitlines()[1] == f"32 of 40, {height:.0f} mm"
    assert view.renderer.GetViewProps().GetNumberOfItems() == 1
    viewed.exit()
    assert view.renderer.GetViewProps().GetNumberOfItems() == 0
    showSlice(panel.session.volumeNode, geometry, 5)
    assert panel.viewText.text == ""


def test_what_stays_with_the_result_stands_below_it(viewed: Any) -> None:
    assert viewed.ui.remarksLabel.text.startswith("\N{WARNING SIGN} Images have 256 x 256 pixels")
    viewed.ui.thresholdSpinBox.value = 150
    assert viewed.ui.remarksLabel.toolTip.count("\n") >= 1
    assert "(+" in viewed.ui.remarksLabel.text


def test_series_fold_themselves_once_a_volume_is_read_and_their_title_says_whose_it_is(viewed: Any) -> None:
    ui = viewed.ui
    assert ui.seriesSection.collapsed
    assert ui.seriesSection.text == "Series: Phantom, Calcium · PHANTOM-1 · 2026-01-15"
    ui.seriesSection.collapsed = False
    ui.thresholdSpinBox.value = 140  # whatever happens to this reading, the reader's choice stays
    assert not ui.seriesSection.collapsed
    viewed._parameterNode.inputVolume = None
    assert ui.seriesSection.text == "Series"


def test_nothing_that_marking_needs_lies_below_the_fold_of_a_small_screen(viewed: Any, app: Any) -> None:
    """At a height of 455 and widths of 380 and 300 pixels, without scrolling."""
    from SmartScoreLib.phantom.standard import standard_phantom

    ui, phantom = viewed.ui, standard_phantom(**PHANTOM)
    click_lesion(viewed, phantom, phantom.lesions[0])
    viewed.panel.updateScores()
    root = viewed.parent
    root.layout().setContentsMargins(0, 0, 0, 0)
    for width in (380, 300):
        root.resize(width, SCREEN_HEIGHT)
        root.show()
        for _ in range(3):
            app.processEvents()
        assert root.width == width
        area = ui.sectionsArea
        assert ui.sectionsWidget.width <= area.viewport().width(), "something is cut off at the right"
        buttons = viewed.panel.marking.territories.buttons.values()
        for one in (*buttons, ui.undoButton, ui.thresholdSpinBox, ui.inSliceButton, ui.zeroCheckBox, ui.lesionTable):
            bottom = one.mapTo(area.viewport(), one.rect.bottomRight())
            assert 0 <= bottom.y() <= area.viewport().height(), one.objectName
        for one in (ui.saveButton, ui.pdfButton, ui.csvButton):
            assert one.mapTo(root, one.rect.bottomRight()).y() < SCREEN_HEIGHT
    root.hide()


def test_the_pdf_button_saves_both_reports_and_is_off_until_something_is_read(
    viewed: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import qt

    ui = viewed.ui
    assert not ui.pdfButton.enabled
    assert "no coronary calcium is marked" in ui.pdfButton.toolTip
    ui.zeroCheckBox.click()
    assert ui.pdfButton.enabled
    file = tmp_path / "report.pdf"
    monkeypatch.setattr(qt.QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    ui.pdfButton.click()
    assert file.read_bytes().startswith(b"%PDF-")
    assert ui.guidanceLabel.text == f"Saved: {file}"


def test_saving_answers_on_top_of_the_panel(viewed: Any) -> None:
    viewed.ui.zeroCheckBox.click()
    viewed.ui.saveButton.click()
    written = viewed.panel.saving.written
    assert viewed.ui.guidanceLabel.text == f"Saved: {len(written)} series, {sum(one.files for one in written)} files."


def test_a_folder_is_imported_into_a_database_that_is_opened_for_it_and_loaded(widget: Any, tmp_path: Path) -> None:
    import slicer

    from SmartScoreLib.phantom.standard import standard_phantom
    from SmartScoreLib.phantom.write import write_phantom

    small = standard_phantom(slices=12, rows=64, columns=64, pixel_mm=3.5, spacing_mm=3)
    write_phantom(small, tmp_path / "scan" / "inner")
    (tmp_path / "scan" / "notes.txt").write_text("no DICOM")
    slicer.dicomDatabase.databaseFilename = str(tmp_path / "new" / "ctkDICOM.sql")
    widget.panel.choosing.importFolder(tmp_path / "scan")
    assert widget.panel.session is not None
    assert widget.panel.session.series.geometry.shape == (12, 64, 64)
    (tmp_path / "empty").mkdir()
    widget.panel.choosing.importFolder(tmp_path / "empty")
    assert "There is no DICOM file in" in widget.ui.guidanceLabel.text
