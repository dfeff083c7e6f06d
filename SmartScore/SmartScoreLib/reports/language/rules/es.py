"""Spanish: the remarks on rules, on a confirmed zero, and on whose score it is."""

RULES: dict[str, str] = {
    "scoring.threshold": "El umbral es de {threshold_hu} UH en vez de {standard_hu} UH; los valores de referencia "
    "valen para {standard_hu} UH.",
    "scoring.tube_voltage": "Las reglas valen para una tensión del tubo de {rules_kvp} kVp, y la serie tiene {kvp} "
    "kVp.",
    "scoring.tube_voltage_unknown": "Las reglas valen para una tensión del tubo de {rules_kvp} kVp; la de la serie "
    "se desconoce.",
    "scoring.tube_voltage_presets": "Hay reglas para esta tensión del tubo: {names}. Solo se usan si se eligen.",
    "scoring.tube_voltage_fits": "El umbral y los factores son los publicados para la tensión del tubo de la serie, "
    "{rules_kvp} kVp.",
    "scoring.unscored": "Las anotaciones de {territory:words} no contienen nada que cuente (umbral {threshold_hu} "
    "UH, área mínima {minimum_area_mm2} mm²).",
    "scoring.border": "Hay calcio conectado en varios territorios ({territories:words}), en {slices:corte|cortes}: "
    "se juzga entero por su área y su máximo, y cada territorio recibe su parte del área.",
    "scoring.isotropic": "Los volúmenes están interpolados entre cortes (isotrópico).",
    "scoring.nothing_to_interpolate": "Los volúmenes son sumas de vóxeles: los cortes distan menos de un píxel y "
    "medio y no hay nada que interpolar.",
    "scoring.zero_confirmed": "Un radiólogo ha confirmado que no hay calcio coronario.",
    "scoring.source_agatston": "Agatston 1990 tal como se practica: 130 UH, 8 vecinos, componentes de al menos 1 mm² "
    "en el corte, factor según su máximo (130, 200, 300, 400 UH), por la distancia entre cortes / 3 mm; volumen como "
    "suma de vóxeles. Lo que el AJ-130 del producto hace además no es público",
    "scoring.source_study": "{size}; {volume}; {study}",
    "scoring.source_area": "Componentes de más de {minimum_area_mm2} mm²",
    "scoring.source_any_size": "Sin área mínima",
    "scoring.source_voxels": "Componentes de más de {more_than} vóxeles",
    "scoring.source_plain": "volumen como suma de vóxeles",
    "scoring.source_isotropic": "volumen isotrópico",
    "scoring.source_vendors": "según el análisis de van Praagh et al. 2021 (PMC8360117), estudio con maniquí del "
    "índice de calcio de cuatro fabricantes; 8 vecinos, como calcula su programa en MolloiLab/CAC-stanford-data (4 "
    "en nwerf/FQM_Analysis)",
    "scoring.source_ge": "{study}. Los vecinos, el redondeo y lo que AJ-130 hace además no son públicos: se comunicó "
    "un índice del producto de 285 con un volumen de 106 mm³ (foro de Slicer, tema 1544), y estas reglas dan para él "
    "141 como máximo",
    "scoring.source_siemens": "{study}. El área mínima y los vecinos del producto no son públicos; con su filtro "
    "Sa36f valen 130 UH a cualquier tensión del tubo",
    "scoring.source_literature": "las reglas de la literatura, {study}",
    "scoring.source_without_mass_threshold": "{study}. No se usa el umbral de masa propio del fabricante",
    "scoring.source_tube_voltage": "Umbral y factores para {kvp} kVp de Gräni et al. 2018 (Eur Heart J Cardiovasc "
    "Imaging 19:1362), tal como en MolloiLab/CalciumScoring.jl; lo demás como SmartScore AJ-130",
    "scoring.source_147_hu": "147 UH para 100 kVp (Nakazato et al. 2009), con los factores de 120 kVp, como en van "
    "Praagh et al. 2021; lo demás como SmartScore AJ-130",
    "scoring.source_135_kvp": "Umbral y factores para 135 kVp tal como en MolloiLab/CalciumScoring.jl; lo demás como "
    "SmartScore AJ-130",
    "scoring.origin_measured": "medido en estas imágenes: {mg_per_cm3} mg/cm³ tienen {calcium_hu:.1f} UH, el agua "
    "{water_hu:.1f} UH",
    "scoring.source_given": "{text}",
    # zero, and whose
    "proposal.reviewed": "Propuesto por el programa y confirmado por el lector: {accepted} aceptadas, {changed} "
    "de ellas en otro vaso, {rejected} rechazadas, {open} sin decidir.",
    "proposal.zero_candidates": "Sin anotar cerca del corazón: {count:lugar|lugares} a partir de {threshold_hu} UH; "
    "el mayor tiene {volume_mm3:.0f} mm³ y {peak_hu:.0f} UH, en el corte {slice}, en ({center_lps_mm:.1f}) mm.",
    "proposal.zero_candidates_anywhere": "Sin anotar: {count:lugar|lugares} a partir de {threshold_hu} UH que no son "
    "hueso; el mayor tiene {volume_mm3:.0f} mm³ y {peak_hu:.0f} UH, en el corte {slice}, en ({center_lps_mm:.1f}) "
    "mm. No se reconoció dónde está el corazón.",
    "interpretation.not_read": "No disponible: no hay calcio coronario anotado, y ningún radiólogo ha confirmado que "
    "no lo haya.",
    "interpretation.nothing_counts": "No disponible: nada de lo anotado en las arterias coronarias cuenta, y ningún "
    "radiólogo ha confirmado que no haya calcio.",
    "series.ages_differ": "{attribute} indica {stated} años, las fechas de nacimiento y de estudio dan {by_dates}; "
    "se usa la edad según las fechas.",
    "reading.age_differs": "Se indicó una edad de {given} años; DICOM da {dicom}.",
    "reading.sex_differs": "El sexo indicado es {given:words}; DICOM da {dicom:words}.",
    "reading.smoking_differs": "El tabaquismo indicado contradice a DICOM.",
    "lesions.origin_zero": "ninguna",
}
