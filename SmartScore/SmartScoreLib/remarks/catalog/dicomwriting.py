"""What the room dicomwriting has to say."""

from SmartScoreLib.remarks.translation import _

REFUSALS = {
    # What is asked for.
    "no_dicom": _("The volume does not come from DICOM files, so no DICOM series can be made of it."),
    "no_slices": _("The slices of a reduced series must be a range within 1 to {total}, not none."),
    "slices_outside": _("The slices of a reduced series must be a range within 1 to {total}, not {first} to {last}."),
    "picture_sorts": _(
        "A capture series takes pictures of one sort: all RGB with 8 bits, or all monochrome with 16 bits."
    ),
    # The source images.
    "unnamed_reading": _(
        "{images:image has|images have} no valid SOP Instance UID (0008,0018) or Series Instance UID (0020,000E), so "
        "that no segmentation, structured report or presentation state can refer to them."
    ),
    "missing": _("{file} lacks {attribute}, which the new image must have."),
    "different": _("{attribute} is not the same in all source images ({folder}), which it must be."),
    "invalid": _("{attribute} of {file} {fault}"),
    "source_gone": _("The source file {file} is gone since the series was read."),
    "source_unreadable": _("The source file {file} cannot be read: {reason}."),
    "source_damaged": _("The source file {file} is damaged since the series was read; read it again."),
    "source_changed": _("The source file {file} has changed since the series was read; read it again."),
    "pixels_unreadable": _("Pixel Data (7FE0,0010) of {file} cannot be read: {reason}."),
    "pixels_size": _("Pixel Data (7FE0,0010) of {file} has {found} bytes, {needed} are needed."),
    # The new files.
    "folder": _("The folder {folder} cannot be made: {reason}."),
    "not_written": _("{file} cannot be written: {reason}."),
    "not_read_back": _("{file} cannot be read back: {reason}."),
    "written_without": _("{file} was written without {keyword} ({tag})."),
    "written_empty": _("{file} was written with an empty {keyword} ({tag})."),
    "written_uid": _("{file} has a UID that is not valid or not unique: {uids}."),
    "written_meta": _("The file meta information (0002,0003) of {file} does not repeat its data set."),
    "written_number": _("Instance Number (0020,0013) of {file} is {found}, not {expected}."),
    "written_apart": _("{file} does not have the UIDs and the modality of the files before it."),
    # The device.
    "device_text": _("The device's {field} is not a text."),
    "device_length": _("The device's {field} has {length} characters; DICOM allows {limit}."),
    "device_signs": _("The device's {field} has a backslash or a control character, which DICOM does not allow."),
    "device_operator": _("The device's operators_name {value!r} is not of the form Family^Given."),
    "device_file": _("The device file {file} cannot be read: {reason}."),
    "device_json": _("The device file {file} is not valid JSON: {reason}."),
    "device_no_object": _("The device file {file} may hold {fields}; it is not an object."),
    "device_unknown": _("The device file {file} may hold {fields}; it has {unknown}."),
}

NOTES = {
    # Values of the source images that are not written as they are.
    "repaired": _(
        '{attribute} is "{before}", which may not stand so in a file; '
        '"{after}" is written in its place ({images:source image|source images}).'
    ),
    "verbatim": _(
        "{attribute} {fault} It is written as it is all the same, as it tells what belongs together; "
        "programs that check DICOM files will object ({images:source image|source images})."
    ),
    "left_out": _("{attribute} {fault} It is left out of what is written ({images:source image|source images})."),
    "defaulted": _('{attribute} is missing; "{after}" is written in its place ({images:source image|source images}).'),
    "unnamed_source": _(
        "{images:source image has|source images have} no valid SOP Instance UID (0008,0018) to be named by as a source."
    ),
    "differs": _("{attribute} is not the same in all source images; it is left out of what is written."),
    "differs_first": _(
        '{attribute} is not the same in all source images; the value of the one acquired first, "{after}", is written.'
    ),
    # Why a value is not valid: the end of a sentence that names attribute and file.
    "fault_type": _("cannot be read as a value of its type."),
    "fault_item": _("has an item whose {attribute} {fault}"),
    "fault_missing": _("is missing."),
    "fault_incomplete": _("has an item that lacks what says what it means."),
    "fault_vr": _("has the type {given}, which must be {expected}."),
    "fault_term": _("is {value!r}, which is none of the terms that it may have."),
    "fault_name": _("has more parts than a name may have."),
    "fault_pair": _("does not go with {other}."),
    "fault_count": _("has {count} values, which is not the number that DICOM allows."),
    "fault_character_set": _("has characters that are not of the character set it declares."),
    "fault_control_character": _("has a control character, which is not valid."),
    "fault_length": _("has {length} characters, which is not valid for its type {vr}."),
    "fault_value": _("is {value!r}, which is not valid for its type {vr}."),
}
