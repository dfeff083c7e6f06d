"""What the room desktop has to say beside the texts of its controls."""

from SmartScoreLib.remarks.translation import _

REFUSALS = {
    "cancelled": _("Saving was cancelled."),
    "database_closed": _("The DICOM database was closed. Open it again and save once more."),
    "known_already": _("The DICOM database already holds {uid}; nothing was written."),
    "no_dicom": _("There is no DICOM file in {folder}: {files} files were looked at. Choose the folder of a scan."),
    "not_taken": _(
        "The DICOM database did not take the image {uid}. Is the disk full, or {folder} not writable? Nothing was "
        "written."
    ),
    "copy_differs": _("The copy {copy} in the DICOM database is not what was written; nothing was kept."),
}
