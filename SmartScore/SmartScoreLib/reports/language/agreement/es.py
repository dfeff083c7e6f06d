"""Spanish."""

TEXTS: dict[str, str] = {
    "agreement_title": "Concordancia de lecturas",
    "agreement_made_by": "Hecho con {software}. Para investigación, no es un producto sanitario.",
    "agreement_compared": "Qué se ha comparado",
    "agreement_method": "Método",
    "agreement_source": "Origen",
    "agreement_exams": "Exploraciones",
    "agreement_paired_by": "Las exploraciones se emparejan por {paired_by}.",
    "agreement_key_series": "Series Instance UID",
    "agreement_key_study": "Study Instance UID",
    "agreement_key_column": "la columna «{column}»",
    "agreement_reference": "{name} es la referencia.",
    "agreement_no_reference": "Ningún método es la referencia; al contar lesiones, el primero de cada par ocupa su "
    "lugar.",
    "agreement_to_know": "Lo que hay que saber",
    "agreement_pair": "{first} y {second}",
    "agreement_against": "{second} frente a la referencia {first}",
    "agreement_pair_exams": "Exploraciones con resultado de ambos: {exams}.",
    "agreement_scores": "Índices",
    "agreement_territory": "Territorio",
    "agreement_total": "Total",
    "agreement_measure_agatston": "Índice de Agatston",
    "agreement_measure_volume_mm3": "Volumen (mm³)",
    "agreement_measure_mass_mg": "Masa (mg)",
    "agreement_icc": "CCI(A,1)",
    "agreement_bias": "Diferencia media",
    "agreement_limits": "Límites de concordancia",
    "agreement_root_limits": "Límites de raíz",
    "agreement_root_range": "{low} a {high} × √media",
    "agreement_range": "{low} a {high}",
    "agreement_categories": "Categorías",
    "agreement_same_category": "La misma categoría en {same} de {exams} exploraciones.",
    "agreement_kappa_linear": "Kappa ponderado, lineal",
    "agreement_kappa_quadratic": "Kappa ponderado, cuadrático",
    "agreement_lesions": "Lesiones",
    "agreement_lesions_of": "Lesiones de {name}",
    "agreement_found": "Halladas por {name}",
    "agreement_sensitivity": "Sensibilidad",
    "agreement_predictive_value": "Valor predictivo positivo",
    "agreement_f1": "F1",
    "agreement_by_number": "Por número",
    "agreement_by_volume": "Por volumen",
    "agreement_lesion_exams": "Se contaron lesiones en {exams} exploraciones.",
    "agreement_together": "Todos los métodos juntos",
    "agreement_largest": "Mayores diferencias",
    "agreement_largest_what": "Índice de Agatston total, según la diferencia entre la raíz cuadrada de la media.",
    "agreement_exam": "Exploración",
    "agreement_difference": "Diferencia",
    "agreement_how": "Cómo se obtienen los números",
    "agreement_how_interval": "Entre corchetes, intervalos de confianza del 95 %.",
    "agreement_how_icc": "CCI(A,1): coeficiente de correlación intraclase para la concordancia absoluta de lecturas "
    "individuales, de dos factores aleatorios (McGraw y Wong 1996; ICC(2,1) de Shrout y Fleiss 1979). Depende de "
    "cuánto se diferencian las exploraciones.",
    "agreement_how_limits": "Diferencia media: segundo menos primero. Límites de concordancia: diferencia media ± "
    "1,96 desviaciones estándar (Bland y Altman 1986, intervalos de 1999).",
    "agreement_how_root": "Límites de raíz: lo mismo para la diferencia dividida por la raíz cuadrada de la media, "
    "pues los índices difieren más cuanto mayores son (Sevrukov 2005). Con un índice de 100, ±2 × √media son ±20. No "
    "cuentan las exploraciones en que ambos dan cero.",
    "agreement_how_kappa": "Kappa ponderado: Cohen 1968, error estándar de Fleiss, Cohen y Everitt 1969, de las "
    "categorías de {classification} según el índice impreso.",
    "agreement_how_lesions": "Lesiones: grupos de vóxeles anotados por encima de 130 UH unidos por sus caras, como en "
    "orCaScore (Wolterink 2016). Una lesión está hallada si el otro anota alguno de sus vóxeles; en las filas de las "
    "arterias, en la misma arteria. El F1 de orCaScore es el del volumen. Los intervalos sortean exploraciones, no "
    "lesiones (bootstrap).",
    "agreement_mean_of": "Media de {first} y {second}",
    "agreement_minus": "{second} − {first}",
    "agreement_chart_scores": "Índices de ambos, por exploración",
    "agreement_chart_bland_altman": "Diferencia frente a la media",
    "agreement_chart_categories": "Exploraciones por categoría",
    "agreement_chart_arteries": "Diferencia frente a la media, por arteria",
    "agreement_chart_icc": "CCI(A,1) con intervalo",
    "agreement_chart_lesions": "Lesiones, por número",
    "agreement_line_of_identity": "índices iguales",
    "agreement_root_line": "límites de raíz, con intervalos",
    "agreement_constant_line": "límites iguales en todas partes",
    "agreement_files": "Archivos",
    "agreement_files_what": "Los mismos números como datos: {files}. Figuras en PNG, PDF y SVG: {folder}.",
}

REMARKS: dict[str, str] = {
    "comparison.agreement_other_person": "{exam} tiene Patient ID de personas distintas ({persons}): se excluye. Si "
    "una se anonimizó, use --other-ids.",
    "comparison.agreement_several": "{method} tiene {count} lecturas de {exam} ({files}): se excluye, pues no consta "
    "cuál vale.",
    "comparison.agreement_no_key": "{method}: {exams:exploración|exploraciones} sin {key}, que no se pudieron "
    "emparejar.",
    "comparison.agreement_lacks": "A {method} le faltan {exams:exploración|exploraciones} que otros tienen: {first:;}.",
    "comparison.agreement_alone": "{exam} solo está en {method}.",
    "comparison.agreement_not_read": "{method}: {exams:exploración|exploraciones} sin leer o sin índice posible, que "
    "se excluyen.",
    "comparison.agreement_invalid": "{method}: {exams:exploración|exploraciones} con un índice no válido, que se "
    "excluyen.",
    "comparison.agreement_unreviewed": "{method}: {exams:exploración|exploraciones} con anotaciones de un programa "
    "que ningún radiólogo ha confirmado.",
    "comparison.agreement_not_opened": "{file} se excluye: {why}",
    "comparison.agreement_few_exams": "{first} y {second} tienen {exams:exploración|exploraciones} en común: los "
    "intervalos son amplios.",
    "comparison.agreement_lesions_not_read": "{exam}: no se contaron lesiones: {why}",
    "comparison.agreement_other_images": "{exam}: se hicieron sobre imágenes distintas, y no se contaron lesiones.",
    "comparison.agreement_other_rules": "{first} y {second} usan reglas de nombre distinto: {rules} y {others}.",
    "comparison.agreement_no_lesions": "No se contaron lesiones, pues no hay anotaciones con imágenes de ambos: "
    "{pairs:;}.",
    "comparison.agreement_no_persons": "{method} no nombra pacientes; no se comprobó de quién son las exploraciones "
    "emparejadas.",
    "comparison.agreement_marks_lost": "{method}: de {exams:exploración|exploraciones} no se hallaron las imágenes o "
    "las anotaciones evaluadas, o estas han cambiado desde entonces; allí no se contaron lesiones.",
}
