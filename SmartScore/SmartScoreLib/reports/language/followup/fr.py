"""What pages say of earlier scans, in French; a space that does not break stands before ; : ? and !"""

TEXTS: dict[str, str] = {
    "followup_title": "Comparaison avec l'examen du {date}",
    "followup_years": "Examens du {before} et du {after}, à {years} ans d'intervalle.",
    "followup_dates": "Examens du {before} et du {after}.",
    "followup_verdict_real": "Changement du score d'Agatston\u00a0: réel selon toutes les limites.",
    "followup_verdict_within_error": "Changement du score d'Agatston\u00a0: dans l'erreur de mesure.",
    "followup_verdict_unclear": "Changement du score d'Agatston\u00a0: incertain, limites en désaccord.",
    "followup_verdict_biased": "Changement du score d'Agatston\u00a0: incertain, voir les raisons.",
    "followup_scores": "Score d'Agatston {before}, puis {after}, changement {difference}.",
    "followup_scores_again": "Selon {rules}\u00a0: {before}, puis {after}, changement {difference}.",
    "followup_counts": "Lésions\u00a0: {counts}.",
    "followup_ungated": "non synchronisé",
    "followup_column_change": "Écart",
    "followup_column_per_year": "Par an",
    "followup_limits": "Changement et limite",
    "followup_limit_sevrukov": "Sevrukov",
    "followup_limit_chung": "MESA",
    "followup_limit_square_root": "Racines",
    "followup_again": "Selon {rules}",
    "followup_lesions_title": "Ce qu'est devenue chaque lésion",
    "followup_alignment": "Alignement des examens\u00a0: {quality}, {percent} % d'accord.",
    "followup_alignment_given": "Alignement des examens\u00a0: {quality}.",
    "followup_quality_good": "bon",
    "followup_quality_fair": "moyen",
    "followup_quality_poor": "mauvais",
    "followup_fate_new": "nouvelle",
    "followup_fate_grown": "plus grande",
    "followup_fate_same": "identique",
    "followup_fate_smaller": "plus petite",
    "followup_fate_gone": "disparue",
    "followup_fate_merged": "fusionnée",
    "followup_fate_split": "divisée",
    "followup_fate_outside_earlier": "hors du premier examen",
    "followup_fate_outside_later": "hors du second examen",
    "followup_more": "{number} de plus.",
    "followup_course_title": "Évolution",
    "followup_course_about": "Score selon l'âge en années, sur les percentiles de {population}.",
    "followup_remarks_title": "Remarques sur la comparaison",
    "followup_reference": "Limites du changement\u00a0: {citation}",
    "patient_change_title": "Depuis votre examen précédent",
    "patient_change_up": "Le {date}, votre score était de {before}. Il est de {after} à présent. La hausse dépasse "
    "l'écart usuel entre deux examens d'un même cœur.",
    "patient_change_down": "Le {date}, votre score était de {before}. Il est de {after} à présent. La baisse dépasse "
    "l'écart usuel entre deux examens d'un même cœur.",
    "patient_change_within": "Le {date}, votre score était de {before}. Il est de {after} à présent. Deux examens "
    "d'un même cœur peuvent avoir cet écart, même si rien n'a changé.",
    "patient_change_unclear": "Le {date}, votre score était de {before}. Il est de {after} à présent. Il n'est pas "
    "sûr que ce soit un vrai changement\u00a0: deux examens d'un même cœur varient aussi.",
    "patient_change_zero": "Le {date}, il n'y avait pas de calcium non plus.",
    "patient_change_withheld": "On ne peut pas comparer le résultat à celui du {date}.",
    "patient_change_limits": "Les deux examens n'ont pas été faits de la même façon. Cela aussi peut changer le "
    "nombre.",
}

