"""What pages say of earlier scans, in Spanish."""

TEXTS: dict[str, str] = {
    "followup_title": "Comparación con el estudio del {date}",
    "followup_years": "Estudios del {before} y del {after}, con {years} años entre ellos.",
    "followup_dates": "Estudios del {before} y del {after}.",
    "followup_verdict_real": "Cambio del índice de Agatston: real según todos los límites.",
    "followup_verdict_within_error": "Cambio del índice de Agatston: dentro del error de medida.",
    "followup_verdict_unclear": "Cambio del índice de Agatston: dudoso, los límites se contradicen.",
    "followup_verdict_biased": "Cambio del índice de Agatston: dudoso, por las razones de abajo.",
    "followup_scores": "Índice de Agatston {before}, luego {after}, cambio {difference}.",
    "followup_scores_again": "Según {rules}: {before}, luego {after}, cambio {difference}.",
    "followup_counts": "Lesiones: {counts}.",
    "followup_ungated": "no sincronizado",
    "followup_column_change": "Cambio",
    "followup_column_per_year": "Por año",
    "followup_limits": "Cambio y límite",
    "followup_limit_sevrukov": "Sevrukov",
    "followup_limit_chung": "MESA",
    "followup_limit_square_root": "Raíces",
    "followup_again": "Según {rules}",
    "followup_lesions_title": "Qué fue de cada lesión",
    "followup_alignment": "Alineación de los estudios: {quality}, {percent} % de acuerdo.",
    "followup_alignment_given": "Alineación de los estudios: {quality}.",
    "followup_quality_good": "buena",
    "followup_quality_fair": "regular",
    "followup_quality_poor": "mala",
    "followup_fate_new": "nueva",
    "followup_fate_grown": "mayor",
    "followup_fate_same": "igual",
    "followup_fate_smaller": "menor",
    "followup_fate_gone": "desaparecida",
    "followup_fate_merged": "unida",
    "followup_fate_split": "dividida",
    "followup_fate_outside_earlier": "fuera del estudio anterior",
    "followup_fate_outside_later": "fuera del estudio posterior",
    "followup_more": "{number} más.",
    "followup_course_title": "Evolución",
    "followup_course_about": "Índice por edad en años, sobre los percentiles de {population}.",
    "followup_remarks_title": "Notas sobre la comparación",
    "followup_reference": "Límites del cambio: {citation}",
    "patient_change_title": "Desde su estudio anterior",
    "patient_change_up": "El {date} su índice era {before}. Ahora es {after}. Ha subido más de lo que suelen variar "
    "dos estudios del mismo corazón.",
    "patient_change_down": "El {date} su índice era {before}. Ahora es {after}. Ha bajado más de lo que suelen variar "
    "dos estudios del mismo corazón.",
    "patient_change_within": "El {date} su índice era {before}. Ahora es {after}. Dos estudios del mismo corazón "
    "pueden variar así, aunque nada haya cambiado.",
    "patient_change_unclear": "El {date} su índice era {before}. Ahora es {after}. No es seguro que el cambio sea "
    "real: dos estudios del mismo corazón también varían.",
    "patient_change_zero": "El {date} tampoco se vio calcio.",
    "patient_change_withheld": "El resultado no se puede comparar con el del {date}.",
    "patient_change_limits": "Los dos estudios no se hicieron igual. Eso también puede cambiar el índice.",
}

