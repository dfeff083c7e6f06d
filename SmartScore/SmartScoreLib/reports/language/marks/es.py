"""What is said of marks, in Spanish."""

MARKS: dict[str, str] = {
    "lesions.fractional": "{file} contiene fracciones en lugar de anotaciones; se "
    "tomaron los vóxeles desde {percent} %.",
    "lesions.not_known": "{file} anota {segments}, que no es ningún territorio conocido; estas "
    "anotaciones se omitieron.",
    "lesions.hit_next_to_nothing": "Solo {reaching} de {voxels} vóxeles anotados de {file} ({percent:.1f} "
    "%) alcanzan {threshold_hu} UH; las anotaciones se aceptaron como están.",
    "lesions.cut": "Las anotaciones de {file} cortan calcio continuo ({lesions:lesión|lesiones}): {voxels} de "
    "{whole} vóxeles quedan fuera y no cuentan. Hacerlas crecer los tomaría.",
    "lesions.marked_at": "El calcio se anotó a partir de {marked_hu} UH y se cuenta a partir de {threshold_hu} UH: "
    "lo que queda entre ambos valores en el borde de {lesions:anotación|anotaciones} no está en ellas.",
    "lesions.regrown": "Las anotaciones de {file} se hicieron crecer: {lesions:lesión tocada tomada "
    "entera|lesiones tocadas tomadas enteras}, {voxels} vóxeles más que los anotados; {left_as_marked} mayores "
    "que cualquier lesión quedaron como estaban.",
    "lesions.away_from_heart": "{voxels} de {whole} vóxeles de calcio que {file} anota como coronarios "
    "están lejos del corazón: a más de {margin_mm} mm del tejido entre los pulmones.",
    "lesions.contours_outside": "{contours:contorno|contornos} de {file} fuera de las imágenes: omitidos.",
    "lesions.contours_moved": "{contours:contorno|contornos} de {file} entre dos cortes: tomados en el más cercano.",
    "lesions.share": "{reaching} de {voxels} vóxeles anotados de {file} ({percent:.1f} %) alcanzan {threshold_hu} UH.",
    "lesions.read_as": "Nombres de {file} se leyeron como {read_as}.",
}
