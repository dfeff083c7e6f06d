"""Spanish. Every character is in Latin-1, so that DICOM text fields can carry it."""

from SmartScoreLib.reports.language.marks.es import MARKS
from SmartScoreLib.reports.language.meaning.es import REMARKS as MEANING
from SmartScoreLib.reports.language.rules.es import RULES

TEXTS: dict[str, str] = {
    "locale_name": "Español",
    "locale_decimal": ",",
    "locale_group": "\u00a0",
    "locale_least_grouped_digits": "5",
    "locale_months": "ene feb mar abr may jun jul ago sep oct nov dic",
    "locale_noun_capitals": "no",
    "locale_date": "{day:02d}/{month:02d}/{year}",
    "locale_colon": ":",
    "locale_and": " y ",
    # both reports
    "page": "Página {number} de {total}",
    "research_use": "Uso en investigación, no es producto sanitario",
    "not_known": "desconocido",
    "not_available": "no disponible",
    "not_given": "no indicado",
    "male": "hombre",
    "female": "mujer",
    "age": "{years} años",
    "territory_LM": "TCI",
    "territory_LAD": "DA",
    "territory_LCX": "Cx",
    "territory_RCA": "CD",
    "territory_PDA": "DP",
    "territory_CORONARY": "Sin asignar",
    "territory_AORTA": "Aorta ascendente",
    "territory_AV": "Válvula aórtica",
    "territory_MV": "Válvula mitral",
    "territory_OTHER": "Otro",
    "abbreviation_LM": "TCI",
    "abbreviation_LAD": "DA",
    "abbreviation_LCX": "Cx",
    "abbreviation_RCA": "CD",
    "abbreviation_PDA": "DP",
    "where": " en {file}",
    "where_others": " en {file} y {others} más",
    "where_every": " en {file} y los otros {others}",
    # Physician report
    "physician_title": "Calcio coronario",
    "physician_title_draft": "{title} (borrador)",
    "patient_id": "ID del paciente",
    "birth_date": "Fecha de nac.",
    "age_sex": "Edad, sexo",
    "body": "Talla, peso",
    "smoking": "Tabaquismo",
    "smoking_YES": "sí",
    "smoking_NO": "no",
    "smoking_UNKNOWN": "desconocido",
    "value_given": "{value} (indicado)",
    "value_given_instead": "{value} (indicado; DICOM: {dicom})",
    "value_instead": "{value} (DICOM: {dicom})",
    "study": "Estudio",
    "accession": "N.º de acceso",
    "referring": "Solicitante",
    "institution": "Institución",
    "no_name": "Nombre no indicado",
    "name_not_drawn": "Nombre no mostrable",
    "agatston_score": "Índice de Agatston",
    "vessels": "vasos con calcio: {number}",
    "branch_counted_right": "{branch} se cuenta con {vessel} (dominancia derecha).",
    "branch_counted_left": "{branch} se cuenta con {vessel} (dominancia izquierda).",
    "branch_counted_unknown": "{branch} se cuenta con {vessel} (dominancia desconocida).",
    "column_lesions": "Lesiones",
    "column_agatston": "Agatston",
    "column_volume_mm3": "Volumen",
    "column_mass_mg": "Masa",
    "total": "Total",
    "extra_title": "Fuera de las arterias coronarias (no incluido en el total)",
    "arterial_age_is": "Edad arterial {years} años.",
    "density_score": "Índice de densidad",
    "density_explained": "Índice de densidad: índice de Agatston por área, de 1 a 4.",
    "diffusivity": "Difusividad",
    "diffusivity_explained": "Difusividad: 1 menos la parte del vaso con más calcio; 0 si todo está en un vaso.",
    "notice_invalid": "No válido: {text}",
    "notice_limits": "Limitado: {text}",
    "notice_more": "{number} más en Advertencias.",
    "notice_count": "Limitado; observaciones en Advertencias: {number}.",
    "unreviewed": "Las anotaciones son automáticas y ningún radiólogo las ha confirmado.",
    "unreviewed_short": "Anotaciones sin confirmar",
    "not_a_result": "No es un resultado",
    "not_read": "Sin leer",
    "not_read_short": "Cero sin confirmar",
    "not_read_notice": "No hay calcio coronario anotado, y ningún radiólogo ha confirmado que no lo haya.",
    "score_invalid": "Índice no válido",
    "impression_title": "Conclusión",
    "impression_title_drafted": "Conclusión (propuesta a partir de los números)",
    "impression_invalid": "Sin conclusión: el índice no es válido.",
    "tiles_title": "Cortes con el índice coronario más alto",
    "tiles_title_extra": "Cortes con calcio fuera de las arterias coronarias",
    "tile_caption": "Corte {number}/{total}, {position}",
    "tile_score": "Agatston {score}",
    "texts_title": "Indicación y hallazgos",
    "indication": "Indicación",
    "comparison": "Comparación",
    "image_quality": "Calidad de imagen",
    "extracardiac": "Fuera del corazón",
    "acquisition_title": "Técnica",
    "scanner": "Equipo",
    "tube_voltage": "Tensión del tubo",
    "tube_current": "Corriente",
    "exposure": "Exposición",
    "slice_thickness": "Grosor de corte",
    "slice_spacing": "Espaciado",
    "kernel": "Filtro",
    "gating": "Sincronía ECG",
    "gating_prospective": "prospectiva",
    "gating_retrospective": "retrospectiva",
    "gating_none": "ninguna",
    "gating_phase": "sí",
    "ctdi_vol": "CTDIvol",
    "dlp": "DLP",
    "slices": "Cortes",
    "series": "Serie",
    "protocol_title": "Reglas de cálculo",
    "protocol": "Reglas",
    "threshold": "Umbral",
    "threshold_value": "desde {hu} UH",
    "minimum_area": "Área mínima",
    "minimum_area_value": "{area} mm², {neighbors} vecinos",
    "minimum_area_more": "más de {area} mm², {neighbors} vecinos",
    "minimum_voxels": "{area}, {voxels} vóxeles",
    "weights": "Factores de densidad",
    "weights_value": "1, 2, 3, 4 desde {one}, {two}, {three}, {four} UH",
    "volume_method": "Volumen",
    "volume_plain": "suma de vóxeles",
    "volume_isotropic": "interpolado (isotrópico)",
    "mass_factor": "Factor de masa",
    "mass_factor_none": "ninguno: masa no disponible",
    "mass_factor_value": "{factor} mg/mm³/UH",
    "marks": "Anotaciones",
    "rounding": 'Agatston y volumen se redondean al entero más próximo y la masa a un decimal; "<1" es más de 0 y '
    "menos de 0,5. Los totales se redondean después de sumar; categoría, percentil y colores siguen el total "
    "redondeado.",
    "warnings_title": "Advertencias",
    "sources_title": "Referencias",
    "reference_agatston": "Índice de Agatston: {citation}",
    "reference_cac_drs": "CAC-DRS: {citation}",
    "reference_arterial_age": "Edad arterial: {citation}",
    "reference_density": "Índice de densidad: {citation}",
    "reference_diffusivity": "Difusividad: {citation}",
    "reader": "Informado por",
    "comment_title": "Comentario",
    "status": "Estado: {status}",
    "status_draft": "borrador",
    "status_final": "definitivo",
    "status_not_stated": "no indicado",
    "report_date": "Fecha del informe",
    "signature": "Firma",
    # Patient report
    "patient_title": "Su TC del corazón: índice de calcio",
    "draft_mark": "Provisional",
    "patient_scan_date": "Estudio del {date}",
    "patient_measured_title": "Qué se midió",
    "patient_measured": "Una tomografía (TC) tomó imágenes de su corazón. En ellas se ven las arterias coronarias "
    "(las que riegan el corazón). En sus paredes se midió el calcio. El calcio se acumula con los años donde hay "
    "depósitos, llamados placas. Un solo número dice cuánto hay: el índice de calcio (índice de Agatston).",
    "patient_result_title": "Su resultado",
    "patient_score_caption": "índice de calcio",
    "patient_result_unreviewed": "Aún no hay resultado.",
    "patient_detail_unreviewed": "Un programa marcó las imágenes. Habrá un resultado cuando un médico haya revisado "
    "esas marcas.",
    "patient_result_not_read": "Aún no hay resultado.",
    "patient_detail_not_read": "Las imágenes aún no se han leído. Habrá un resultado cuando un médico las haya mirado.",
    "patient_result_invalid": "No hay resultado.",
    "patient_detail_invalid": "{why} Por eso esta TC no da un índice de calcio. Su médico puede decirle qué hacer "
    "ahora.",
    "patient_invalid_contrast": "Para esta TC le pusieron contraste. En las imágenes se ve como el calcio, y no se "
    "pueden distinguir.",
    "patient_invalid_projection": "Estas imágenes se hicieron juntando varias capas. En ellas no se puede medir el "
    "calcio.",
    "patient_invalid_other": "En estas imágenes no se puede medir el calcio.",
    "patient_limits": "El número real puede ser algo más alto o más bajo, porque {causes}.",
    "patient_limit_settings": "el equipo no se ajustó como es habitual",
    "patient_limit_slices": "las capas de las imágenes no eran las habituales",
    "patient_limit_incomplete": "quizá falte una parte del corazón en las imágenes",
    "patient_limit_heartbeat": "no se sabe si las imágenes siguieron el ritmo del corazón",
    "patient_limit_noise": "las imágenes no son del todo nítidas",
    "patient_limit_rules": "no se contó como es habitual",
    "patient_limit_marks": "las marcas vienen de otras imágenes",
    "patient_limit_fit": "las marcas no coinciden en todo con estas imágenes",
    "patient_limit_pictures": "las imágenes no se hicieron como es habitual",
    "patient_limit_several": "varias cosas no fueron como es habitual",
    "patient_heart_title": "Dónde se encontró",
    "patient_heart_title_zero": "Las arterias del corazón",
    "patient_heart_note": "Imagen sencilla del corazón visto de frente: su lado derecho está a la izquierda.",
    "patient_heart_zero": "No se encontró calcio en ninguna de estas arterias.",
    "patient_branch": "{branch} es una rama de {vessel}; las dos cuentan como una arteria.",
    "patient_heart_unassigned": "{score} de su índice no se asignan a una arteria concreta.",
    "patient_branch_unknown": "{branch} se cuenta como rama de {vessel}, como en la mayoría de las personas.",
    "heart_LM": "Tronco común",
    "heart_LAD": "Arteria anterior",
    "heart_LCX": "Arteria lateral",
    "heart_RCA": "Arteria derecha",
    "heart_PDA": "Arteria posterior",
    "heart_legend": "Índice:",
    "patient_means_title": "Qué significa el número",
    "patient_means_zero_1": "Un índice de cero significa que la TC no mostró calcio en las arterias de su corazón.",
    "patient_means_zero_2": "En grandes estudios, las personas con un índice de cero tuvieron menos infartos que las "
    "personas con índices más altos.",
    "patient_means_1": "El calcio en las arterias del corazón es una señal de placas, que pueden formarse sin dar "
    "síntomas.",
    "patient_means_2": "Un número más alto significa que se vio más calcio. En grandes estudios, las personas con "
    "índices altos tuvieron más infartos que las personas con índices bajos.",
    "patient_means_high": "Un número muy alto no dice por sí solo que una arteria esté cerrada ni que algo vaya a "
    "ocurrir pronto.",
    "patient_means_3": "El número es una parte del conjunto. También cuentan la edad, la presión arterial, el "
    "colesterol, la diabetes, el tabaco y los antecedentes familiares.",
    "patient_means_not_title": "Qué no significa",
    "patient_means_not_1": "No muestra si una arteria está estrecha ni si la sangre pasa bien.",
    "patient_means_not_2": "No muestra placas sin calcio. Puede haberlas con cualquier índice, también con cero.",
    "patient_means_not_3": "No puede decir qué le ocurrirá a una persona concreta.",
    "patient_extra": "También se vio calcio fuera de las arterias del corazón ({where}). No forma parte de su "
    "índice; su médico tiene los datos.",
    "patient_questions_title": "Preguntas que puede hacer a su médico",
    "patient_question_1": "¿Qué significa este resultado para mí, junto con mis otros factores de riesgo?",
    "patient_question_2": "¿Cambia algo en mi tratamiento?",
    "patient_question_3": "¿Sería útil alguna otra prueba?",
    "patient_question_4": "¿Qué puedo hacer yo por la salud de mi corazón?",
    "patient_question_5": "¿Habría que repetir la TC algún día, y cuándo?",
    "patient_question_zero_2": "¿A qué otros factores de riesgo debo prestar atención?",
    "patient_question_high_2": "¿Cuáles son los próximos pasos, y en qué plazo?",
    "patient_closing": "Esta página explica una medida. No da un diagnóstico. No reemplaza una charla con su médico.",
    # screen saves
    "screen_slice": "Corte {number} de {total}",
    "screen_slab": "MIP {first}-{last} de {total}",
    "screen_position": "Posición {position}",
    "screen_window": "Ventana C {center}  W {width}",
    "screen_this_slice": "Corte",
    "screen_slab_column": "MIP",
    "screen_all": "Todo",
    "screen_agatston": "Índice de Agatston",
    "screen_total": "Coronarias",
    "screen_threshold": "Umbral {hu} UH",
    "contact_title": "Todos los cortes con lesiones",
    "caption_physician": "Informe médico, página {number} de {total}",
    "caption_patient": "Informe para el paciente, página {number} de {total}",
    "caption_screen": "Corte {number}, {position}",
    "caption_contact": "Hoja de contactos, página {number} de {total}",
}

