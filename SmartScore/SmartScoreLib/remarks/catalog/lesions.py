"""What the room lesions has to say."""

from SmartScoreLib.remarks.translation import _

REFUSALS = {
    "graded_none": _(
        "The grades contradict each other: the patient has none, and calcium was graded in {vessels}. Correct one of "
        "them."
    ),
    "graded_some": _(
        "The grades contradict each other: the patient has {grade:words} calcium, and every vessel has none. Correct "
        "one of them."
    ),
    # a click
    "outside": _("The point lies outside of the images."),
    "below_threshold": _("The value there is {hu} HU, below the threshold of {threshold_hu} HU."),
    "too_large": _(
        "What is connected there is too large for a lesion: it is bone or touches bone; take it slice by slice, or "
        "paint it by hand."
    ),
    "too_large_in_slice": _(
        "What is connected there is too large for a lesion: it is bone or touches bone; paint it by hand."
    ),
    "thread": _(
        "What is connected there is a thread of noise, {length_mm:.0f} mm long and {thickness_mm:.1f} mm thick; take "
        "this slice only."
    ),
    "no_territory": _('Territory "{given}" is none of {known}.'),
    "other_volume": _("The marks were made on another volume than that of the series."),
    # any file of marks
    "cannot_read": _("{file} cannot be read: {fault}."),
    "unknown_kind": _(
        "{file} holds no marks that can be read; give JSON clicks, a Slicer segmentation (.seg.nrrd), a label map "
        "(.nrrd, .nii, .nii.gz, .mha), a DICOM Segmentation or RT Structure Set, an ROI list of OsiriX or Horos, or "
        "a folder of such files."
    ),
    "no_marks_in_folder": _("The folder {folder} holds no file of marks."),
    "other_picture": _(
        "The marks of {file} fit another picture: {reaching} of {voxels} marked voxels ({percent:.1f} %) reach "
        "{threshold_hu} HU, and they do not take the calcium that they touch. If they are right all the same, for a "
        "person without calcium, say that they are to be trusted."
    ),
    # JSON clicks
    "not_utf8": _("{file} is not UTF-8 text; save it as UTF-8."),
    "not_json": _("{file} is not valid JSON: {fault}."),
    "not_json_line": _("{file} is not valid JSON: line {line}, {fault}."),
    "no_seeds": _('{file} must hold an object with a list "seeds".'),
    "unknown_field": _('{file} has an unknown field "{field}"; known are {known}.'),
    "clicks_of_series": _("{file} belongs to series {uid}, not to series {own_uid}."),
    "clicks_of_series_not_without": _("{file} belongs to series {uid}, not to series without UID."),
    "seed_no_object": _('Seed {seed} of {file} must be an object with "territory" and "lps_mm" or "ijk".'),
    "seed_unknown_field": _('Seed {seed} of {file} has an unknown field "{field}"; known are {known}.'),
    "seed_no_territory": _("Seed {seed} of {file}: territory {given} is none of {known}."),
    "seed_in_slice": _('Seed {seed} of {file}: "in_slice" must be true or false.'),
    "seed_one_place": _('Seed {seed} of {file} must have either "lps_mm" or "ijk".'),
    "seed_ijk": _('Seed {seed} of {file}: "ijk" must be three whole numbers [column, row, slice].'),
    "seed_lps": _('Seed {seed} of {file}: "lps_mm" must be three finite numbers [x, y, z] in mm.'),
    "seed_far": _("Seed {seed} of {file} lies outside the images."),
    "seed_outside": _(
        "Seed {seed} of {file} lies outside the images: it is at column {column}, row {row}, slice {slice} of "
        "{columns} x {rows} x {slices}."
    ),
    "seed_below_threshold": _(
        "Seed {seed} of {file} ({territory}) is at {hu} HU, and nothing within {reach_mm} mm of it in its slice "
        "reaches {threshold_hu} HU; move it onto the calcium."
    ),
    "seed_too_large": _(
        "Seed {seed} of {file} ({territory}) is connected to something too large for a lesion (bone, or calcium that "
        'touches it); give it "in_slice": true, '
        "or paint it by hand."
    ),
    "seed_too_large_in_slice": _(
        "Seed {seed} of {file} ({territory}) is connected to something too large for a lesion (bone, or calcium that "
        "touches it); paint it by hand."
    ),
    "seed_taken": _(
        "Seed {seed} of {file} ({territory}) lies in a lesion that another seed gave to {other}; use one seed a "
        'lesion, or "in_slice": true '
        "to part it by slices."
    ),
    # which territory a segment is
    "unclear": _("It is not clear which territory {segment} is; name it one of {known}, or take it out."),
    "contradiction": _("The name of {segment} means {by_name}, but its code means {by_code}; make both say the same."),
    # label maps
    "cannot_open": _("{file} cannot be read: {fault}"),
    "dimensions": _("{file} has {dimensions} dimensions; marks need a volume of three."),
    "not_whole": _("{file} holds values that are not whole numbers; it is not a label map."),
    "below_zero": _("{file} holds values below 0; it is not a label map."),
    "values_a_voxel": _("{file} has {values} values a voxel; it is not a label map."),
    "no_nrrd_space": _("{file} does not say where in the patient its grid lies (no space); export it again."),
    "no_nifti_form": _("{file} does not say where in the patient its grid lies (no qform or sform); export it again."),
    "segment_voxels": _("The header of {segment} does not say which voxels belong to it; save it again."),
    "label_without_name": _("Label {label} of {file} has no name in {names_file}; add it there."),
    "labels_not_named": _(
        "{file} does not say what its labels {labels} mean: name them (1=LAD), put a file of names beside it, or call "
        "the file by its territory."
    ),
    "bad_label": _('"{given}" names no label; give NUMBER=NAME, such as 1=LAD.'),
    "too_many_labels": _("{file} holds more than 255 labels; it is not a label map."),
    "bad_grid": _("The header of {file} describes no grid in space; export it again."),
    "cut_off": _("{file} ends before its last voxel; copy it again."),
    "voxel_type": _("{file} holds voxels of a type that cannot be labels (NIfTI data type {datatype})."),
    "no_image_beside": _("{file} is a header without voxels; put the .img file of the same name beside it."),
    "no_offset": _("{file} does not say where in the patient its grid lies (no Offset); export it again."),
    "forms_differ": _(
        "The sform and the qform of {file} differ by {apart_mm:.2f} mm; say which of them is right, or export it again."
    ),
    "forms_differ_scores": _(
        "The sform and the qform of {file} differ by {apart_mm:.2f} mm, and so would the Agatston total: by the sform "
        "{sform}, by the qform {qform}. Say which of them is right, or export the file again."
    ),
    "no_names": _("{names_file} does not give a name to any label."),
    # DICOM Segmentations
    "not_segmentation": _("{file} is neither a DICOM Segmentation nor an RT Structure Set but {sop_class}."),
    "no_sop_class": _("{file} is neither a DICOM Segmentation nor an RT Structure Set but of no SOP class."),
    "segmentation_incomplete": _("{file} is not a complete DICOM object: {fault}."),
    "segmentation_damaged": _("{file} cannot be read as DICOM: {fault}."),
    "segmentation_type": _("{file} is a {kind} segmentation; marks must be BINARY, LABELMAP or FRACTIONAL."),
    # contours
    "contour_turned": _("A contour of {file} does not lie in a slice of the series; draw the marks on its slices."),
    "contour_kind": _("{file} holds a contour of the kind {kind}; marks must be closed and planar."),
    "contour_points": _("{file} holds a contour whose points are no places in space."),
    "no_rois": _("{file} is no list of regions as OsiriX and Horos write it."),
    "roi_without_mm": _(
        'Region "{roi}" of {file} has pixels but no points in mm (Point_mm), which tell the slice; export it again.'
    ),
    # of both kinds of DICOM objects
    "other_frame_of_reference": _(
        "{file} has Frame of Reference UID (0020,0052) {uid}, the series has {own_uid}; the marks belong to another "
        "examination."
    ),
    "frame_of_reference_empty": _(
        "{file} has Frame of Reference UID (0020,0052) empty; the marks belong to another examination."
    ),
    "series_without_frame_of_reference": _(
        "{file} has Frame of Reference UID (0020,0052) {uid}, the series has none; the marks belong to another "
        "examination."
    ),
    "no_grid": _(
        "The frames of {file} form no grid: they are shifted against each other, or neither Spacing Between Slices "
        "(0018,0088) nor the spacing of the series fits their positions."
    ),
    # marks on the grid of the series
    "lost": _(
        "The marks of {territory} in {file} are finer than the voxels of the series and would be lost; export them on "
        "the grid of the series."
    ),
    "all_outside": _("All marks of {file} lie outside the images; they belong to another series."),
    "turned": _(
        "The grid of {file} is turned against the series and the file names no frame of reference; export the marks "
        "on the grid of the series."
    ),
    "reach_outside": _(
        "The marks of {file} reach outside the images on a grid that is not that of the series; they belong to "
        "another series, or must be exported on the grid of this one."
    ),
    "shared": _(
        "{voxels} voxels of calcium belong to both {first} and {second} in {file}; each voxel may belong to one "
        "territory only."
    ),
}

