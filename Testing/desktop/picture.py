"""Pictures of the panel: `python Testing/desktop/picture.py OUTDIR [WIDTH]` writes one a state, light and dark.

PANEL_HEIGHT=455 shows what a screen of 1366 x 768 has room for; else each picture is as high as what is in it.
"""

import os
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).resolve().parents[2] / "SmartScore"), str(Path(__file__).parent)]

from conftest import click_lesions, load_phantom, started  # noqa: E402

SECTIONS = ("seriesSection", "lesionSection", "editorSection", "scoreSection", "protocolSection", "reportSection",
            "saveSection")  # fmt: skip

PANEL_HEIGHT = int(os.environ.get("PANEL_HEIGHT", "0"))


def main(out: Path, width: int = 400) -> None:
    """Write first_use, marked and saved, each light and dark; the fold that is open is in the name."""
    out.mkdir(parents=True, exist_ok=True)
    for dark in (False, True):
        with started() as app, tempfile.TemporaryDirectory() as folder:
            import slicer_standin

            _palette(dark)
            app.layouts = slicer_standin.LayoutManager(slicer_standin.slicer.mrmlScene)
            widget = slicer_standin.makeWidget()
            widget.parent.isEntered = True
            widget.enter()
            name = "dark" if dark else "light"
            _grab(widget, out / f"{name}_1_first_use.png", width, ("seriesSection", "lesionSection", "scoreSection"))
            phantom = load_phantom(widget, Path(folder) / "database")
            _grab(widget, out / f"{name}_2_loaded.png", width, ("lesionSection", "scoreSection"))
            click_lesions(widget, phantom)
            widget.panel.marking.mark("LAD")
            widget.ui.lesionTable.selectRow(2)
            parameters = widget._parameterNode
            parameters.reader = "Dr. Example"
            parameters.comment = "Calcification of the proximal LAD and RCA. No calcium in the left main bifurcation."
            _grab(widget, out / f"{name}_3_marked.png", width, ("lesionSection", "scoreSection"))
            _grab(widget, out / f"{name}_4_folds.png", width, ("editorSection", "lesionSection", "protocolSection",
                                                              "scoreSection"))  # fmt: skip
            parameters.massFactor = 0.0007
            widget.ui.reportSection.collapsed = False
            app.processEvents()
            widget.panel.reporting.preview.draw()
            _grab(widget, out / f"{name}_5_report.png", width, ("reportSection",))
            widget.ui.saveButton.click()
            _grab(widget, out / f"{name}_6_saved.png", width, ("saveSection",))
            widget.cleanup()
            widget.ui.SmartScore.setMRMLScene(None)


def _grab(widget: Any, path: Path, width: int, sections: tuple[str, ...]) -> None:
    """The panel as high as everything in it, or as high as PANEL_HEIGHT says."""
    from qt_standin import application

    for name in SECTIONS:
        getattr(widget.ui, name).collapsed = name not in sections
    root = widget.parent
    root.layout().setContentsMargins(0, 0, 0, 0)
    root.resize(width, PANEL_HEIGHT or 800)
    root.show()
    for _ in range(3):
        application().processEvents()
        if not PANEL_HEIGHT:
            hidden = widget.ui.sectionsWidget.sizeHint().height() - widget.ui.sectionsArea.height
            root.resize(width, root.height + hidden)
        if "reportSection" in sections:
            widget.panel.reporting.preview.draw()
    root.grab().save(str(path))
    print(path, root.minimumSizeHint().width(), root.minimumSizeHint().height())


def _palette(dark: bool) -> None:
    from qt_standin import QtGui, QtWidgets, application

    application().setStyle(QtWidgets.QStyleFactory.create("Fusion"))
    roles = QtGui.QPalette.ColorRole
    colors = (
        {
            roles.Window: 50, roles.Base: 35, roles.AlternateBase: 44, roles.Button: 60, roles.Text: 235,
            roles.WindowText: 235, roles.ButtonText: 235, roles.PlaceholderText: 140,
        }
        if dark
        else {
            roles.Window: 240, roles.Base: 255, roles.AlternateBase: 246, roles.Button: 230, roles.Text: 0,
            roles.WindowText: 0, roles.ButtonText: 0, roles.PlaceholderText: 130,
        }
    )  # fmt: skip
    palette = QtGui.QPalette()
    for role, grey in colors.items():
        palette.setColor(role, QtGui.QColor(grey, grey, grey))
    disabled = QtGui.QColor(120, 120, 120) if dark else QtGui.QColor(150, 150, 150)
    for role in (roles.Text, roles.WindowText, roles.ButtonText):
        palette.setColor(QtGui.QPalette.ColorGroup.Disabled, role, disabled)
    palette.setColor(roles.Highlight, QtGui.QColor(42, 110, 187))
    palette.setColor(roles.HighlightedText, QtGui.QColor(255, 255, 255))
    application().setPalette(palette)
    application().setFont(QtGui.QFont("DejaVu Sans", 9))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *(int(argument) for argument in sys.argv[2:]))
