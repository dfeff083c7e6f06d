"""English."""

TEXTS: dict[str, str] = {
    "findings": "Findings",
    "text_ct": "CT of the heart",
    "text_ct_plain": "Non-contrast CT of the heart",
    "text_technique": "{ct}: {details}.",
    "text_gating_prospective": "prospective ECG gating",
    "text_gating_retrospective": "retrospective ECG gating",
    "text_gating_none": "no ECG gating",
    "text_gating_phase": "ECG gating",
    "text_slices": "{number} slices every {spacing} mm",
    "text_slices_thick": "{number} slices of {thickness} mm every {spacing} mm",
    "text_scored": "Agatston score with a threshold of {hu} HU ({rules}).",
    "text_vessel": "{vessel}: Agatston score {score}, volume {volume} mm³, {lesions}.",
    "text_vessel_mass": "{vessel}: Agatston score {score}, volume {volume} mm³, mass {mass} mg, {lesions}.",
    "text_vessel_none": "{vessel}: Agatston score 0.",
    "text_lesion": "1 lesion",
    "text_lesions": "{number} lesions",
}