LIMITS = {
    "resampled": _(
        "The marks of {file} (voxels of {slice_mm:.4g} x {row_mm:.4g} x {column_mm:.4g} mm) were resampled to the "
        "series (voxels of {to_slice_mm:.4g} x {to_row_mm:.4g} x {to_column_mm:.4g} mm) by nearest neighbor; check "
        "them on the images."
    ),
    "left_out": _("{voxels} marked voxels of {file} lie outside the images and were left out."),
    "fractional": _("{file} holds fractions instead of marks; voxels from {percent} % on were taken."),
    "not_known": _("{file} marks {segments}, of no known territory; these marks were left out."),
    "hit_next_to_nothing": _(
        "Only {reaching} of {voxels} marked voxels of {file} ({percent:.1f} %) reach {threshold_hu} HU; the marks were "
        "trusted as they are."
    ),
    "cut": _(
        "The marks of {file} cut through {lesions:connected calcification|connected calcifications}: {voxels} of "
        "{whole} voxels lie outside of the marks and do not count. Regrowing the marks would take them."
    ),
    "marked_at": _(
        "Calcium was marked at {marked_hu} HU and is scored at {threshold_hu} HU: what lies between the two at the "
        "edges of {lesions:mark|marks} is not in them."
    ),
    "regrown": _(
        "The marks of {file} were regrown: {lesions:touched calcification was|touched calcifications were} taken "
        "whole, {voxels} voxels more than were marked; {left_as_marked} larger than any lesion stayed as marked."
    ),
    "away_from_heart": _(
        "{voxels} of {whole} voxels of calcium that {file} marks as coronary lie away from the heart: beyond "
        "{margin_mm} mm around the soft tissue between the lungs."
    ),
    "contours_outside": _("{contours:contour|contours} of {file} outside of the images: left out."),
    "contours_moved": _("{contours:contour|contours} of {file} between two slices: taken into the nearer one."),
    "other_patient": _(
        "{file} has Patient ID (0010,0020) {patient_id}, the images have {own_id}: make sure that both are of the same "
        "person."
    ),
    "other_series": _("{file} was made on another series of this examination ({uid})."),
}

NOTES = {
    "share": _("{reaching} of {voxels} marked voxels of {file} ({percent:.1f} %) reach {threshold_hu} HU."),
    "read_as": _("Names in {file} were read as {read_as}."),
    "seed_moved": _("Seed {seed} of {file} ({territory}) was moved by {moved_mm:.1f} mm onto the nearest calcium."),
    # where marks come from
    "origin_clicks": _("clicks of {file}"),
    "origin_clicked": _("clicks"),
    "origin_zero": _("none"),
    "origin_marks": _("marks of {file}"),
    "origin_segmentation": _('segmentation "{name}"'),
    # what a segment is called in a refusal
    "segment": _('segment "{name}" of {file}'),
    "numbered_segment": _('segment {number} "{name}" of {file}'),
    "label": _('label {label} ("{name}") of {file}'),
}
