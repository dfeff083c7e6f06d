"""What the room series has to say.

`attribute` is name and tag of a DICOM attribute, "Pixel Spacing (0028,0030)"; `where` the files that show a fault;
`value` what stands there instead of what should.
"""

from SmartScoreLib.remarks.translation import _

REFUSALS = {
    # An attribute of an image.
    "missing": _("{attribute} is missing{where}."),
    "empty": _("{attribute} is empty{where}."),
    "uid": _('{attribute} is not a valid UID, "{value}",{where}.'),
    "whole_number": _('{attribute} must be a whole number above zero, but is "{value}"{where}.'),
    "pixel_spacing": _('{attribute} must be two numbers above zero, but is "{value}"{where}.'),
    "orientation": _(
        '{attribute} must be six direction cosines of two unit vectors at right angles, but is "{value}"{where}.'
    ),
    "position": _('{attribute} must be three numbers, but is "{value}"{where}.'),
    "color": _('{attribute} must be 1 (color images hold no Hounsfield units), but is "{value}"{where}.'),
    "modality": _('{attribute} must be CT, but is "{value}"{where}.'),
    "photometric": _('{attribute} must be MONOCHROME2, but is "{value}"{where}.'),
    "frames": _('{attribute} must be 1 (multi-frame images are not supported), but is "{value}"{where}.'),
    "bits_allocated": _('{attribute} must be 16, but is "{value}"{where}.'),
    "bits_stored": _('{attribute} must be a whole number from 1 to 16, but is "{value}"{where}.'),
    "high_bit": _('{attribute} must be from Bits Stored less one to 15, but is "{value}"{where}.'),
    "high_bit_compressed": _("{attribute} must be Bits Stored less one in a compressed image{where}."),
    "sign": _('{attribute} must be 0 (unsigned) or 1 (signed), but is "{value}"{where}.'),
    "slope": _('{attribute} must be a number above zero, but is "{value}"{where}.'),
    "intercept": _('{attribute} must be a number, but is "{value}"{where}.'),
    "impossible": _('{attribute} is "{value}", which no scanner measures{where}.'),
    "rescale_type": _('{attribute} must be HU (Hounsfield units), but is "{value}"{where}.'),
    "lookup_table": _("{attribute} stands in place of Rescale Slope and Rescale Intercept{where}."),
    # The kind of an image, and its pixels.
    "not_ct": _("{attribute} is {sop_class}, not CT Image Storage,{where}."),
    "multiframe": _(
        "{attribute} is {sop_class}{where}: multi-frame images are not supported; "
        "export the series as single-frame CT images."
    ),
    "localizer": _('{attribute} says that this is a localizer, "{value}",{where}.'),
    "lossy": _(
        "{attribute} says that the image went through lossy compression, which changes calcium scores, "
        '"{value}",'
        "{where}."
    ),
    "lossy_transfer_syntax": _("{attribute} is {value}: lossy compression changes calcium scores,{where}."),
    "no_decoder": _(
        "{attribute} is {value}, which no decoder installed here can read,{where}; install smartscore[decoders], "
        "in Slicer pylibjpeg and pylibjpeg-openjpeg."
    ),
    "transfer_syntax": _("{attribute} is {value}, which is not supported,{where}."),
    "private_pixels": _(
        "{attribute} is missing: the pixels are in a compression of the maker's own ({compression}){where}; "
        "export the series again without it."
    ),
    "pixels_cut_off": _("{attribute} is cut off after {available} of {length} bytes{where}."),
    "pixels_without_end": _("{attribute} is cut off or damaged (its end is not in the file){where}."),
    "pixels_size": _("{attribute} does not fit Rows and Columns: {length} bytes instead of {needed}{where}."),
    # Images that make no volume together.
    "mixture": _(
        "{attribute} has {values} different values in one series (first in {first} and {second}); "
        "one volume needs images of one patient, study and frame of reference."
    ),
    "same_instance": _("{attribute} is the same in {first} and {second}, but the files differ."),
    "one_image": _("It has only one image ({file}); slice spacing and a score need at least two."),
    "same_position": _(
        "Images lie at the same position ({attribute}: {first} and {second}), and neither "
        "cardiac phase nor any other attribute tells which belong together."
    ),
    "same_positions": _(
        "Images lie at the same position ({attribute}: {first} and {second}, and {pairs} more pairs), and neither "
        "cardiac phase nor any other attribute tells which belong together."
    ),
    "sheared": _(
        "The slices are sheared by {degrees:.1f} degrees, as with a tilted gantry ({attribute} moves off the normal "
        "of {orientation} from {first} to {last}); scan or reconstruct without tilt."
    ),
    "not_in_line": _(
        "The slices are not stacked in one line: {file} is {distance_mm:.2f} mm to the side ({attribute})."
    ),
    "slice_missing": _(
        "A slice is missing between {first} and {second}: they are {gap_mm:.2f} mm apart, "
        "the others {usual_mm:.2f} mm ({attribute})."
    ),
    "slices_missing": _(
        "{slices} slices are missing between {first} and {second}: they are {gap_mm:.2f} mm apart, "
        "the others {usual_mm:.2f} mm ({attribute})."
    ),
    "slices_missing_in_places": _(
        "{slices} slices are missing between {first} and {second} and {places} more places: "
        "they are {gap_mm:.2f} mm apart, the others {usual_mm:.2f} mm ({attribute})."
    ),
    "unequal_gaps": _(
        "Slices are unequally far apart: {least_mm:.2f} to {most_mm:.2f} mm ({attribute}, first between "
        "{first} and {second}); one volume needs equal spacing."
    ),
    # Files.
    "no_file": _("{file} does not exist."),
    "unreadable": _("{file} cannot be read: {reason}."),
    "empty_file": _("{file} is empty (zero bytes)."),
    "not_dicom": _("{file} is not a DICOM file."),
    "text_file": _("{file} is not a DICOM file but text."),
    "directory": _(
        "{file} is the directory of a DICOM medium and holds no image; the images lie in the folders beside it."
    ),
    "archive_size": _(
        "{file} holds more than a study (over {gigabytes} GB or 50000 files) and was not unpacked; unpack what is "
        "needed."
    ),
    "archive_damaged": _("{file} cannot be unpacked: {reason}."),
    "volume_unreadable": _("{file} cannot be read: {reason}"),
    "volume_dimensions": _("{file} is no volume: its size is {size}."),
    "volume_components": _("{file} holds {count} numbers a voxel; Hounsfield units are one."),
    "volume_grid": _("The grid of {file} is not valid: its axes must be at right angles and its spacing above zero."),
    "multiframe_export": _(
        "The series is one multi-frame image; series made of it cannot be written, as each image needs a source of its "
        "own."
    ),
    "no_sop_class": _("{file} has no {attribute}, so it is not a DICOM image."),
    "only_beginning": _("{file} is cut off: it holds only the beginning of a DICOM file."),
    "header_cut_off": _("{file} is cut off in the middle of its header."),
    "damaged_header": _("{file} is damaged: its header cannot be read."),
    "damaged_deflated": _("{file} is damaged: its deflated data cannot be read."),
    # Reading the pixels of a series that was found.
    # The choice among series.
    "not_among": _("Series {wanted} was not found among {count} that can be chosen with --series:"),
    "not_found": _("Series {wanted} was not found; found: none."),
    "several": _("{count} series can be scored, choose one with --series:"),
    "choice": _("{series}: --series {name}"),
    "refused": _("{name}: {reason}"),
    "no_image": _("No DICOM image was found."),
    "not_from_search": _("The series was not found by a search, so that its pixels cannot be read."),
    "pixel_format": _("The pixel format of the series is not valid: {attributes} missing or not valid."),
    "changed": _("{file} has changed since the series was found; search again."),
    "vanished": _("{file} cannot be read any more: {reason}."),
    "pixels_end_early": _("{file} ends before its pixels do."),
    "undecodable": _("The compressed pixels of {file} cannot be decoded; the file is damaged."),
    "decoded_size": _("The compressed pixels of {file} are not {rows} x {columns}; the file is damaged."),
    "shifted_values": _(
        "The values are not Hounsfield units: air lies at {air:.0f} and soft tissue at {tissue:.0f}, as where "
        "Rescale Intercept was lost; air is -1000 HU and soft tissue about 40 HU."
    ),
    # A search as a whole.
    "nothing_found": _("No DICOM image was found in the given paths."),
    "empty_database": _("The database {folder} holds no image files."),
    "of_series": _("{series}: {reason}"),
}

