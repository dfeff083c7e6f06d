"""French."""

TEXTS: dict[str, str] = {
    "findings": "Résultats",
    "text_ct": "Scanner cardiaque",
    "text_ct_plain": "Scanner cardiaque sans injection",
    "text_technique": "{ct}\u00a0: {details}.",
    "text_gating_prospective": "synchronisation ECG prospective",
    "text_gating_retrospective": "synchronisation ECG rétrospective",
    "text_gating_none": "sans synchronisation ECG",
    "text_gating_phase": "synchronisation ECG",
    "text_slices": "{number} coupes tous les {spacing} mm",
    "text_slices_thick": "{number} coupes de {thickness} mm tous les {spacing} mm",
    "text_scored": "Score d'Agatston avec un seuil de {hu} UH ({rules}).",
    "text_vessel": "{vessel}\u00a0: score d'Agatston {score}, volume {volume} mm³, {lesions}.",
    "text_vessel_mass": "{vessel}\u00a0: score d'Agatston {score}, volume {volume} mm³, masse {mass} mg, {lesions}.",
    "text_vessel_none": "{vessel}\u00a0: score d'Agatston 0.",
    "text_lesion": "1 lésion",
    "text_lesions": "{number} lésions",
}
