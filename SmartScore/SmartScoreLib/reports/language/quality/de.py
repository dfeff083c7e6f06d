"""German."""

TEXTS: dict[str, str] = {
    "qa_title": "Prüfung mit dem Kalkphantom",
    "qa_caption": "Prüfung mit dem Kalkphantom",
    "qa_scanner": "Gerät",
    "qa_serial": "Seriennummer",
    "qa_station": "Station",
    "qa_date": "Aufnahme",
    "qa_technique": "Röhre",
    "qa_slices": "Schichten",
    "qa_field": "Bildfeld",
    "qa_image": "Serien-UID",
    "qa_phantom": "Phantom",
    "qa_phantom_found": "QRM-CCI: neun Einsätze gefunden, {misfit} mm neben der Vorlage",
    "qa_factor": "Massenfaktor",
    "qa_factor_origin": "{factor} mg/mm³/HU, {origin}",
    "qa_inserts": "Einsätze",
    "qa_insert": "Einsatz",
    "qa_insert_value": "{density} mg/cm³, {diameter} mm",
    "qa_nominal": "Sollwert",
    "qa_recovered": "vom Soll",
    "qa_published": "Veröffentlichte Agatston-Werte desselben Phantoms",
    "qa_this": "Aufnahme",
    "qa_small": "klein",
    "qa_large": "groß",
    "qa_published_note": "Kleinster bis größter Wert aus {scans} Aufnahmen je Hersteller und Größe (klein: Thorax "
    "ohne Erweiterungsring, groß: mit Ring), 120 kVp, für alle Geräte nach derselben Regel berechnet. Fett: Diese "
    "Aufnahme liegt darin. Sie beschreiben vier Geräte einer Studie von 2021 und sind keine Abnahmegrenzen.",
    "qa_source": "Veröffentlichte Werte: {source}",
    "qa_nominal_note": "Sollmasse: Volumen des Zylinders x Dichte nach den Maßen des Herstellers. Überstrahlung und "
    "Schwelle lassen den Messwert davon abweichen.",
    "qa_plane": "Ebene der Einsätze",
    "qa_rods": "Kalibrierstäbe",
    "qa_signed": "Geprüft von, Datum",
    "qa_no_rods": "nicht in den Bildern",
    "mass_factor_entered": "wie eingegeben",
    "qa_none": "keiner: Masse nicht verfügbar",
    "qa_remarks": "Hinweise",
    "word_small": "klein",
    "word_medium": "mittel",
    "word_large": "groß",
}

REMARKS: dict[str, str] = {
    "quality.no_rods": "Die Kalibrierstäbe liegen nicht in den Bildern: Es wurde kein Massenfaktor gemessen.",
    "quality.scanner_not_told": "Es wurde kein gespeicherter Massenfaktor verwendet: Die Bilder nennen Gerät, "
    "Röhrenspannung und Datum nicht, daher ist die Masse nicht verfügbar.",
    "quality.no_calibration": "Für {scanner} bei {kvp} kVp ist kein Massenfaktor gespeichert, daher ist die Masse "
    "nicht verfügbar.",
    "quality.calibration_later": "Die für {scanner} gespeicherten Massenfaktoren gelten erst ab {first:date}, diese "
    "Aufnahme ist vom {day:date}: Es wurde keiner verwendet, die Masse ist nicht verfügbar.",
    "quality.calibration_expired": "Der für {scanner} gespeicherte Massenfaktor galt bis {last:date}, diese Aufnahme "
    "ist vom {day:date}: Er wurde nicht verwendet, die Masse ist nicht verfügbar. Bitte neu messen.",
    "quality.origin_stored": "gespeichert für {scanner} bei {kvp} kVp, gemessen am {measured_on:date}, gültig bis "
    "{expires_on:date}",
    "quality.origin_scanner": "vom Gerät, in den Bildern (Calcium Scoring Mass Factor Patient)",
    "quality.origin_scanner_size": "vom Gerät, in den Bildern (Calcium Scoring Mass Factor Device, Patientengröße: "
    "{size:words})",
}
