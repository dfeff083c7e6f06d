"""French."""

TEXTS: dict[str, str] = {
    "valve_title": "Valve aortique",
    "valve_agatston": "Score d'Agatston {score}",
    "valve_unlikely": "Sténose aortique sévère improbable",
    "valve_not_decided": "Sténose aortique sévère\u00a0: non tranché",
    "valve_likely": "Sténose aortique sévère probable",
    "valve_very_likely": "Sténose aortique sévère très probable",
    "valve_bounds_male": "Hommes\u00a0: improbable au-dessous de {unlikely}, probable à partir de {likely}, très "
    "probable à partir de {very_likely}\u00a0; entre les deux, non tranché.",
    "valve_bounds_female": "Femmes\u00a0: improbable au-dessous de {unlikely}, probable à partir de {likely}, très "
    "probable à partir de {very_likely}\u00a0; entre les deux, non tranché.",
    "valve_low_flow": "En cas de bas débit, une sténose sévère est possible à des scores plus faibles. Le score "
    "complète l'échocardiographie et ne la remplace pas.",
    "valve_source": "Seuils\u00a0: recommandations ESC/EACTS 2021, Vahanian et al. 2022, Eur Heart J 43:561, d'après "
    "des sources secondaires\u00a0; pour un scanner synchronisé d'environ 3 mm à 120 kVp.",
    "text_valve": "Valve aortique\u00a0: score d'Agatston {score}. {grade}.",
    "caption_chest": "Compte rendu scanner thoracique, page {number} sur {total}",
    "chest_title": "Calcium coronaire au scanner thoracique",
    "chest_title_draft": "Calcium coronaire au scanner thoracique, PROJET",
    "chest_short": "Scanner thoracique non synchronisé",
    "chest_grade": "Grade visuel",
    "chest_patient": "Patient",
    "grade_none": "aucun",
    "grade_mild": "léger",
    "grade_moderate": "modéré",
    "grade_severe": "sévère",
    "grade_not_given": "non évalué",
    "chest_cac_drs": "CAC-DRS {category} (visuel)",
    "chest_vessels": "Artères calcifiées\u00a0: {number} sur 4",
    "chest_weston": "Score de Weston {score} sur {most}",
    "chest_weston_missing": "Score de Weston non disponible\u00a0: évaluer les quatre artères",
    "chest_ungated": "Lu comme non synchronisé à l'ECG\u00a0: il n'y a ni percentile, ni âge artériel, ni "
    "risque, et un score d'Agatston n'est pas celui d'un examen synchronisé.",
    "chest_agatston": "Score d'Agatston, non synchronisé",
    "chest_agatston_note": "Le mouvement étale et dédouble le calcium\u00a0; les scores sans synchronisation "
    "diffèrent des scores synchronisés, le plus souvent vers le bas. Pas de catégorie A0 à A3.",
    "screen_agatston_ungated": "Agatston, non synchro.",
    "chest_sources": "Grade visuel\u00a0: Hecht et al. 2018 (CAC-DRS)\u00a0; Williams et al. 2021 (BSCI/BSCCT et "
    "BSTI), Br J Radiol 94:20200894. Score de Weston\u00a0: Kirsch et al. 2012, d'après Chen et al. 2021 "
    "(10.3389/fcvm.2021.684292).",
    "impression_chest": "Calcium coronaire sur un scanner thoracique non synchronisé\u00a0: grade visuel {grade}.",
    "impression_chest_category": "Calcium coronaire sur un scanner thoracique non synchronisé\u00a0: grade visuel "
    "{grade} (CAC-DRS {category}).",
    "impression_chest_none": "Aucun grade visuel n'a été donné.",
    "impression_chest_weston": "Score de Weston {score} sur {most}.",
    "guide_title": "Grades visuels du calcium coronaire au scanner thoracique",
    "guide_none": "Aucun calcium dans les artères coronaires.",
    "guide_mild": "Quelques foyers petits ou pâles.",
    "guide_moderate": "Plus que quelques foyers, moins que sévère.",
    "guide_severe": "Calcium dense avec artefact de flou, ou longs segments calcifiés.",
    "guide_note": "Images d'un fantôme créé par logiciel, coupes de 5 mm, sans synchronisation. On évalue le patient "
    "dans son ensemble, puis chacune des artères TCG, IVA, Cx et CD de 0 (aucun) à 3 (sévère)\u00a0; leur somme est "
    "le score de Weston. Une fenêtre de largeur 400 UH et de centre 50 UH, ou une fenêtre osseuse, montre le calcium "
    "sans le cacher.",
    "word_none": "aucun",
    "word_mild": "léger",
    "word_moderate": "modéré",
    "word_severe": "sévère",
    "valve_report_title": "Calcium de la valve aortique",
    "valve_report_title_draft": "Calcium de la valve aortique, PROJET",
    "chest_tiles_title": "Coupes au score le plus élevé, non synchronisé",
}

REMARKS: dict[str, str] = {
    "scoring.valve_thin": "Les coupes sont espacées de {spacing_mm:.3g} mm\u00a0; les scores de la valve aortique se "
    "comparent à ceux de 2,5 à 3 mm, et des coupes plus fines comptent du bruit.",
    "interpretation.ungated": "Non disponible\u00a0: l'examen est lu comme un scanner thoracique non synchronisé.",
    "interpretation.valve_ungated": "La sténose aortique sévère n'est pas évaluée\u00a0: les seuils valent pour des "
    "examens synchronisés.",
    "interpretation.valve_sex": "La sténose aortique sévère n'est pas évaluée\u00a0: les seuils dépendent du sexe, "
    "qui n'est pas connu.",
    "reading.chest_gated": "D'après les images, l'examen est synchronisé à l'ECG\u00a0; il est lu comme s'il ne "
    "l'était pas.",
    "reading.graded_none_but_marked": "À l'œil, il n'y a pas de calcium dans {vessels}\u00a0; du calcium qui "
    "compte y est annoté.",
    "reading.patient_none_but_marked": "À l'œil, il n'y a pas de calcium coronaire\u00a0; du calcium coronaire "
    "qui compte est annoté.",
    "reading.chest_recognised": "D'après les images, l'examen n'est pas synchronisé à l'ECG\u00a0: lu comme un "
    "scanner thoracique non synchronisé.",
}
