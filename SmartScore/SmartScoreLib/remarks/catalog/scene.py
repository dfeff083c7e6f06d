"""What the room scene has to say."""

from SmartScoreLib.remarks.translation import _

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
}
