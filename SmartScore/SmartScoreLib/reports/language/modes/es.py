"""Spanish."""

TEXTS: dict[str, str] = {
    "valve_title": "Válvula aórtica",
    "valve_agatston": "Índice de Agatston {score}",
    "valve_unlikely": "Estenosis aórtica grave improbable",
    "valve_not_decided": "Estenosis aórtica grave: sin decidir",
    "valve_likely": "Estenosis aórtica grave probable",
    "valve_very_likely": "Estenosis aórtica grave muy probable",
    "valve_bounds_male": "Hombres: improbable por debajo de {unlikely}, probable desde {likely}, muy probable desde "
    "{very_likely}; entre ambos, sin decidir.",
    "valve_bounds_female": "Mujeres: improbable por debajo de {unlikely}, probable desde {likely}, muy probable "
    "desde {very_likely}; entre ambos, sin decidir.",
    "valve_low_flow": "Con bajo flujo, una estenosis grave es posible también con puntuaciones menores. La "
    "puntuación complementa la ecocardiografía y no la sustituye.",
    "valve_source": "Límites: guías ESC/EACTS 2021, Vahanian et al. 2022, Eur Heart J 43:561, según fuentes "
    "secundarias; para TC sincronizada de unos 3 mm a 120 kVp.",
    "text_valve": "Válvula aórtica: índice de Agatston {score}. {grade}.",
    "caption_chest": "Informe de TC de tórax, página {number} de {total}",
    "chest_title": "Calcio coronario en la TC de tórax",
    "chest_title_draft": "Calcio coronario en la TC de tórax, BORRADOR",
    "chest_short": "TC de tórax no sincronizada",
    "chest_grade": "Grado visual",
    "chest_patient": "Paciente",
    "grade_none": "ninguno",
    "grade_mild": "leve",
    "grade_moderate": "moderado",
    "grade_severe": "grave",
    "grade_not_given": "sin valorar",
    "chest_cac_drs": "CAC-DRS {category} (visual)",
    "chest_vessels": "Arterias con calcio: {number} de 4",
    "chest_weston": "Puntuación de Weston {score} de {most}",
    "chest_weston_missing": "Puntuación de Weston no disponible: valore las cuatro arterias",
    "chest_ungated": "Leído como no sincronizado con el ECG: no hay percentil, edad arterial ni riesgo, y un "
    "índice de Agatston no es el de un estudio sincronizado.",
    "chest_agatston": "Índice de Agatston, no sincronizado",
    "chest_agatston_note": "El movimiento borra y duplica el calcio; las puntuaciones sin sincronización difieren de "
    "las sincronizadas, casi siempre a la baja. Sin categoría A0 a A3.",
    "screen_agatston_ungated": "Agatston, no sincronizado",
    "chest_sources": "Grado visual: Hecht et al. 2018 (CAC-DRS); Williams et al. 2021 (BSCI/BSCCT y BSTI), Br J "
    "Radiol 94:20200894. Puntuación de Weston: Kirsch et al. 2012, según Chen et al. 2021 "
    "(10.3389/fcvm.2021.684292).",
    "impression_chest": "Calcio coronario en una TC de tórax no sincronizada: grado visual {grade}.",
    "impression_chest_category": "Calcio coronario en una TC de tórax no sincronizada: grado visual {grade} (CAC-DRS "
    "{category}).",
    "impression_chest_none": "No se indicó ningún grado visual.",
    "impression_chest_weston": "Puntuación de Weston {score} de {most}.",
    "guide_title": "Grados visuales del calcio coronario en la TC de tórax",
    "guide_none": "Sin calcio en las arterias coronarias.",
    "guide_mild": "Pocos focos pequeños o tenues.",
    "guide_moderate": "Más que pocos focos, menos que grave.",
    "guide_severe": "Calcio denso que se desborda, o tramos calcificados largos.",
    "guide_note": "Imágenes de un fantoma hecho por programa, cortes de 5 mm, sin sincronización. Se valora al "
    "paciente en conjunto y cada arteria (TCI, DA, Cx y CD) de 0 (ninguno) a 3 (grave); la suma es la puntuación de "
    "Weston. Una ventana de ancho 400 UH y centro 50 UH, o una ventana ósea, muestra el calcio sin ocultarlo.",
    "word_none": "ninguno",
    "word_mild": "leve",
    "word_moderate": "moderado",
    "word_severe": "grave",
    "valve_report_title": "Informe de calcio de la válvula aórtica",
    "valve_report_title_draft": "Informe de calcio de la válvula aórtica, BORRADOR",
    "chest_tiles_title": "Cortes con la puntuación más alta, no sincronizada",
}

REMARKS: dict[str, str] = {
    "scoring.valve_thin": "Los cortes están a {spacing_mm:.3g} mm; las puntuaciones de la válvula aórtica se "
    "comparan con las de 2,5 a 3 mm, y los cortes más finos cuentan ruido.",
    "interpretation.ungated": "No disponible: el estudio se lee como TC de tórax no sincronizada.",
    "interpretation.valve_ungated": "La estenosis aórtica grave no se valora: los límites son de estudios "
    "sincronizados.",
    "interpretation.valve_sex": "La estenosis aórtica grave no se valora: los límites dependen del sexo, que no se "
    "conoce.",
    "reading.chest_gated": "Según las imágenes, el estudio está sincronizado con el ECG; se lee como si no lo "
    "estuviera.",
    "reading.graded_none_but_marked": "A simple vista no hay calcio en {vessels}; allí hay calcio anotado que cuenta.",
    "reading.patient_none_but_marked": "A simple vista no hay calcio coronario; hay calcio coronario anotado "
    "que cuenta.",
    "reading.chest_recognised": "Según las imágenes, el estudio no está sincronizado con el ECG: se lee como TC de "
    "tórax no sincronizada.",
}
