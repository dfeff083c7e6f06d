"""What is said of marks, in Portuguese."""

MARKS: dict[str, str] = {
    "lesions.fractional": "{file} contém frações em vez de marcações; foram tomados os voxels a partir de {percent} %.",
    "lesions.not_known": "{file} marca {segments}, que não é nenhum território conhecido; essas marcações "
    "foram omitidas.",
    "lesions.hit_next_to_nothing": "Apenas {reaching} de {voxels} voxels marcados de {file} ({percent:.1f} "
    "%) atingem {threshold_hu} UH; as marcações foram aceitas como estão.",
    "lesions.cut": "As marcações de {file} cortam cálcio contínuo ({lesions:lesão|lesões}): {voxels} de "
    "{whole} voxels ficam fora e não contam. Fazê-las crescer os tomaria.",
    "lesions.marked_at": "O cálcio foi marcado a partir de {marked_hu} UH e é contado a partir de {threshold_hu} UH: "
    "o que fica entre os dois valores na borda de {lesions:marcação|marcações} não está nelas.",
    "lesions.regrown": "As marcações de {file} foram expandidas: {lesions:lesão tocada tomada inteira|lesões "
    "tocadas tomadas inteiras}, {voxels} voxels a mais que os marcados; {left_as_marked} maiores que qualquer "
    "lesão ficaram como estavam.",
    "lesions.away_from_heart": "{voxels} de {whole} voxels de cálcio que {file} marca como coronários "
    "estão longe do coração: a mais de {margin_mm} mm do tecido entre os pulmões.",
    "lesions.contours_outside": "{contours:contorno|contornos} de {file} fora das imagens: omitidos.",
    "lesions.contours_moved": "{contours:contorno|contornos} de {file} entre dois cortes: tomados no mais próximo.",
    "lesions.share": "{reaching} de {voxels} voxels marcados de {file} ({percent:.1f} %) atingem {threshold_hu} UH.",
    "lesions.read_as": "Nomes em {file} foram lidos como {read_as}.",
}
