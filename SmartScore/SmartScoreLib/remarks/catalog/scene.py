"""What the room scene has to say."""

from SmartScoreLib.remarks.translation import _

# Slicer finds a text only if its first and its last piece stand in the same kind of quotes.
REFUSALS = {
    "two_volumes": _("The two readings are not of the same volume."),
    # A volume node that cannot be scored.
    "no_image": _('The volume "{volume}" holds no image. Choose another volume.'),
    "not_perpendicular": _(
        "The axes of the volume "
        '"{volume}" are not perpendicular (tilted gantry?); areas would be wrong. '
        "Choose a volume without tilt."
    ),
    "colors": _('The volume "{volume}" holds colors, not Hounsfield units.'),
    "several_series": _("The {images} images of the volume are {series} series or phases; load one of them."),
    "files_lost": _("Its files cannot be read; they may have been moved or deleted. Import the series again."),
    # A volume node whose results cannot be saved to DICOM.
    "not_from_dicom": _("It was not loaded from DICOM, so there is no study to save results to."),
    "cropped": _(
        "It has {slices} slices but names {images} DICOM images; it was cropped or resampled. Score the original "
        "volume to save results to DICOM."
    ),
    "images_lost": _(
        "{lost} of its {images} DICOM images are not in the DICOM database; import the series again to save results "
        "to DICOM."
    ),
    "other_size": _("Its size is not that of its DICOM images; score the original volume to save results to DICOM."),
    "moved": _(
        "It lies up to {distance_mm:.1f} mm away from its DICOM images; it was moved. Undo that (or put a transform on "
        "it instead) to save results to DICOM."
    ),
    "edited": _(
        "Its values are not those of its DICOM images; it was edited. Score the original volume to save results."
    ),
    # A segmentation that cannot be read.
    "transforms_differ": _(
        "The volume "
        '"{volume}" and the segmentation "{segmentation}" lie under different transforms. '
        "Put both under the same transform (module Transforms), or harden neither."
    ),
    "no_labelmap": _(
        'The segmentation "{segmentation}" holds no binary labelmap. In the module Segmentations create the '
        'representation "Binary labelmap" and make it the source.'
    ),
    "marks_of_other_volume": _(
        "The marks do not belong to the volume of the segmentation "
        '"{segmentation}". '
        "Make a segmentation for the volume they were made on."
    ),
    "state_no_json": _(
        "The attribute {attribute} of the segmentation "
        '"{segmentation}" cannot be read ({fault}). '
        "It may come from another version of SmartScore; remove the attribute to start with the defaults."
    ),
    "state_no_text": _(
        "The attribute {attribute} of the segmentation "
        '"{segmentation}" cannot be read (it is no text). '
        "It may come from another version of SmartScore; remove the attribute to start with the defaults."
    ),
    "state_choice": _("{attribute} of {segmentation} is none of {known}."),
    "state_fields": _(
        "The attribute {attribute} of the segmentation "
        '"{segmentation}" cannot be read (its fields are not {fields}). '
        "It may come from another version of SmartScore; remove the attribute to start with the defaults."
    ),
    # A reader's word that holds no more.
    "zero_cleared": _(
        "The confirmed zero was taken back, because coronary calcium is marked. Confirm it again if that was wrong."
    ),
    # An edit that changes nothing.
    "no_source_volume": _("Select a source volume first."),
    "no_segment": _("Select or add a segment first."),
    "unmarked": _("Nothing is marked there."),
    "nothing_along": _("Nothing near the heart on this line of sight can be taken by a click."),
    "marked_already": _("It is marked so already."),
    "not_confirmed": _("The selected segment is hidden; show it first."),
    # A call from a script.
    "not_a_volume": _("A scalar volume node is needed here, not {given}."),
    "not_a_segmentation": _("A segmentation node is needed here, not {given}."),
    "no_database": _("There is no DICOM database to save to."),
    "report_suffix": _("{file}: a report is a .pdf file, or a folder for .png files."),
}

LIMITS = {
    "marked_twice": _(
        "{voxels} voxels were marked in more than one territory; each counts once, in the territory that comes first "
        "in the table."
    ),
    "sampled": _("The marks lie on another grid than the images; they were sampled at the voxel centers."),
    "no_territory": _('The segment "{name}" is no territory; its marks are shown as Other and do not count.'),
    "contradiction": _("{why} Until then its marks are shown as Other and do not count."),
}

NOTES = {
    "segment": _('the segment "{name}"'),
    "counts": _("{territory}: {volume_mm3:.0f} mm3, peak {peak_hu:.0f} HU, Agatston {agatston}."),
    "counts_nothing": _("{territory}: marked, but it counts nothing. {reason}"),
}
