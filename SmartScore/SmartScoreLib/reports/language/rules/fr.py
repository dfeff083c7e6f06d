"""French: the remarks on rules, on a confirmed zero, and on whose score it is."""

RULES: dict[str, str] = {
    "scoring.threshold": "Le seuil est de {threshold_hu} UH au lieu de {standard_hu} UH\u00a0; les valeurs de "
    "référence valent pour {standard_hu} UH.",
    "scoring.tube_voltage": "Les règles valent pour une tension du tube de {rules_kvp} kVp, la série a {kvp} kVp.",
    "scoring.tube_voltage_unknown": "Les règles valent pour une tension du tube de {rules_kvp} kVp\u00a0; celle de "
    "la série n'est pas connue.",
    "scoring.tube_voltage_presets": "Il existe des règles pour cette tension du tube\u00a0: {names}. Elles ne "
    "servent que si elles sont choisies.",
    "scoring.tube_voltage_fits": "Seuil et facteurs sont ceux publiés pour la tension du tube de la série, "
    "{rules_kvp} kVp.",
    "scoring.unscored": "Les annotations de {territory:words} ne contiennent rien qui compte (seuil {threshold_hu} "
    "UH, surface minimale {minimum_area_mm2} mm²).",
    "scoring.border": "Du calcium d'un seul tenant se trouve dans plusieurs territoires ({territories:words}), sur "
    "{slices:coupe|coupes}\u00a0: il est jugé en entier d'après sa surface et son maximum, et chaque territoire "
    "reçoit sa part de la surface.",
    "scoring.isotropic": "Les volumes sont interpolés entre les coupes (isotrope).",
    "scoring.nothing_to_interpolate": "Les volumes sont des sommes de voxels\u00a0: les coupes sont distantes de "
    "moins d'un pixel et demi, il n'y a rien à interpoler.",
    "scoring.zero_confirmed": "Un radiologue a confirmé l'absence de calcium coronaire.",
    "scoring.source_agatston": "Agatston 1990 tel que pratiqué\u00a0: 130 UH, 8 voisins, composantes d'au moins 1 "
    "mm² dans la coupe, facteur selon leur maximum (130, 200, 300, 400 UH), multiplié par l'espacement des coupes / "
    "3 mm\u00a0; volume par somme des voxels. Ce que l'AJ-130 du produit fait d'autre n'est pas public",
    "scoring.source_study": "{size}\u00a0; {volume}\u00a0; {study}",
    "scoring.source_area": "Composantes de plus de {minimum_area_mm2} mm²",
    "scoring.source_any_size": "Sans surface minimale",
    "scoring.source_voxels": "Composantes de plus de {more_than} voxels",
    "scoring.source_plain": "volume par somme des voxels",
    "scoring.source_isotropic": "volume isotrope",
    "scoring.source_vendors": "d'après l'analyse de van Praagh et al. 2021 (PMC8360117), étude sur fantôme du score "
    "calcique de quatre fabricants\u00a0; 8 voisins comme calcule son programme dans MolloiLab/CAC-stanford-data (4 "
    "dans nwerf/FQM_Analysis)",
    "scoring.source_ge": "{study}. Voisins, arrondi et ce que l'AJ-130 fait d'autre ne sont pas publics\u00a0: un "
    "score du produit de 285 pour un volume de 106 mm³ a été rapporté (forum de Slicer, sujet 1544), et ces règles y "
    "donnent au plus 141",
    "scoring.source_siemens": "{study}. La surface minimale et les voisins du produit ne sont pas publics\u00a0; "
    "avec son noyau Sa36f, 130 UH valent à toute tension du tube",
    "scoring.source_literature": "les règles de la littérature, {study}",
    "scoring.source_without_mass_threshold": "{study}. Le seuil de masse propre au fabricant n'est pas utilisé",
    "scoring.source_tube_voltage": "Seuil et facteurs pour {kvp} kVp de Gräni et al. 2018 (Eur Heart J Cardiovasc "
    "Imaging 19:1362), tels que dans MolloiLab/CalciumScoring.jl\u00a0; tout le reste comme SmartScore AJ-130",
    "scoring.source_147_hu": "147 UH pour 100 kVp (Nakazato et al. 2009), avec les facteurs de 120 kVp, comme chez "
    "van Praagh et al. 2021\u00a0; tout le reste comme SmartScore AJ-130",
    "scoring.source_135_kvp": "Seuil et facteurs pour 135 kVp tels que dans MolloiLab/CalciumScoring.jl\u00a0; tout "
    "le reste comme SmartScore AJ-130",
    "scoring.origin_measured": "mesuré dans ces images\u00a0: {mg_per_cm3} mg/cm³ donnent {calcium_hu:.1f} UH, l'eau "
    "{water_hu:.1f} UH",
    "scoring.source_given": "{text}",
    # zero, and whose
    "proposal.reviewed": "Proposé par le programme, confirmé par le lecteur\u00a0: {accepted} acceptées, dont "
    "{changed} dans un autre vaisseau, {rejected} rejetées, {open} laissées ouvertes.",
    "proposal.zero_candidates": "Non annoté près du cœur\u00a0: {count:endroit|endroits} à partir de {threshold_hu} "
    "UH\u00a0; le plus grand a {volume_mm3:.0f} mm³ et {peak_hu:.0f} UH, coupe {slice}, à ({center_lps_mm:.1f}) mm.",
    "proposal.zero_candidates_anywhere": "Non annoté\u00a0: {count:endroit|endroits} à partir de {threshold_hu} UH "
    "hors de l'os\u00a0; le plus grand a {volume_mm3:.0f} mm³ et {peak_hu:.0f} UH, coupe {slice}, à "
    "({center_lps_mm:.1f}) mm. La place du cœur n'a pas été reconnue.",
    "interpretation.not_read": "Non disponible\u00a0: aucun calcium coronaire n'est annoté, et aucun radiologue n'a "
    "confirmé qu'il n'y en a pas.",
    "interpretation.nothing_counts": "Non disponible\u00a0: rien de ce qui est annoté dans les artères coronaires ne "
    "compte, et aucun radiologue n'a confirmé l'absence de calcium.",
    "series.ages_differ": "{attribute} indique {stated} ans, les dates de naissance et d'examen donnent "
    "{by_dates}\u00a0; l'âge selon les dates est utilisé.",
    "reading.age_differs": "Un âge de {given} ans a été indiqué\u00a0; DICOM donne {dicom}.",
    "reading.sex_differs": "Le sexe indiqué est {given:words}\u00a0; DICOM donne {dicom:words}.",
    "reading.smoking_differs": "Le tabagisme indiqué contredit DICOM.",
    "lesions.origin_zero": "aucune",
}
