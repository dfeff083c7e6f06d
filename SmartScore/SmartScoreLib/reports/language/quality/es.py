"""Spanish."""

TEXTS: dict[str, str] = {
    "qa_title": "Control con el fantoma de calcio",
    "qa_caption": "Control con el fantoma de calcio",
    "qa_scanner": "Equipo",
    "qa_serial": "Número de serie",
    "qa_station": "Estación",
    "qa_date": "Adquisición",
    "qa_technique": "Tubo",
    "qa_slices": "Cortes",
    "qa_field": "Campo de visión",
    "qa_image": "UID de la serie",
    "qa_phantom": "Fantoma",
    "qa_phantom_found": "QRM-CCI: nueve insertos encontrados, a {misfit} mm de la plantilla",
    "qa_factor": "Factor de masa",
    "qa_factor_origin": "{factor} mg/mm³/UH, {origin}",
    "qa_inserts": "Insertos",
    "qa_insert": "Inserto",
    "qa_insert_value": "{density} mg/cm³, {diameter} mm",
    "qa_nominal": "Nominal",
    "qa_recovered": "del nominal",
    "qa_published": "Puntuaciones de Agatston publicadas del mismo fantoma",
    "qa_this": "Estudio",
    "qa_small": "pequeño",
    "qa_large": "grande",
    "qa_published_note": "Del menor al mayor de {scans} estudios por fabricante y tamaño (pequeño: tórax sin anillo "
    "de extensión; grande: con él), 120 kVp, calculados con una misma regla para todos los equipos. En negrita: este "
    "estudio está dentro. Describen cuatro equipos de un estudio de 2021 y no son límites de aceptación.",
    "qa_source": "Valores publicados: {source}",
    "qa_nominal_note": "Masa nominal: volumen del cilindro x densidad, según las medidas del fabricante. El "
    "desenfoque de los bordes y el umbral apartan de ella lo medido.",
    "qa_plane": "Plano de los insertos",
    "qa_rods": "Varillas de calibración",
    "qa_signed": "Comprobado por, fecha",
    "qa_no_rods": "no están en las imágenes",
    "mass_factor_entered": "introducido a mano",
    "qa_none": "ninguno: masa no disponible",
    "qa_remarks": "Observaciones",
    "word_small": "pequeño",
    "word_medium": "mediano",
    "word_large": "grande",
}

REMARKS: dict[str, str] = {
    "quality.no_rods": "Las varillas de calibración no están en las imágenes: no se midió ningún factor de masa.",
    "quality.scanner_not_told": "No se usó ningún factor de masa guardado: las imágenes no indican el equipo, la "
    "tensión del tubo y la fecha, por lo que la masa no está disponible.",
    "quality.no_calibration": "No hay ningún factor de masa guardado para {scanner} a {kvp} kVp, por lo que la masa "
    "no está disponible.",
    "quality.calibration_later": "Los factores de masa guardados para {scanner} empiezan el {first:date}, después de "
    "este estudio del {day:date}: no se usó ninguno y la masa no está disponible.",
    "quality.calibration_expired": "El factor de masa guardado para {scanner} era válido hasta el {last:date}; este "
    "estudio es del {day:date}: no se usó y la masa no está disponible. Hay que medirlo de nuevo.",
    "quality.origin_stored": "guardado para {scanner} a {kvp} kVp, medido el {measured_on:date}, válido hasta el "
    "{expires_on:date}",
    "quality.origin_scanner": "del equipo, en las imágenes (Calcium Scoring Mass Factor Patient)",
    "quality.origin_scanner_size": "del equipo, en las imágenes (Calcium Scoring Mass Factor Device, tamaño del "
    "paciente: {size:words})",
}