INVALID = {
    "contrast": _(
        "Contrast agent{agent:quoted} was given ({attribute}); "
        "enhanced blood counts as calcium, and such scores are not valid."
    ),
    "projection": _("{attribute} says that images are projections of several slices; scores are not valid."),
    "subtracted": _(
        '{attribute} is "{value}": calcium may have been taken out of these images, and such scores are not valid.'
    ),
    "contrast_seen": _(
        "Blood between the lungs has {blood_hu:.0f} HU, as after contrast agent (30 to 60 HU without); "
        "enhanced blood counts as calcium, and such scores are not valid."
    ),
    "no_air": _(
        "The lowest value of the volume is {lowest_hu}; CT has air near -1000 HU. If the values are not "
        "Hounsfield units, every score is wrong."
    ),
    "no_tissue": _(
        "Only {percent:.1f} % of the values are near 0 HU, where soft tissue lies. If the values are not "
        "Hounsfield units, every score is wrong."
    ),
}

LIMITS = {
    "ages_differ": _(
        "{attribute} is {stated} years, birth date and study date give {by_dates}; the age by the dates is used."
    ),
    "kvp": _("{attribute} is {kvp}; the 130 HU threshold and the density weights are meant for 120 kVp."),
    "kvp_missing": _("{attribute} is missing; the 130 HU threshold is meant for 120 kVp."),
    "kvp_partly_missing": _(
        "{attribute} is {kvp}, missing in some images; "
        "the 130 HU threshold and the density weights are meant for 120 kVp."
    ),
    "spacing": _("Slices are {spacing_mm:.4g} mm apart; scores are comparable for 2.5 to 3 mm."),
    "thickness_differs": _("{attribute} differs between images: {least_mm} to {most_mm} mm."),
    "overlap": _(
        "{attribute} is {thickness_mm} mm, but slices are {spacing_mm:.4g} mm apart: they overlap; "
        "the score uses the distance."
    ),
    "gaps": _(
        "{attribute} is {thickness_mm} mm, but slices are {spacing_mm:.4g} mm apart: there are gaps between them; "
        "the score uses the distance."
    ),
    "uneven_gaps": _(
        "Slices are not equally far apart: {least_mm:.2f} to {most_mm:.2f} mm ({attribute}); "
        "the score uses their mean of {mean_mm:.2f} mm."
    ),
    "not_axial": _(
        "Images are not axial but turned by {degrees:.0f} degrees; the Agatston score is defined on axial images."
    ),
    "tilt": _("{attribute} is {degrees} degrees, but the images are not tilted by it; check distances."),
    "matrix": _("Images have {rows} x {columns} pixels instead of 512 x 512 ({attributes})."),
    "units_unspecified": _("{attribute} is US (unspecified); the values are taken as Hounsfield units."),
    "repeated_place": _(
        "Where two acquisitions meet, two images lie at the same place; of each pair one was left out: "
        "{images:image|images} (first {first})."
    ),
    "uid_of_each_image": _(
        "Every image has a Series Instance UID of its own, as after a faulty de-identification; {images} images were "
        "put together by their positions, as everything else agrees."
    ),
    "virtual_plain": _(
        '{attribute} is "{value}", as of virtual non-contrast images; they hold less calcium than true ones.'
    ),
    "angiography": _(
        '{attribute} is "{value}", as of a scan with contrast agent; if it was given, scores are not valid.'
    ),
    "gating_unknown": _(
        "The headers do not tell whether the scan was triggered by the heartbeat; without it motion blurs calcium."
    ),
    "impossible_left_out": _("{attribute} is larger than anything that is measured; it was left out."),
    "rescale_differs": _("{attribute} differs between images; each image was read with its own."),
    "phases": _("Cardiac phase differs between images: {phases}."),
    "phases_partly_unknown": _("Cardiac phase differs between images: unknown, {phases}."),
    "lossy_research": _(
        "{attribute} says, without ratio or method, that images went through lossy compression; "
        "scores are for research only."
    ),
    "body_part": _("{attribute} is {value}, not the heart or chest."),
    "burned_in": _("{attribute} is YES: text in the pixels can pass for calcium."),
    "multienergy": _("{attribute} is YES; the 130 HU threshold is meant for single-energy images."),
    "file_outside": _("{file} lies outside this volume; if it belongs to it, the volume is incomplete."),
    "files_outside": _(
        "{files} files (first {first}) lie outside this volume; if they belong to it, it is incomplete."
    ),
    "images_left_out": _(
        "{images:image|images} of this series (first {first}) could not be put into this volume; it may be incomplete."
    ),
    "noise": _(
        "Noise is {noise_hu:.0f} HU (standard deviation of the soft tissue between the lungs), more than the "
        "{most_hu} HU of the protocol; it can pass for calcium."
    ),
    "heart_cut_below": _("The heart seems to be cut off at the lowest slice; calcium below it is not counted."),
    "heart_cut_above": _("The heart seems to be cut off at the highest slice; calcium above it is not counted."),
    "no_headers": _(
        "The volume has no DICOM headers here: tube voltage, contrast agent and cardiac phase could not be checked."
    ),
}

NOTES = {
    "without_meta": _(
        "{files:file has|files have} no DICOM preamble and file meta information; how they are written was taken "
        "from their bytes."
    ),
    "long_text": _("{attribute} is longer than {longest} characters; its beginning is shown."),
    "own_output": _("The images were written by {software}: they are part of another series."),
    "values_not_judged": _(
        "No lungs with a heart between them were seen in the values, so they do not tell contrast agent, noise, "
        "or whether the heart is whole."
    ),
    "lossless": _("Pixels are compressed without loss ({kinds})."),
    "copies": _("{files} files are copies of others and were left out."),
    # Character sets.
    "character_set": _(
        "Specific Character Set (0008,0005) of {file} is {declared}, which DICOM does not know; it is taken as {meant}."
    ),
    "text_undeclared": _("{file} has texts of a character set that it does not declare; they are read as {read_by}."),
    "text_not_as_declared": _(
        "{file} has texts that are not of the character set it declares, {declared}; they are read as {read_by}."
    ),
}
