"""German: the remarks on rules, on a confirmed zero, and on whose score it is."""

RULES: dict[str, str] = {
    "scoring.threshold": "Die Schwelle ist {threshold_hu} HU statt {standard_hu} HU; Referenzwerte gelten für "
    "{standard_hu} HU.",
    "scoring.tube_voltage": "Die Regeln gelten für eine Röhrenspannung von {rules_kvp} kVp, die Serie hat {kvp} kVp.",
    "scoring.tube_voltage_unknown": "Die Regeln gelten für eine Röhrenspannung von {rules_kvp} kVp; die der Serie "
    "ist nicht bekannt.",
    "scoring.tube_voltage_presets": "Für diese Röhrenspannung gibt es Regeln: {names}. Verwendet werden sie erst, "
    "wenn sie gewählt sind.",
    "scoring.tube_voltage_fits": "Schwelle und Gewichte sind die für die Röhrenspannung der Serie veröffentlichten, "
    "{rules_kvp} kVp.",
    "scoring.unscored": "Die Markierungen von {territory:words} enthalten nichts, was zählt (Schwelle {threshold_hu} "
    "HU, Mindestfläche {minimum_area_mm2} mm²).",
    "scoring.border": "Zusammenhängender Kalk liegt in mehreren Gebieten ({territories:words}), in "
    "{slices:Schicht|Schichten}: Er wird als Ganzes nach Fläche und Maximum beurteilt, und jedes Gebiet erhält "
    "seinen Teil der Fläche.",
    "scoring.isotropic": "Volumina sind zwischen den Schichten interpoliert (isotrop).",
    "scoring.nothing_to_interpolate": "Volumina sind Summen der Voxel: Der Schichtabstand ist kleiner als anderthalb "
    "Pixel, zu interpolieren ist nichts.",
    "scoring.zero_confirmed": "Es ist ärztlich bestätigt, dass kein Koronarkalk vorliegt.",
    "scoring.source_agatston": "Agatston 1990, wie heute üblich: 130 HU, 8 Nachbarn, Komponenten von mindestens 1 "
    "mm² in der Schicht, Gewicht nach ihrem Maximum (130, 200, 300, 400 HU), mal Schichtabstand / 3 mm; Volumen als "
    "Summe der Voxel. Was AJ-130 des Produkts sonst noch tut, ist nicht öffentlich",
    "scoring.source_study": "{size}; {volume}; {study}",
    "scoring.source_area": "Komponenten über {minimum_area_mm2} mm²",
    "scoring.source_any_size": "Keine Mindestfläche",
    "scoring.source_voxels": "Komponenten von mehr als {more_than} Voxeln",
    "scoring.source_plain": "Volumen als Summe der Voxel",
    "scoring.source_isotropic": "isotropes Volumen",
    "scoring.source_vendors": "wie untersucht von van Praagh et al. 2021 (PMC8360117), einer Phantomstudie zum "
    "Kalk-Scoring von vier Herstellern; 8 Nachbarn, wie ihr Programm in MolloiLab/CAC-stanford-data rechnet (4 in "
    "nwerf/FQM_Analysis)",
    "scoring.source_ge": "{study}. Nachbarn, Rundung und was AJ-130 sonst noch tut, sind nicht öffentlich: Berichtet "
    "ist ein Score des Produkts von 285 bei einem Volumen von 106 mm³ (Slicer-Forum, Thema 1544); diese Regeln geben "
    "dafür höchstens 141",
    "scoring.source_siemens": "{study}. Mindestfläche und Nachbarn des Produkts sind nicht öffentlich; mit seinem "
    "Kernel Sa36f gelten 130 HU bei jeder Röhrenspannung",
    "scoring.source_literature": "die Regeln der Literatur, {study}",
    "scoring.source_without_mass_threshold": "{study}. Die eigene Masse-Schwelle des Herstellers wird nicht verwendet",
    "scoring.source_tube_voltage": "Schwelle und Gewichte für {kvp} kVp nach Gräni et al. 2018 (Eur Heart J "
    "Cardiovasc Imaging 19:1362), wie in MolloiLab/CalciumScoring.jl; alles Übrige wie SmartScore AJ-130",
    "scoring.source_147_hu": "147 HU für 100 kVp (Nakazato et al. 2009), mit den Gewichten für 120 kVp, wie "
    "verwendet von van Praagh et al. 2021; alles Übrige wie SmartScore AJ-130",
    "scoring.source_135_kvp": "Schwelle und Gewichte für 135 kVp wie in MolloiLab/CalciumScoring.jl; alles Übrige "
    "wie SmartScore AJ-130",
    "scoring.origin_measured": "in diesen Bildern gemessen: {mg_per_cm3} mg/cm³ haben {calcium_hu:.1f} HU, Wasser hat "
    "{water_hu:.1f} HU",
    "scoring.source_given": "{text}",
    # zero, and whose
    "proposal.reviewed": "Vom Programm vorgeschlagen, vom Befunder bestätigt: {accepted} angenommen, {changed} "
    "davon in einem anderen Gefäß, {rejected} abgelehnt, {open} offen gelassen.",
    "proposal.zero_candidates": "Nahe dem Herzen nicht markiert: {count:Stelle|Stellen} ab {threshold_hu} HU; die "
    "größte hat {volume_mm3:.0f} mm³ und {peak_hu:.0f} HU, in Schicht {slice} bei ({center_lps_mm:.1f}) mm.",
    "proposal.zero_candidates_anywhere": "Nicht markiert: {count:Stelle|Stellen} ab {threshold_hu} HU, die kein "
    "Knochen sind; die größte hat {volume_mm3:.0f} mm³ und {peak_hu:.0f} HU, in Schicht {slice} bei "
    "({center_lps_mm:.1f}) mm. Wo das Herz liegt, war nicht zu sehen.",
    "interpretation.not_read": "Nicht verfügbar: Es ist kein Koronarkalk markiert, und niemand hat bestätigt, dass "
    "keiner vorliegt.",
    "interpretation.nothing_counts": "Nicht verfügbar: Nichts von dem, was in den Koronararterien markiert ist, zählt, "
    "und niemand hat bestätigt, dass kein Kalk vorliegt.",
    "series.ages_differ": "{attribute} nennt {stated} Jahre, Geburts- und Untersuchungsdatum ergeben {by_dates}; "
    "verwendet wird das Alter nach den Daten.",
    "reading.age_differs": "Angegeben ist ein Alter von {given} Jahren; DICOM nennt {dicom}.",
    "reading.sex_differs": "Angegeben ist das Geschlecht {given:words}; DICOM nennt {dicom:words}.",
    "reading.smoking_differs": "Der angegebene Raucherstatus widerspricht DICOM.",
    "lesions.origin_zero": "keine",
}
