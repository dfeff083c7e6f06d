"""French."""

TEXTS: dict[str, str] = {
    "agreement_title": "Concordance des lectures",
    "agreement_made_by": "Fait avec {software}. Pour la recherche, pas un dispositif médical.",
    "agreement_compared": "Ce qui a été comparé",
    "agreement_method": "Méthode",
    "agreement_source": "Origine",
    "agreement_exams": "Examens",
    "agreement_paired_by": "Les examens sont appariés par {paired_by}.",
    "agreement_key_series": "Series Instance UID",
    "agreement_key_study": "Study Instance UID",
    "agreement_key_column": "la colonne « {column} »",
    "agreement_reference": "{name} est la référence.",
    "agreement_no_reference": "Aucune méthode n'est la référence ; pour compter les lésions, la première de chaque "
    "paire en tient lieu.",
    "agreement_to_know": "À savoir",
    "agreement_pair": "{first} et {second}",
    "agreement_against": "{second} comparé à la référence {first}",
    "agreement_pair_exams": "Examens avec un résultat des deux : {exams}.",
    "agreement_scores": "Scores",
    "agreement_territory": "Territoire",
    "agreement_total": "Total",
    "agreement_measure_agatston": "Score d'Agatston",
    "agreement_measure_volume_mm3": "Volume (mm³)",
    "agreement_measure_mass_mg": "Masse (mg)",
    "agreement_icc": "CCI(A,1)",
    "agreement_bias": "Biais",
    "agreement_limits": "Limites de concordance",
    "agreement_root_limits": "Limites en racine",
    "agreement_root_range": "{low} à {high} × √moyenne",
    "agreement_range": "{low} à {high}",
    "agreement_categories": "Catégories",
    "agreement_same_category": "La même catégorie dans {same} examens sur {exams}.",
    "agreement_kappa_linear": "Kappa pondéré, linéaire",
    "agreement_kappa_quadratic": "Kappa pondéré, quadratique",
    "agreement_lesions": "Lésions",
    "agreement_lesions_of": "Lésions de {name}",
    "agreement_found": "Trouvées par {name}",
    "agreement_sensitivity": "Sensibilité",
    "agreement_predictive_value": "Valeur prédictive positive",
    "agreement_f1": "F1",
    "agreement_by_number": "En nombre",
    "agreement_by_volume": "En volume",
    "agreement_lesion_exams": "Les lésions ont été comptées dans {exams} examens.",
    "agreement_together": "Toutes les méthodes ensemble",
    "agreement_largest": "Plus grandes différences",
    "agreement_largest_what": "Score d'Agatston total, selon la différence divisée par la racine de la moyenne.",
    "agreement_exam": "Examen",
    "agreement_difference": "Différence",
    "agreement_how": "Comment les nombres sont obtenus",
    "agreement_how_interval": "Entre crochets, des intervalles de confiance à 95 %.",
    "agreement_how_icc": "CCI(A,1) : coefficient de corrélation intraclasse pour la concordance absolue de lectures "
    "uniques, à deux facteurs aléatoires (McGraw et Wong 1996 ; ICC(2,1) de Shrout et Fleiss 1979). Il dépend de "
    "l'écart entre les examens.",
    "agreement_how_limits": "Biais : moyenne de la seconde méthode moins la première. Limites de concordance : biais "
    "± 1,96 écart-type (Bland et Altman 1986, intervalles de 1999).",
    "agreement_how_root": "Limites en racine : de même pour la différence divisée par la racine de la moyenne, car "
    "les scores diffèrent d'autant plus qu'ils sont grands (Sevrukov 2005). Pour un score de 100, ±2 × √moyenne font "
    "±20. Les examens à zéro pour les deux n'y comptent pas.",
    "agreement_how_kappa": "Kappa pondéré : Cohen 1968, erreur type de Fleiss, Cohen et Everitt 1969, pour les "
    "catégories de {classification} selon le score imprimé.",
    "agreement_how_lesions": "Lésions : groupes de voxels marqués au-dessus de 130 UH reliés par leurs faces, comme "
    "dans orCaScore (Wolterink 2016). Une lésion est trouvée si l'autre marque un de ses voxels ; dans les lignes des "
    "artères, dans la même artère. Le F1 d'orCaScore est celui du volume. Les intervalles tirent des examens, non des "
    "lésions (bootstrap).",
    "agreement_mean_of": "Moyenne de {first} et {second}",
    "agreement_minus": "{second} − {first}",
    "agreement_chart_scores": "Scores des deux, par examen",
    "agreement_chart_bland_altman": "Différence selon la moyenne",
    "agreement_chart_categories": "Examens par catégorie",
    "agreement_chart_arteries": "Différence selon la moyenne, par artère",
    "agreement_chart_icc": "CCI(A,1) avec intervalle",
    "agreement_chart_lesions": "Lésions, en nombre",
    "agreement_line_of_identity": "scores égaux",
    "agreement_root_line": "limites en racine, avec intervalles",
    "agreement_constant_line": "limites égales partout",
    "agreement_files": "Fichiers",
    "agreement_files_what": "Les mêmes nombres comme données : {files}. Figures en PNG, PDF et SVG : {folder}.",
}

REMARKS: dict[str, str] = {
    "comparison.agreement_other_person": "{exam} porte des Patient ID de personnes différentes ({persons}) : exclu. "
    "Si l'un a été anonymisé, utilisez --other-ids.",
    "comparison.agreement_several": "{method} a {count} lectures de {exam} ({files}) : exclu, car rien ne dit "
    "laquelle vaut.",
    "comparison.agreement_no_key": "{method} : {exams:examen|examens} sans {key}, qui n'ont pu être appariés.",
    "comparison.agreement_lacks": "{method} : il manque {exams:examen|examens} que d'autres ont : {first:;}.",
    "comparison.agreement_alone": "{exam} n'existe que dans {method}.",
    "comparison.agreement_not_read": "{method} : {exams:examen non lu ou sans score|examens non lus ou sans score}, "
    "exclus.",
    "comparison.agreement_invalid": "{method} : {exams:examen au score non valable|examens aux scores non valables}, "
    "exclus.",
    "comparison.agreement_unreviewed": "{method} : {exams:examen porte|examens portent} des marques d'un programme "
    "qu'aucun lecteur n'a confirmées.",
    "comparison.agreement_not_opened": "{file} est exclu : {why}",
    "comparison.agreement_few_exams": "{first} et {second} ont {exams:examen|examens} en commun : les intervalles "
    "sont larges.",
    "comparison.agreement_lesions_not_read": "{exam} : les lésions n'ont pas été comptées : {why}",
    "comparison.agreement_other_images": "{exam} : faits sur des images différentes ; les lésions n'ont pas été "
    "comptées.",
    "comparison.agreement_other_rules": "{first} et {second} suivent des règles de noms différents : {rules} et "
    "{others}.",
    "comparison.agreement_no_lesions": "Les lésions n'ont pas été comptées, faute de marques avec images des deux : "
    "{pairs:;}.",
    "comparison.agreement_no_persons": "{method} ne nomme aucun patient ; on n'a pas vérifié de qui sont les examens "
    "appariés.",
    "comparison.agreement_marks_lost": "{method} : pour {exams:examen|examens}, les images ou les marques évaluées "
    "n'ont pas été trouvées, ou les marques ont changé depuis ; les lésions n'y ont pas été comptées.",
}