REMARKS: dict[str, str] = {
    "comparison.not_a_result": "Les examens ne peuvent pas être comparés\u00a0: la lecture du {date:date} n'est pas un "
    "résultat (rien n'a été lu, ou personne ne l'a confirmé).",
    "comparison.no_coronary_score": "Les examens ne peuvent pas être comparés\u00a0: la lecture du {date:date} n'a "
    "pas de score des artères coronaires (le calcium a été gradé à l'œil, ou la valve aortique a été lue).",
    "comparison.invalid": "Les examens ne peuvent pas être comparés\u00a0: le score du {date:date} n'est pas valable.",
    "comparison.field_of_view": "Les examens ne peuvent pas être comparés\u00a0: selon Pixel Spacing (0028,0030), les "
    "images du {date:date} auraient {field_mm:.4g} mm de large. La valeur n'est pas en millimètres, et le score ne "
    "vaut rien.",
    "comparison.stated_same": "Le lecteur affirme que les deux examens sont d'une même personne\u00a0; les données "
    "des images diffèrent\u00a0: {differences}",
    "comparison.person_differs": "ID du patient et dates de naissance {before} ({born_before:date}) et {after} "
    "({born_after:date}), noms {names:;}.",
    "comparison.name_differs": "Le nom diffère ({names:;})\u00a0; l'ID du patient et la date de naissance sont les "
    "mêmes.",
    "comparison.sex_differs": "Le sexe diffère dans les données des images.",
    "comparison.only_id": "Seul l'ID du patient dit que les deux examens sont d'une même personne\u00a0; le nom ou la "
    "date de naissance ne sont pas connus.",
    "comparison.ungated_now": "Le second examen n'est pas synchronisé à l'ECG, le premier l'est\u00a0: sans "
    "synchronisation les scores sont le plus souvent trop bas, et le petit calcium échappe (Xie et al. 2013). Les "
    "limites du changement ont été mesurées sur des examens synchronisés et ne valent pas ici.",
    "comparison.ungated_before": "Le premier examen n'est pas synchronisé à l'ECG, le second l'est\u00a0: sans "
    "synchronisation les scores sont le plus souvent trop bas, si bien que le score peut monter sans changement (Xie "
    "et al. 2013). Les limites du changement ont été mesurées sur des examens synchronisés et ne valent pas ici.",
    "comparison.ungated_both": "Aucun des examens n'est synchronisé à l'ECG\u00a0: les limites du changement ont été "
    "mesurées sur des examens synchronisés, et l'erreur est plus grande ici.",
    "comparison.dates_unknown": "Les dates des examens ne sont pas connues\u00a0; l'ordre est celui qui a été donné.",
    "comparison.tube_voltage_lower": "La tension du tube est plus basse qu'avant ({before} et {after} kVp)\u00a0: le "
    "calcium est alors plus clair, et le second score trop haut.",
    "comparison.tube_voltage_higher": "La tension du tube est plus haute qu'avant ({before} et {after} kVp)\u00a0: le "
    "calcium est alors plus sombre, et le second score trop bas.",
    "comparison.tube_voltages_by_rules": "Les tensions du tube diffèrent ({before} et {after} kVp), et chaque examen "
    "a été calculé selon des règles pour la sienne.",
    "comparison.slices_thinner": "Les coupes sont plus fines qu'avant ({before} et {after} mm)\u00a0: des coupes plus "
    "fines ont donné des scores plus hauts (Mühlenbruch et al. 2005).",
    "comparison.slices_thicker": "Les coupes sont plus épaisses qu'avant ({before} et {after} mm)\u00a0: des coupes "
    "plus épaisses ont donné des scores plus bas (Mühlenbruch et al. 2005).",
    "comparison.kernels_differ": "Les images ont été faites avec des filtres différents ({before} et {after}).",
    "comparison.manufacturers_differ": "Les scanners sont de marques différentes ({before} et {after})\u00a0: sur un "
    "même fantôme ils ont donné des scores différents (Willemink et al. 2015, Choi et al. 2020).",
    "comparison.dose_lower": "La dose est plus basse qu'avant (CTDIvol {before} et {after} mGy)\u00a0: plus de bruit "
    "peut rendre le second score trop haut.",
    "comparison.dose_higher": "La dose est plus haute qu'avant (CTDIvol {before} et {after} mGy)\u00a0: moins de "
    "bruit peut rendre le second score plus bas.",
    "comparison.rules_differ": "Les lectures ont été calculées selon des règles différentes ({before} et {after}).",
    "comparison.threshold_higher": "Le seuil est plus haut qu'avant ({before} et {after} HU)\u00a0: le second score "
    "en est plus bas.",
    "comparison.threshold_lower": "Le seuil est plus bas qu'avant ({before} et {after} HU)\u00a0: le second score en "
    "est plus haut.",
    "comparison.volume_methods_differ": "Les volumes ont été mesurés par des méthodes différentes et ne sont pas "
    "comparables.",
    "comparison.phases_differ": "Les images sont de phases différentes du battement ({before} et {after}).",
    "comparison.territories_differ": "{lesions:lésion|lésions} dans une autre artère qu'avant\u00a0: le total peut "
    "être comparé, les artères non.",
    "comparison.not_covered": "{lesions:lésion|lésions} d'un score d'Agatston de {agatston} là où l'autre examen ne "
    "montre rien\u00a0: les totaux ne sont pas de la même partie du cœur.",
    "comparison.to_zero": "Il ne reste rien du calcium d'avant\u00a0: regarder les deux examens avant d'y voir un "
    "changement, car le mouvement et le bruit peuvent cacher du calcium.",
    "comparison.alignment_fair": "Les examens sont alignés avec un accord moyen ({percent} %)\u00a0: vérifier les "
    "paires de lésions.",
    "comparison.alignment_poor": "Les examens n'ont pas pu être bien alignés\u00a0: les paires de lésions ne sont pas "
    "fiables.",
    "comparison.again_own_voltages": "Pas recalculé selon un protocole commun\u00a0: les règles sont pour la tension "
    "du tube de chaque examen.",
    "comparison.models_differ": "Les scanners sont de modèles différents ({before} et {after}).",
    "comparison.pixels_differ": "Les pixels sont de tailles différentes ({before} et {after} mm).",
    "comparison.spacings_differ": "La distance entre les coupes diffère ({before} et {after} mm).",
    "comparison.tube_voltage_unknown": "La tension du tube d'un des examens n'est pas connue.",
    "comparison.readers_differ": "Les examens ont été lus par des personnes différentes ({before} et {after}).",
    "comparison.dominance_differs": "La dominance coronaire avait été indiquée autrement.",
    "comparison.short_interval": "Moins d'un an sépare les examens ({days:jour|jours})\u00a0: le changement par an "
    "est une projection.",
    "comparison.body_mass_unknown": "La limite de l'étude MESA n'est pas appliquée\u00a0: la taille et le poids ne "
    "sont pas dans les données des images.",
    "comparison.shifted_by_hand": "L'alignement a été corrigé à la main de {shift_mm} mm.",
}
