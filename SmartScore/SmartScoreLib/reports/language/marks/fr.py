"""What is said of marks, in French."""

MARKS: dict[str, str] = {
    "lesions.fractional": "{file} contient des fractions et non des annotations\u00a0; les voxels à partir de "
    "{percent} % ont été pris.",
    "lesions.not_known": "{file} annote {segments}, qui n'est aucun territoire connu\u00a0; ces annotations "
    "ont été laissées de côté.",
    "lesions.hit_next_to_nothing": "Seuls {reaching} des {voxels} voxels annotés de {file} ({percent:.1f} "
    "%) atteignent {threshold_hu} UH\u00a0; les annotations ont été prises telles quelles.",
    "lesions.cut": "Les annotations de {file} coupent du calcium continu ({lesions:lésion|lésions})\u00a0: "
    "{voxels} voxels sur {whole} sont en dehors et ne comptent pas. Une recroissance les prendrait.",
    "lesions.marked_at": "Le calcium a été annoté à partir de {marked_hu} UH et est compté à partir de "
    "{threshold_hu} UH\u00a0: ce qui se trouve entre les deux au bord de {lesions:annotation|annotations} n'y est pas.",
    "lesions.regrown": "Les annotations de {file} ont été étendues\u00a0: {lesions:lésion touchée prise "
    "entière|lésions touchées prises entières}, {voxels} voxels de plus que les annotés\u00a0; {left_as_marked} plus "
    "grandes que toute lésion sont restées telles quelles.",
    "lesions.away_from_heart": "{voxels} des {whole} voxels de calcium que {file} annote comme coronaires "
    "sont loin du cœur\u00a0: à plus de {margin_mm} mm du tissu entre les poumons.",
    "lesions.contours_outside": "{contours:contour|contours} de {file} hors des images\u00a0: laissés de côté.",
    "lesions.contours_moved": "{contours:contour|contours} de {file} entre deux coupes\u00a0: pris dans la "
    "plus proche.",
    "lesions.share": "{reaching} des {voxels} voxels annotés de {file} ({percent:.1f} %) atteignent {threshold_hu} UH.",
    "lesions.read_as": "Des noms de {file} ont été lus comme {read_as}.",
}
