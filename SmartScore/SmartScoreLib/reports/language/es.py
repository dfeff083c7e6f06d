"""Spanish. Every character is in Latin-1, so that DICOM text fields can carry it."""

TEXTS: dict[str, str] = {
    "locale_name": "Español",
    "locale_decimal": ",",
    "locale_group": ".",
    "locale_least_grouped_digits": "5",
    "locale_months": "ene feb mar abr may jun jul ago sep oct nov dic",
    "locale_noun_capitals": "no",
    "locale_date": "{day:02d}/{month:02d}/{year}",
    # both reports
    "page": "Página {number} de {total}",
    "research_use": "Uso en investigación, no es producto sanitario",
    "not_known": "desconocido",
    "not_available": "no disponible",
    "not_given": "no indicado",
    "male": "hombre",
    "female": "mujer",
    "age": "{years} años",
    "territory_LM": "TCI (LM)",
    "territory_LAD": "DA (LAD)",
    "territory_LCX": "Cx (LCX)",
    "territory_RCA": "CD (RCA)",
    "territory_PDA": "DP (PDA)",
    "territory_AORTA": "Aorta ascendente",
    "territory_AV": "Válvula aórtica",
    "territory_MV": "Válvula mitral",
    "territory_OTHER": "Otro",
    "abbreviation_LM": "TCI",
    "abbreviation_LAD": "DA",
    "abbreviation_LCX": "Cx",
    "abbreviation_RCA": "CD",
    "abbreviation_PDA": "DP",
    "burden_none": "nula",
    "burden_minimal": "mínima",
    "burden_mild": "leve",
    "burden_moderate": "moderada",
    "burden_extensive": "extensa",
    "group_white_male": "Hombres blancos",
    "group_white_female": "Mujeres blancas",
    "group_chinese_male": "Hombres chinos",
    "group_chinese_female": "Mujeres chinas",
    "group_black_male": "Hombres negros",
    "group_black_female": "Mujeres negras",
    "group_hispanic_male": "Hombres hispanos",
    "group_hispanic_female": "Mujeres hispanas",
    "word_age": "edad",
    "word_sex": "sexo",
    "word_ethnicity": "grupo étnico",
    "word_diabetes": "diabetes",
    "word_smoking": "tabaquismo",
    "word_total_cholesterol": "colesterol total",
    "word_hdl_cholesterol": "colesterol HDL",
    "word_lipid_medication": "tratamiento hipolipemiante",
    "word_systolic_blood_pressure": "presión arterial sistólica",
    "word_blood_pressure_medication": "tratamiento antihipertensivo",
    "word_family_history": "antecedentes familiares de infarto",
    "where": " en {file}",
    "where_others": " en {file} y {others} más",
    "where_every": " en {file} y los otros {others}",
    # Physician report
    "physician_title": "Calcio coronario",
    "patient_id": "ID del paciente",
    "birth_date": "Nacimiento",
    "age_sex": "Edad, sexo",
    "body": "Talla, peso",
    "smoking": "Tabaquismo",
    "smoking_YES": "sí",
    "smoking_NO": "no",
    "smoking_UNKNOWN": "desconocido",
    "study": "Estudio",
    "accession": "N.º de acceso",
    "referring": "Solicitante",
    "institution": "Institución",
    "no_name": "Nombre no indicado",
    "agatston_score": "Índice de Agatston",
    "plaque_burden_is": "Carga de placa: {burden}",
    "vessels": "vasos con calcio: {number}",
    "column_lesions": "Lesiones",
    "column_agatston": "Agatston",
    "column_volume_mm3": "Volumen",
    "column_mass_mg": "Masa",
    "total": "Total",
    "extra_title": "Fuera de las arterias coronarias (no incluido en el total)",
    "percentile": "Percentil MESA: {value}",
    "percentile_title": "Percentil MESA",
    "curve_group": "{group}, {youngest}-{oldest} años",
    "curve_legend": "Percentiles 25, 50, 75, 90",
    "group_nonzero": "Con calcio: {share} %",
    "arterial_age": "Edad arterial",
    "arterial_age_value": "{years} años",
    "chd_risk": "Riesgo coronario, 10 años",
    "chd_risk_value": "{percent} %",
    "density_score": "Índice de densidad",
    "diffusivity": "Difusividad",
    "warnings_many": "{number} advertencias: {gravest}",
    "warnings_one": "1 advertencia: {gravest}",
    "unreviewed": "Las anotaciones son automáticas y ningún radiólogo las ha confirmado.",
    "unreviewed_short": "Anotaciones sin confirmar",
    "not_a_result": "No es un resultado",
    "tiles_title": "Cortes con el índice coronario más alto",
    "tiles_title_extra": "Cortes con calcio fuera de las arterias coronarias",
    "tile_caption": "Corte {number}/{total}, {position}",
    "tile_score": "Agatston {score}",
    "acquisition_title": "Adquisición",
    "scanner": "Equipo",
    "tube_voltage": "Tensión del tubo",
    "tube_current": "Corriente",
    "exposure": "Exposición",
    "slice_thickness": "Grosor de corte",
    "slice_spacing": "Espaciado",
    "kernel": "Filtro",
    "phase": "Fase",
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
    "rounding": 'Agatston y volumen se redondean al entero más próximo y la masa a un decimal; "<1" es más de 0 '
    "y menos de 0,5. Los totales se redondean después de sumar.",
    "warnings_title": "Advertencias",
    "sources_title": "Referencias",
    "reference_cac_drs": "CAC-DRS: {citation}",
    "reference_plaque_burden": "Carga de placa: {citation}",
    "reference_mesa_percentile": "Percentil MESA: {citation}",
    "reference_arterial_age": "Edad arterial: {citation}",
    "reference_mesa_chd_risk": "Riesgo coronario a 10 años (MESA): {citation}",
    "reader": "Informado por",
    "comment_title": "Comentario",
    # Patient report
    "patient_title": "Su TC del corazón: índice de calcio",
    "patient_scan_date": "Estudio del {date}",
    "patient_measured_title": "Qué se midió",
    "patient_measured": "Una tomografía (TC) tomó imágenes de su corazón. En ellas se midió el calcio en las paredes "
    "de "
    "las arterias del propio corazón. El calcio se acumula durante muchos años donde hay depósitos, llamados placas. "
    "La cantidad se expresa con un solo número: el índice de calcio (índice de Agatston).",
    "patient_result_title": "Su resultado",
    "patient_score_caption": "índice de calcio",
    "patient_result_none": "No se encontró calcio.",
    "patient_detail_none": "Su índice es cero, el más bajo posible. No se vio calcio en las arterias de su corazón.",
    "patient_result_minimal": "Se encontró muy poco calcio.",
    "patient_detail_minimal": "Es el grupo más bajo por encima de cero.",
    "patient_result_mild": "Se encontró una cantidad pequeña de calcio.",
    "patient_detail_mild": "Es el segundo de cuatro grupos por encima de cero.",
    "patient_result_moderate": "Se encontró una cantidad moderada de calcio.",
    "patient_detail_moderate": "Es el tercero de cuatro grupos por encima de cero.",
    "patient_result_extensive": "Se encontró una cantidad grande de calcio.",
    "patient_detail_extensive": "Es el más alto de los cuatro grupos por encima de cero.",
    "patient_result_high": "Una cantidad muy grande de calcio.",
    "patient_detail_high": "Su índice está muy por encima de 400, donde empieza el grupo más alto. Dice cuánto calcio "
    "se "
    "vio, no si una arteria está estrecha.",
    "patient_result_unreviewed": "Aún no hay resultado.",
    "patient_detail_unreviewed": "Un programa marcó las imágenes. Habrá un resultado cuando un lector haya revisado "
    "esas marcas.",
    "scale_none": "nada",
    "scale_minimal": "muy poco",
    "scale_mild": "poco",
    "scale_moderate": "moderado",
    "scale_extensive": "mucho",
    "patient_compare_title": "En comparación",
    "patient_compare": "Su índice es más alto que el de unas {percentile} de cada 100 personas del grupo de "
    "comparación.",
    "patient_compare_low": "Su índice está entre los más bajos del grupo de comparación.",
    "patient_compare_zero": "En el grupo de comparación, unas {without} de cada 100 personas tienen un índice de cero, "
    "como usted.",
    "patient_compare_group": "Grupo de comparación: {group} de {age} años sin enfermedad del corazón conocida, de un "
    "gran estudio en EE. UU. (MESA).",
    "patient_compare_dots": "Cada punto es una de 100 personas. Oscuro: índice más bajo que el suyo.",
    "patient_compare_dots_zero": "Cada punto es una de 100 personas. Oscuro: índice de cero.",
    "patient_no_compare": "Aquí no es posible compararlo con otras personas.",
    "patient_no_compare_missing": "Para ello deben conocerse la edad, el sexo y el grupo étnico. Aquí se desconoce: "
    "{what}.",
    "patient_no_compare_age": "El estudio de comparación tiene datos de {youngest} a {oldest} años. Su edad en el "
    "momento del estudio: {age} años.",
    "patient_no_compare_note": "Esto no cambia su resultado.",
    "patient_heart_title": "Dónde se encontró",
    "patient_heart_title_zero": "Las arterias del corazón",
    "patient_heart_note": "Imagen sencilla del corazón visto de frente: su lado derecho está a la izquierda.",
    "patient_heart_zero": "No se encontró calcio en ninguna de estas arterias.",
    "heart_LM": "Tronco común",
    "heart_LAD": "Arteria anterior",
    "heart_LCX": "Arteria lateral",
    "heart_RCA": "Arteria derecha",
    "heart_PDA": "Arteria posterior",
    "heart_legend": "Índice:",
    "patient_means_title": "Qué significa el número",
    "patient_means_zero_1": "Un índice de cero significa que la TC no mostró calcio en las arterias de su corazón.",
    "patient_means_zero_2": "En grandes estudios, las personas con un índice de cero tuvieron infartos con menos "
    "frecuencia que las personas con índices más altos.",
    "patient_means_1": "El calcio en las arterias del corazón es una señal de placas, que pueden formarse sin dar "
    "síntomas.",
    "patient_means_2": "Un número más alto significa que se vio más calcio. En grandes estudios, las personas con "
    "índices más altos tuvieron infartos con más frecuencia que las personas con índices más bajos.",
    "patient_means_high": "Un número muy alto no dice por sí solo que una arteria esté cerrada ni que algo vaya a "
    "ocurrir pronto.",
    "patient_means_3": "El número es una parte del conjunto. También cuentan la edad, la presión arterial, el "
    "colesterol, la diabetes, el tabaco y los antecedentes familiares.",
    "patient_means_not_title": "Qué no significa",
    "patient_means_not_1": "No muestra si una arteria está estrecha ni si la sangre pasa bien.",
    "patient_means_not_2": "No muestra placas sin calcio. Puede haberlas con cualquier índice, también con cero.",
    "patient_means_not_3": "No puede decir qué le ocurrirá a una persona concreta.",
    "patient_extra": "También se vio calcio fuera de las arterias del corazón ({where}). No forma parte de su índice; "
    "su "
    "médico tiene los datos.",
    "patient_questions_title": "Preguntas que puede hacer a su médico",
    "patient_question_1": "¿Qué significa este resultado para mí, junto con mis otros factores de riesgo?",
    "patient_question_2": "¿Cambia algo en mi tratamiento?",
    "patient_question_3": "¿Sería útil alguna otra prueba?",
    "patient_question_4": "¿Qué puedo hacer yo por la salud de mi corazón?",
    "patient_question_5": "¿Habría que repetir la TC algún día, y cuándo?",
    "patient_question_zero_2": "¿A qué otros factores de riesgo debo prestar atención?",
    "patient_question_high_2": "¿Cuáles son los próximos pasos, y en qué plazo?",
    "patient_closing": "Esta página explica una medición. No hace un diagnóstico ni sustituye una conversación con su "
    "médico.",
    # screen saves
    "screen_slice": "Corte {number} de {total}",
    "screen_slab": "Máximo {first}-{last} de {total}",
    "screen_position": "Posición {position}",
    "screen_window": "Ventana C {center}  W {width}",
    "screen_this_slice": "Corte",
    "screen_slab_column": "Bloque",
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

REMARKS: dict[str, str] = {
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
    # the marks
    "lesions.resampled": "Las anotaciones de {file} (vóxeles de {slice_mm:.4g} x {row_mm:.4g} x {column_mm:.4g} mm) se "
    "remuestrearon en la serie (vóxeles de {to_slice_mm:.4g} x {to_row_mm:.4g} x {to_column_mm:.4g} mm) por vecino más "
    "próximo; compruébelas en las imágenes.",
    "lesions.left_out": "{voxels} vóxeles anotados de {file} quedan fuera de las imágenes y se omitieron.",
    "lesions.labels_of_table": "{file} no tiene un archivo de nombres a su lado; sus valores se leyeron así: "
    "{read_as}.",
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
    # the rules
    "scoring.threshold": "El umbral es de {threshold_hu} UH en vez de {standard_hu} UH; los valores de referencia "
    "valen para {standard_hu} UH.",
    "scoring.unscored": "Las anotaciones de {territory:words} no contienen nada que cuente (umbral {threshold_hu} UH, "
    "área mínima {minimum_area_mm2} mm²).",
    "scoring.isotropic": "Los volúmenes están interpolados entre cortes (isotrópico).",
    "scoring.source_agatston": "Agatston 1990 tal como se practica: 130 UH, componentes de al menos 1 mm² en el corte, "
    "factor según su máximo (130, 200, 300, 400 UH), por la distancia entre cortes / 3 mm; volumen como suma de "
    "vóxeles",
    "scoring.source_study": "{size}; {volume}; {study}",
    "scoring.source_area": "Componentes de más de {minimum_area_mm2} mm²",
    "scoring.source_any_size": "Sin área mínima",
    "scoring.source_voxels": "Componentes de al menos {minimum_voxels} vóxeles",
    "scoring.source_plain": "volumen como suma de vóxeles",
    "scoring.source_isotropic": "volumen isotrópico",
    "scoring.source_vendors": "según el análisis de van Praagh et al. 2021 (PMC8360117), estudio con maniquí del "
    "índice de calcio de cuatro fabricantes; su código de análisis es público: MolloiLab/CAC-stanford-data",
    "scoring.source_one_vendor": "uno de los cuatro fabricantes, {study}",
    "scoring.source_literature": "las reglas de la literatura, {study}",
    "scoring.source_without_mass_threshold": "{study}. No se usa el umbral de masa propio del fabricante",
    # why a number is not available
    "interpretation.unreviewed": "No disponible: ningún radiólogo ha confirmado las anotaciones.",
    "interpretation.missing": "No disponible; se desconoce: {missing:words}.",
    "interpretation.outside_ages": "No disponible: la referencia abarca de {youngest} a {oldest} años; edad aquí: "
    "{age}.",
    "interpretation.diabetes": "La edad arterial no está definida en caso de diabetes.",
    "interpretation.risk_inputs_missing": "No disponible; no indicado: {missing:words}.",
    "interpretation.risk_outside_ages": "No disponible: la puntuación de riesgo abarca de {youngest} a {oldest} años; "
    "edad aquí: {age}.",
}