REMARKS: dict[str, str] = MARKS | {
    # the series
    "series.contrast": "Se administró contraste{agent:quoted} ({attribute}); la sangre realzada cuenta como calcio y "
    "tales índices no son válidos.",
    "series.projection": "Según {attribute}, las imágenes son proyecciones de varios cortes; los índices no son "
    "válidos.",
    "series.kvp": "{attribute} es {kvp}; el umbral de 130 UH y los factores de densidad valen para 120 kVp.",
    "series.kvp_missing": "Falta {attribute}; el umbral de 130 UH vale para 120 kVp.",
    "series.kvp_partly_missing": "{attribute} es {kvp} y falta en algunas imágenes; el umbral de 130 UH y los factores "
    "de densidad valen para 120 kVp.",
    "series.spacing": "Los cortes distan {spacing_mm:.4g} mm; los índices son comparables de 2,5 a 3 mm.",
    "series.thickness_differs": "{attribute} difiere entre las imágenes: de {least_mm} a {most_mm} mm.",
    "series.overlap": "{attribute} es {thickness_mm} mm, pero los cortes distan {spacing_mm:.4g} mm: se solapan; el "
    "índice usa la distancia.",
    "series.gaps": "{attribute} es {thickness_mm} mm, pero los cortes distan {spacing_mm:.4g} mm: hay huecos entre "
    "ellos; el índice usa la distancia.",
    "series.uneven_gaps": "Los cortes no son equidistantes: de {least_mm:.2f} a {most_mm:.2f} mm ({attribute}); el "
    "índice usa la media de {mean_mm:.2f} mm.",
    "series.not_axial": "Las imágenes no son axiales, sino giradas {degrees:.0f} grados; el índice de Agatston está "
    "definido para imágenes axiales.",
    "series.tilt": "{attribute} es de {degrees} grados, pero las imágenes no tienen esa inclinación; compruebe las "
    "distancias.",
    "series.matrix": "Las imágenes tienen {rows} x {columns} píxeles en vez de 512 x 512 ({attributes}).",
    "series.rescale_differs": "{attribute} difiere entre las imágenes; cada una se leyó con su propio valor.",
    "series.phases": "La fase cardíaca difiere entre las imágenes: {phases}.",
    "series.phases_partly_unknown": "La fase cardíaca difiere entre las imágenes: desconocida, {phases}.",
    "series.lossy_research": "Según {attribute}, sin tasa ni método, las imágenes se comprimieron con pérdida; los "
    "índices sirven solo para investigación.",
    "series.body_part": "{attribute} es {value}, ni corazón ni tórax.",
    "series.burned_in": "{attribute} es YES: el texto grabado en los píxeles puede contar como calcio.",
    "series.multienergy": "{attribute} es YES; el umbral de 130 UH vale para imágenes de energía única.",
    "series.file_outside": "{file} queda fuera de este volumen; si le pertenece, el volumen está incompleto.",
    "series.files_outside": "{files} archivos (el primero, {first}) quedan fuera de este volumen; si le pertenecen, "
    "está incompleto.",
    "series.images_left_out": "Fuera de este volumen: {images:imagen|imágenes} de la misma serie (la primera, "
    "{first}); puede estar incompleto.",
    "series.no_headers": "El volumen no tiene aquí cabeceras DICOM: no se pudieron comprobar la tensión del tubo, el "
    "contraste ni la fase cardíaca.",
    "series.no_air": "El valor más bajo del volumen es {lowest_hu}; en la TC el aire está cerca de -1000 UH. Si los "
    "valores no son unidades Hounsfield, todos los índices son erróneos.",
    "series.contrast_seen": "La sangre entre los pulmones tiene {blood_hu:.0f} UH, como tras un medio de contraste "
    "(sin él, de 30"
    " a 60 UH); la sangre realzada cuenta como calcio y tales índices no son válidos.",
    "series.subtracted": '{attribute} es "{value}": puede haberse quitado calcio de estas imágenes y tales índices '
    "no son "
    "válidos.",
    "series.no_tissue": "Solo el {percent:.1f} % de los valores está cerca de 0 UH, donde están los tejidos blandos. "
    "Si los "
    "valores no son unidades Hounsfield, todos los índices son erróneos.",
    "series.noise": "El ruido es de {noise_hu:.0f} UH (desviación estándar de los tejidos blandos entre los pulmones), "
    "más que las {most_hu} UH del protocolo; puede pasar por calcio.",
    "series.heart_cut_below": "El corazón parece cortado en el corte más bajo; el calcio por debajo no se cuenta.",
    "series.heart_cut_above": "El corazón parece cortado en el corte más alto; el calcio por encima no se cuenta.",
    "series.units_unspecified": "{attribute} es US (sin especificar); los valores se leyeron como unidades Hounsfield.",
    "series.repeated_place": "Donde se unen dos adquisiciones hay dos imágenes en el mismo lugar; una de cada par se "
    "omitió: "
    "{images:imagen|imágenes} (primera: {first}).",
    "series.uid_of_each_image": "Cada imagen tiene su propio Series Instance UID, como tras una anonimización "
    "defectuosa; {images} "
    "imágenes se unieron por su posición, pues todo lo demás coincide.",
    "series.virtual_plain": '{attribute} es "{value}", como en imágenes virtuales sin contraste; contienen menos '
    "calcio que las "
    "verdaderas.",
    "series.angiography": '{attribute} es "{value}", como en un estudio con medio de contraste; si se administró, '
    "los índices "
    "no son válidos.",
    "series.gating_unknown": "Las cabeceras no dicen si la adquisición se sincronizó con el latido; sin ello el "
    "movimiento "
    "emborrona el calcio.",
    "series.impossible_left_out": "{attribute} es mayor que todo lo que se mide; el valor se omitió.",
    "series.values_not_judged": "Los valores no muestran pulmones con un corazón entre ellos; no permiten juzgar el "
    "medio de "
    "contraste, el ruido ni si el corazón está entero.",
    "series.without_meta": "{files:archivo|archivos} sin preámbulo ni metainformación DICOM; su codificación se "
    "dedujo de los "
    "bytes.",
    "series.own_output": "Las imágenes fueron escritas por {software}: son parte de otra serie.",
    "series.long_text": "{attribute} tiene más de {longest} caracteres; se muestra el comienzo.",
    "series.lossless": "Los píxeles están comprimidos sin pérdida ({kinds}).",
    "series.copies": "{files} archivos son copias de otros y se omitieron.",
    "series.character_set": "Specific Character Set (0008,0005) de {file} es {declared}, que DICOM no conoce; se "
    "entiende como {meant}.",
    "series.text_undeclared": "{file} contiene textos en un juego de caracteres no declarado; se leen como {read_by}.",
    "series.text_not_as_declared": "{file} contiene textos que no están en el juego de caracteres declarado, "
    "{declared}; se leen como {read_by}.",
    # the marks
    "reading.scored_otherwise": "La lectura se guardó con un índice de Agatston de {saved:.3f}; "
    "al abrirla de nuevo, sus anotaciones dan {now:.3f}.",
    "reading.earlier_remark": "{words} (guardado por otra versión)",
    "lesions.resampled": "Las anotaciones de {file} (vóxeles de {slice_mm:.4g} x {row_mm:.4g} x {column_mm:.4g} mm) se "
    "remuestrearon en la serie (vóxeles de {to_slice_mm:.4g} x {to_row_mm:.4g} x {to_column_mm:.4g} mm) por vecino más "
    "próximo; compruébelas en las imágenes.",
    "lesions.left_out": "{voxels} vóxeles anotados de {file} quedan fuera de las imágenes y se omitieron.",
    "lesions.other_patient": "{file} tiene el Patient ID (0010,0020) {patient_id} y las imágenes {own_id}: "
    "compruebe que son de la misma persona.",
    "lesions.other_series": "{file} se hizo en otra serie de este estudio ({uid}).",
    "lesions.seed_moved": "El clic {seed} de {file} ({territory:words}) se desplazó {moved_mm:.1f} mm hasta el calcio "
    "más próximo.",
    "lesions.origin_clicks": "clics de {file}",
    "lesions.origin_clicked": "clics",
    "lesions.origin_marks": "anotaciones de {file}",
    "lesions.origin_segmentation": 'segmentación "{name}"',
    "lesions.segment": 'segmento "{name}" de {file}',
    "lesions.numbered_segment": 'segmento {number} "{name}" de {file}',
    "lesions.label": 'valor {label} ("{name}") de {file}',
    "scene.marked_twice": "{voxels} vóxeles estaban anotados en más de un territorio; cada uno cuenta una vez, en el "
    "primero de la tabla.",
    "scene.sampled": "Las anotaciones están en otra rejilla que las imágenes; se leyeron en el centro de los vóxeles.",
    "scene.no_territory": 'El segmento "{name}" no es un territorio; sus anotaciones figuran como Otro y no cuentan.',
    "scene.contradiction": "{why} Hasta entonces sus anotaciones figuran como Otro y no cuentan.",
    "scene.segment": 'segmento "{name}"',
    "lesions.contradiction": "Nombre y código se contradicen ({segment}): el nombre dice {by_name:words}, el código "
    "{by_code:words}; ambos deben decir lo mismo.",
    "proposal.unreviewed": "SIN REVISAR: el programa marcó las {regions} regiones a partir de {threshold_hu} UH como "
    '"{territory:words}", incluidos fragmentos de hueso, válvulas, metal y ruido. Ninguna está asignada a una arteria '
    "coronaria, de modo que el total coronario no es un resultado; un radiólogo debe asignarlas.",
    "proposal.bones": "{bones} regiones de más de {limit_mm3} mm³ se omitieron por ser hueso.",
    "proposal.origin": "automáticas, sin revisar",
    # rules, zero, and whose
    **RULES,
    # what a score means
    **MEANING,
}
