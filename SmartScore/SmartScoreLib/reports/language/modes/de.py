"""German."""

TEXTS: dict[str, str] = {
    "valve_title": "Aortenklappe",
    "valve_agatston": "Agatston-Score {score}",
    "valve_unlikely": "Hochgradige Aortenstenose unwahrscheinlich",
    "valve_not_decided": "Hochgradige Aortenstenose: nicht entschieden",
    "valve_likely": "Hochgradige Aortenstenose wahrscheinlich",
    "valve_very_likely": "Hochgradige Aortenstenose sehr wahrscheinlich",
    "valve_bounds_male": "Männer: unwahrscheinlich unter {unlikely}, wahrscheinlich ab {likely}, sehr wahrscheinlich "
    "ab {very_likely}; dazwischen nicht entschieden.",
    "valve_bounds_female": "Frauen: unwahrscheinlich unter {unlikely}, wahrscheinlich ab {likely}, sehr "
    "wahrscheinlich ab {very_likely}; dazwischen nicht entschieden.",
    "valve_low_flow": "Bei niedrigem Fluss ist eine hochgradige Stenose auch bei kleineren Werten möglich. Der Wert "
    "ergänzt die Echokardiographie und ersetzt sie nicht.",
    "valve_source": "Grenzen: ESC/EACTS-Leitlinie 2021, Vahanian et al. 2022, Eur Heart J 43:561, nach "
    "Sekundärquellen; für getriggerte CT mit etwa 3 mm bei 120 kVp.",
    "text_valve": "Aortenklappe: Agatston-Score {score}. {grade}.",
    "caption_chest": "Befund Thorax-CT, Seite {number} von {total}",
    "chest_title": "Koronarkalk im Thorax-CT",
    "chest_title_draft": "Koronarkalk im Thorax-CT, ENTWURF",
    "chest_short": "Thorax-CT, ungetriggert",
    "chest_grade": "Visueller Grad",
    "chest_patient": "Patient",
    "grade_none": "keiner",
    "grade_mild": "leicht",
    "grade_moderate": "mäßig",
    "grade_severe": "schwer",
    "grade_not_given": "nicht beurteilt",
    "chest_cac_drs": "CAC-DRS {category} (visuell)",
    "chest_vessels": "Gefäße mit Kalk: {number} von 4",
    "chest_weston": "Weston-Score {score} von {most}",
    "chest_weston_missing": "Weston-Score nicht verfügbar: alle vier Gefäße beurteilen",
    "chest_ungated": "Als nicht EKG-getriggert befundet: Es gibt weder Perzentile noch arterielles Alter noch "
    "Risiko, und ein Agatston-Score ist nicht der einer getriggerten Aufnahme.",
    "chest_agatston": "Agatston-Score, ungetriggert",
    "chest_agatston_note": "Bewegung verwischt und verdoppelt Kalk; ungetriggerte Werte weichen von getriggerten ab, "
    "meist nach unten. Keine Kategorie A0 bis A3.",
    "screen_agatston_ungated": "Agatston, ungetriggert",
    "chest_sources": "Visueller Grad: Hecht et al. 2018 (CAC-DRS); Williams et al. 2021 (BSCI/BSCCT und BSTI), Br J "
    "Radiol 94:20200894. Weston-Score: Kirsch et al. 2012, nach Chen et al. 2021 (10.3389/fcvm.2021.684292).",
    "impression_chest": "Koronarkalk im ungetriggerten Thorax-CT: visuell {grade}.",
    "impression_chest_category": "Koronarkalk im ungetriggerten Thorax-CT: visuell {grade} (CAC-DRS {category}).",
    "impression_chest_none": "Es wurde kein visueller Grad angegeben.",
    "impression_chest_weston": "Weston-Score {score} von {most}.",
    "guide_title": "Visuelle Grade des Koronarkalks im Thorax-CT",
    "guide_none": "Kein Kalk in den Koronararterien.",
    "guide_mild": "Wenige kleine oder blasse Herde.",
    "guide_moderate": "Mehr als wenige Herde, weniger als schwer.",
    "guide_severe": "Dichter Kalk, der überstrahlt, oder lange verkalkte Strecken.",
    "guide_note": "Bilder eines im Programm erzeugten Phantoms, Schichten von 5 mm, ungetriggert. Beurteilt wird der "
    "Patient als Ganzes und jedes Gefäß (LM, LAD, LCX, RCA) von 0 (keiner) bis 3 (schwer); die Summe ist der "
    "Weston-Score. Fenster mit Breite 400 HU und Mitte 50 HU oder ein Knochenfenster zeigen den Kalk, ohne ihn zu "
    "verdecken.",
    "word_none": "keinen",
    "word_mild": "leicht",
    "word_moderate": "mäßig",
    "word_severe": "schwer",
    "valve_report_title": "Befund Aortenklappenkalk",
    "valve_report_title_draft": "Befund Aortenklappenkalk, ENTWURF",
    "chest_tiles_title": "Schichten mit dem höchsten Score, ungetriggert",
}

REMARKS: dict[str, str] = {
    "scoring.valve_thin": "Die Schichten liegen {spacing_mm:.3g} mm auseinander; Werte der Aortenklappe werden mit "
    "solchen von 2,5 bis 3 mm verglichen, und dünnere Schichten zählen Rauschen mit.",
    "interpretation.ungated": "Nicht verfügbar: Die Aufnahme wird als ungetriggertes Thorax-CT befundet.",
    "interpretation.valve_ungated": "Eine hochgradige Aortenstenose wird nicht beurteilt: Die Grenzen gelten für "
    "getriggerte Aufnahmen.",
    "interpretation.valve_sex": "Eine hochgradige Aortenstenose wird nicht beurteilt: Die Grenzen sind je nach "
    "Geschlecht verschieden, und dieses ist nicht bekannt.",
    "reading.chest_gated": "Laut den Bildern wurde EKG-getriggert; sie werden befundet, als wären sie es nicht.",
    "reading.graded_none_but_marked": "Nach Augenmaß ist kein Kalk in {vessels}; dort ist Kalk markiert, der zählt.",
    "reading.patient_none_but_marked": "Nach Augenmaß gibt es keinen Koronarkalk; es ist Koronarkalk markiert, "
    "der zählt.",
    "reading.chest_recognised": "Laut den Bildern wurde nicht EKG-getriggert: als ungetriggertes Thorax-CT befundet.",
}