REMARKS: dict[str, str] = {
    "comparison.not_a_result": "Los estudios no se pueden comparar: la lectura del {date:date} no es un resultado (no "
    "se leyó nada, o nadie lo ha confirmado).",
    "comparison.no_coronary_score": "Los estudios no se pueden comparar: la lectura del {date:date} no tiene índice "
    "de las arterias coronarias (el calcio se valoró a ojo, o se leyó la válvula aórtica).",
    "comparison.invalid": "Los estudios no se pueden comparar: el índice del {date:date} no es válido.",
    "comparison.field_of_view": "Los estudios no se pueden comparar: según Pixel Spacing (0028,0030), las imágenes "
    "del {date:date} tendrían {field_mm:.4g} mm de ancho. El valor no está en milímetros y el índice no es válido.",
    "comparison.stated_same": "El lector afirma que los dos estudios son de una misma persona; los datos de las "
    "imágenes difieren: {differences}",
    "comparison.person_differs": "ID del paciente y fechas de nacimiento {before} ({born_before:date}) y {after} "
    "({born_after:date}), nombres {names:;}.",
    "comparison.name_differs": "El nombre difiere ({names:;}); el ID del paciente y la fecha de nacimiento son "
    "iguales.",
    "comparison.sex_differs": "El sexo difiere en los datos de las imágenes.",
    "comparison.only_id": "Solo el ID del paciente dice que los dos estudios son de una misma persona; el nombre o la "
    "fecha de nacimiento no se conocen.",
    "comparison.ungated_now": "El estudio posterior no está sincronizado con el ECG y el anterior sí: sin "
    "sincronización los índices son casi siempre demasiado bajos y el calcio pequeño se escapa (Xie et al. 2013). Los "
    "límites del cambio se midieron en estudios sincronizados y aquí no valen.",
    "comparison.ungated_before": "El estudio anterior no está sincronizado con el ECG y el posterior sí: sin "
    "sincronización los índices son casi siempre demasiado bajos, de modo que el índice puede subir sin cambio (Xie et "
    "al. 2013). Los límites del cambio se midieron en estudios sincronizados y aquí no valen.",
    "comparison.ungated_both": "Ningún estudio está sincronizado con el ECG: los límites del cambio se midieron en "
    "estudios sincronizados, y aquí el error es mayor.",
    "comparison.dates_unknown": "No se conocen las fechas de los estudios; el orden es el indicado.",
    "comparison.tube_voltage_lower": "La tensión del tubo es menor que antes ({before} y {after} kVp): el calcio se "
    "ve entonces más brillante y el índice posterior es demasiado alto.",
    "comparison.tube_voltage_higher": "La tensión del tubo es mayor que antes ({before} y {after} kVp): el calcio se "
    "ve entonces más oscuro y el índice posterior es demasiado bajo.",
    "comparison.tube_voltages_by_rules": "Las tensiones del tubo difieren ({before} y {after} kVp), y cada estudio se "
    "puntuó con reglas para la suya.",
    "comparison.slices_thinner": "Los cortes son más finos que antes ({before} y {after} mm): los cortes más finos "
    "dieron índices más altos (Mühlenbruch et al. 2005).",
    "comparison.slices_thicker": "Los cortes son más gruesos que antes ({before} y {after} mm): los cortes más "
    "gruesos dieron índices más bajos (Mühlenbruch et al. 2005).",
    "comparison.kernels_differ": "Las imágenes se hicieron con filtros distintos ({before} y {after}).",
    "comparison.manufacturers_differ": "Los equipos son de fabricantes distintos ({before} y {after}): con un mismo "
    "fantoma dieron índices distintos (Willemink et al. 2015, Choi et al. 2020).",
    "comparison.dose_lower": "La dosis es menor que antes (CTDIvol {before} y {after} mGy): más ruido puede hacer "
    "demasiado alto el índice posterior.",
    "comparison.dose_higher": "La dosis es mayor que antes (CTDIvol {before} y {after} mGy): menos ruido puede hacer "
    "más bajo el índice posterior.",
    "comparison.rules_differ": "Las lecturas se puntuaron con reglas distintas ({before} y {after}).",
    "comparison.threshold_higher": "El umbral es mayor que antes ({before} y {after} HU): el índice posterior es por "
    "eso más bajo.",
    "comparison.threshold_lower": "El umbral es menor que antes ({before} y {after} HU): el índice posterior es por "
    "eso más alto.",
    "comparison.volume_methods_differ": "Los volúmenes se midieron con métodos distintos y no son comparables.",
    "comparison.phases_differ": "Las imágenes son de fases distintas del latido ({before} y {after}).",
    "comparison.territories_differ": "{lesions:lesión|lesiones} en otra arteria que antes: el total se puede "
    "comparar, las arterias no.",
    "comparison.not_covered": "{lesions:lesión|lesiones} con un índice de Agatston de {agatston} donde el otro "
    "estudio no muestra nada: los totales no son de la misma parte del corazón.",
    "comparison.to_zero": "No queda calcio de lo que había: conviene mirar los dos estudios antes de darlo por un "
    "cambio, pues el movimiento y el ruido pueden ocultar calcio.",
    "comparison.alignment_fair": "Los estudios se alinearon con un acuerdo regular ({percent} %): conviene revisar "
    "qué lesiones se emparejaron.",
    "comparison.alignment_poor": "Los estudios no se pudieron alinear bien: las parejas de lesiones no son fiables.",
    "comparison.again_own_voltages": "No se puntuó de nuevo con un protocolo común: las reglas son para la tensión "
    "del tubo de cada estudio.",
    "comparison.models_differ": "Los equipos son de modelos distintos ({before} y {after}).",
    "comparison.pixels_differ": "Los píxeles son de tamaños distintos ({before} y {after} mm).",
    "comparison.spacings_differ": "La distancia entre cortes difiere ({before} y {after} mm).",
    "comparison.tube_voltage_unknown": "No se conoce la tensión del tubo de uno de los estudios.",
    "comparison.readers_differ": "Los estudios los leyeron personas distintas ({before} y {after}).",
    "comparison.dominance_differs": "La dominancia coronaria se había indicado de otro modo.",
    "comparison.short_interval": "Entre los estudios pasó menos de un año ({days:día|días}): el cambio por año es una "
    "proyección.",
    "comparison.body_mass_unknown": "No se aplica el límite del estudio MESA: la talla y el peso no constan en los "
    "datos de las imágenes.",
    "comparison.shifted_by_hand": "La alineación se corrigió a mano en {shift_mm} mm.",
}
