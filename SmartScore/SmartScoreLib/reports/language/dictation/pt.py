"""Portuguese of Brazil."""

TEXTS: dict[str, str] = {
    "findings": "Achados",
    "text_ct": "TC do coração",
    "text_ct_plain": "TC do coração sem contraste",
    "text_technique": "{ct}: {details}.",
    "text_gating_prospective": "sincronização prospectiva com o ECG",
    "text_gating_retrospective": "sincronização retrospectiva com o ECG",
    "text_gating_none": "sem sincronização com o ECG",
    "text_gating_phase": "sincronização com o ECG",
    "text_slices": "{number} cortes a cada {spacing} mm",
    "text_slices_thick": "{number} cortes de {thickness} mm a cada {spacing} mm",
    "text_scored": "Escore de Agatston com limiar de {hu} UH ({rules}).",
    "text_vessel": "{vessel}: escore de Agatston {score}, volume {volume} mm³, {lesions}.",
    "text_vessel_mass": "{vessel}: escore de Agatston {score}, volume {volume} mm³, massa {mass} mg, {lesions}.",
    "text_vessel_none": "{vessel}: escore de Agatston 0.",
    "text_lesion": "1 lesão",
    "text_lesions": "{number} lesões",
}
