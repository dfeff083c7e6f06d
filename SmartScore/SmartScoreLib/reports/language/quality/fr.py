"""French."""

TEXTS: dict[str, str] = {
    "qa_title": "Contrôle sur fantôme calcique",
    "qa_caption": "Contrôle sur fantôme calcique",
    "qa_scanner": "Scanner",
    "qa_serial": "Numéro de série",
    "qa_station": "Station",
    "qa_date": "Acquisition",
    "qa_technique": "Tube",
    "qa_slices": "Coupes",
    "qa_field": "Champ de vue",
    "qa_image": "UID de la série",
    "qa_phantom": "Fantôme",
    "qa_phantom_found": "QRM-CCI\u00a0: neuf inserts trouvés, à {misfit} mm du plan de référence",
    "qa_factor": "Facteur de masse",
    "qa_factor_origin": "{factor} mg/mm³/UH, {origin}",
    "qa_inserts": "Inserts",
    "qa_insert": "Insert",
    "qa_insert_value": "{density} mg/cm³, {diameter} mm",
    "qa_nominal": "Nominale",
    "qa_recovered": "du nominal",
    "qa_published": "Scores d'Agatston publiés pour le même fantôme",
    "qa_this": "Ce scan",
    "qa_small": "petit",
    "qa_large": "grand",
    "qa_published_note": "Du plus petit au plus grand de {scans} scans par fabricant et par taille (petit\u00a0: "
    "thorax sans anneau d'extension\u00a0; grand\u00a0: avec), 120 kVp, calculés selon une seule règle pour tous les "
    "scanners. En gras\u00a0: ce scan s'y trouve. Ces valeurs décrivent quatre scanners d'une étude de 2021 et ne "
    "sont pas des limites d'acceptation.",
    "qa_source": "Valeurs publiées\u00a0: {source}",
    "qa_nominal_note": "Masse nominale\u00a0: volume du cylindre x densité, d'après les dimensions du fabricant. Le "
    "flou des bords et le seuil en écartent la mesure.",
    "qa_plane": "Plan des inserts",
    "qa_rods": "Tiges d'étalonnage",
    "qa_signed": "Contrôlé par, date",
    "qa_no_rods": "absentes des images",
    "mass_factor_entered": "saisi",
    "qa_none": "aucun\u00a0: masse non disponible",
    "qa_remarks": "Remarques",
    "word_small": "petit",
    "word_medium": "moyen",
    "word_large": "grand",
}

REMARKS: dict[str, str] = {
    "quality.no_rods": "Les tiges d'étalonnage ne sont pas dans les images\u00a0: aucun facteur de masse n'a été "
    "mesuré.",
    "quality.scanner_not_told": "Aucun facteur de masse enregistré n'a été utilisé\u00a0: les images n'indiquent pas "
    "le scanner, la tension du tube et la date\u00a0; la masse n'est donc pas disponible.",
    "quality.no_calibration": "Aucun facteur de masse n'est enregistré pour {scanner} à {kvp} kVp\u00a0; la masse "
    "n'est donc pas disponible.",
    "quality.calibration_later": "Les facteurs de masse enregistrés pour {scanner} commencent le {first:date}, après "
    "cet examen du {day:date}\u00a0: aucun n'a été utilisé, et la masse n'est pas disponible.",
    "quality.calibration_expired": "Le facteur de masse enregistré pour {scanner} était valable jusqu'au "
    "{last:date}\u00a0; cet examen est du {day:date}\u00a0: il n'a pas été utilisé, et la masse n'est pas disponible. "
    "À mesurer de nouveau.",
    "quality.origin_stored": "enregistré pour {scanner} à {kvp} kVp, mesuré le {measured_on:date}, valable jusqu'au "
    "{expires_on:date}",
    "quality.origin_scanner": "du scanner, dans les images (Calcium Scoring Mass Factor Patient)",
    "quality.origin_scanner_size": "du scanner, dans les images (Calcium Scoring Mass Factor Device, gabarit du "
    "patient\u00a0: {size:words})",
}
