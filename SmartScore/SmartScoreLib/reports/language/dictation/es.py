"""Spanish."""

TEXTS: dict[str, str] = {
    "findings": "Hallazgos",
    "text_ct": "TC cardíaca",
    "text_ct_plain": "TC cardíaca sin contraste",
    "text_technique": "{ct}: {details}.",
    "text_gating_prospective": "sincronización prospectiva con el ECG",
    "text_gating_retrospective": "sincronización retrospectiva con el ECG",
    "text_gating_none": "sin sincronización con el ECG",
    "text_gating_phase": "sincronización con el ECG",
    "text_slices": "{number} cortes cada {spacing} mm",
    "text_slices_thick": "{number} cortes de {thickness} mm cada {spacing} mm",
    "text_scored": "Índice de Agatston con un umbral de {hu} UH ({rules}).",
    "text_vessel": "{vessel}: índice de Agatston {score}, volumen {volume} mm³, {lesions}.",
    "text_vessel_mass": "{vessel}: índice de Agatston {score}, volumen {volume} mm³, masa {mass} mg, {lesions}.",
    "text_vessel_none": "{vessel}: índice de Agatston 0.",
    "text_lesion": "1 lesión",
    "text_lesions": "{number} lesiones",
}
