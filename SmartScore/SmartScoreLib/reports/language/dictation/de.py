"""German."""

TEXTS: dict[str, str] = {
    "findings": "Befund",
    "text_ct": "CT des Herzens",
    "text_ct_plain": "Native CT des Herzens",
    "text_technique": "{ct}: {details}.",
    "text_gating_prospective": "prospektive EKG-Triggerung",
    "text_gating_retrospective": "retrospektives EKG-Gating",
    "text_gating_none": "ohne EKG-Triggerung",
    "text_gating_phase": "EKG-Triggerung",
    "text_slices": "{number} Schichten im Abstand von {spacing} mm",
    "text_slices_thick": "{number} Schichten von {thickness} mm im Abstand von {spacing} mm",
    "text_scored": "Agatston-Score mit einer Schwelle von {hu} HU ({rules}).",
    "text_vessel": "{vessel}: Agatston-Score {score}, Volumen {volume} mm³, {lesions}.",
    "text_vessel_mass": "{vessel}: Agatston-Score {score}, Volumen {volume} mm³, Masse {mass} mg, {lesions}.",
    "text_vessel_none": "{vessel}: Agatston-Score 0.",
    "text_lesion": "1 Läsion",
    "text_lesions": "{number} Läsionen",
}
