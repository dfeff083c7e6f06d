"""What the room database has to say."""

from SmartScoreLib.remarks.translation import _

REFUSALS = {
    # The folder and its two SQLite files.
    "is_file": _("{folder} is a file; a database is a folder."),
    "other_files": _(
        "The folder {folder} holds other files ({file}) and no {database}, so it is not a Slicer DICOM database; "
        "choose a new or empty folder."
    ),
    "no_database": _("The folder {folder} is not a Slicer DICOM database: it has no {database}."),
    "removed": _("The database {folder} was removed while it was being opened; try again."),
    "locked": _("The database {folder} is locked by another program; wait until its import is done and try again."),
    "read_only": _("The database {folder} is read-only; choose another folder or allow writing to it."),
    "not_sqlite": _("The database {folder} cannot be used: {database} or {cache} in it is not an SQLite file."),
    "damaged": _("The database {folder} is damaged ({reason}); restore it from a copy, or choose another folder."),
    "disk_full": _("The disk of the database {folder} is full."),
    "disk_small": _("The disk of the database {folder} has {free_mb:.0f} MB free; {needed_mb:.0f} MB are needed."),
    "unusable": _("The database {folder} cannot be used: {reason}."),
    "unusable_file": _("The database {folder} cannot be used: {reason} ({file})."),
    "unsupported": _("The database {folder} cannot be used: {reason}"),
    # Why it is not supported: the end of a sentence.
    "no_schema": _("it is not a Slicer DICOM database (it has no SchemaInfo table)."),
    "no_version": _(
        "its schema version is missing, and only {supported} (Slicer 5.10 and later) is supported; open the folder in "
        "Slicer and choose Update, or choose another folder."
    ),
    "version": _(
        "its schema version is {versions}, and only {supported} (Slicer 5.10 and later) is supported; open the folder "
        "in Slicer and choose Update, or choose another folder."
    ),
    "no_column": _("its table {table} lacks the column {column}, which schema {supported} has."),
    # The files to be stored.
    "unreadable": _("The file {file} cannot be read: {reason}."),
    "not_dicom": _("The file {file} is not a readable DICOM file: {reason}"),
    "not_uid": _(
        "{keyword} of the file {file} is {uid!r}; a UID has digits and dots only, 64 characters at most. "
        "Nothing can be stored under it."
    ),
    "repeated": _("{first} and {second} have the same SOPInstanceUID {uid}."),
    "present": _("The image {uid} is in the database already; nothing in it is ever replaced."),
    "number_taken": _("Another program gave the Series Number {number} meanwhile, to a series of the study {study}."),
    "other_study": _("The series {uid} belongs to the study {known} in the database, not to {study}."),
    "in_the_way": _("The file {file} exists although the database does not know it."),
    "copy_differs": _("The copy of {file} differs from it; the disk may be damaged."),
    "not_found_again": _("The image {uid} was not found again in the database {folder}."),
}
