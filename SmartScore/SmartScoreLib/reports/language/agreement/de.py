"""German."""

TEXTS: dict[str, str] = {
    "agreement_title": "Übereinstimmung von Befundungen",
    "agreement_made_by": "Erstellt mit {software}. Für die Forschung, kein Medizinprodukt.",
    "agreement_compared": "Was verglichen wurde",
    "agreement_method": "Verfahren",
    "agreement_source": "Quelle",
    "agreement_exams": "Untersuchungen",
    "agreement_paired_by": "Untersuchungen sind einander zugeordnet nach: {paired_by}.",
    "agreement_key_series": "Series Instance UID",
    "agreement_key_study": "Study Instance UID",
    "agreement_key_column": "Spalte „{column}“",
    "agreement_reference": "{name} ist die Referenz.",
    "agreement_no_reference": "Kein Verfahren ist die Referenz; wo Läsionen gezählt werden, steht das erste jedes "
    "Paars an ihrer Stelle.",
    "agreement_to_know": "Was zu wissen ist",
    "agreement_pair": "{first} und {second}",
    "agreement_against": "{second} gegen die Referenz {first}",
    "agreement_pair_exams": "Untersuchungen mit einem Ergebnis von beiden: {exams}.",
    "agreement_scores": "Scores",
    "agreement_territory": "Gefäß",
    "agreement_total": "Gesamt",
    "agreement_measure_agatston": "Agatston-Score",
    "agreement_measure_volume_mm3": "Volumen (mm³)",
    "agreement_measure_mass_mg": "Masse (mg)",
    "agreement_icc": "ICC(A,1)",
    "agreement_bias": "Mittlere Differenz",
    "agreement_limits": "Grenzen der Übereinstimmung",
    "agreement_root_limits": "Wurzelgrenzen",
    "agreement_root_range": "{low} bis {high} × √Mittel",
    "agreement_range": "{low} bis {high}",
    "agreement_categories": "Kategorien",
    "agreement_same_category": "Dieselbe Kategorie in {same} von {exams} Untersuchungen.",
    "agreement_kappa_linear": "Gewichtetes Kappa, linear",
    "agreement_kappa_quadratic": "Gewichtetes Kappa, quadratisch",
    "agreement_lesions": "Läsionen",
    "agreement_lesions_of": "Läsionen: {name}",
    "agreement_found": "Davon bei {name}",
    "agreement_sensitivity": "Sensitivität",
    "agreement_predictive_value": "Positiver prädiktiver Wert",
    "agreement_f1": "F1",
    "agreement_by_number": "Nach Anzahl",
    "agreement_by_volume": "Nach Volumen",
    "agreement_lesion_exams": "Läsionen wurden in {exams} Untersuchungen gezählt.",
    "agreement_together": "Alle Verfahren zusammen",
    "agreement_largest": "Größte Unterschiede",
    "agreement_largest_what": "Agatston-Score gesamt, nach der Differenz durch die Wurzel des Mittels.",
    "agreement_exam": "Untersuchung",
    "agreement_difference": "Differenz",
    "agreement_how": "Wie die Zahlen entstehen",
    "agreement_how_interval": "In Klammern stehen 95-%-Konfidenzintervalle.",
    "agreement_how_icc": "ICC(A,1): Intraklassenkorrelation für die absolute Übereinstimmung einzelner Befundungen, "
    "zweifaktoriell mit zufälligen Effekten (McGraw und Wong 1996; ICC(2,1) von Shrout und Fleiss 1979). Sie hängt "
    "davon ab, wie weit sich die Untersuchungen unterscheiden.",
    "agreement_how_limits": "Mittlere Differenz: zweites minus erstes Verfahren. Grenzen der Übereinstimmung: "
    "mittlere Differenz ± 1,96 Standardabweichungen (Bland und Altman 1986, Intervalle von 1999).",
    "agreement_how_root": "Wurzelgrenzen: dasselbe für die Differenz durch die Wurzel des Mittels, denn Scores "
    "weichen umso mehr ab, je größer sie sind (Sevrukov 2005). Bei einem Score von 100 sind ±2 × √Mittel ±20. "
    "Untersuchungen mit null bei beiden zählen dabei nicht.",
    "agreement_how_kappa": "Gewichtetes Kappa: Cohen 1968, Standardfehler nach Fleiss, Cohen und Everitt 1969, der "
    "Kategorien nach {classification} und dem gedruckten Score.",
    "agreement_how_lesions": "Läsionen: Gruppen markierter Voxel über 130 HU, die mit ihren Flächen zusammenhängen, "
    "wie in orCaScore (Wolterink 2016). Eine Läsion ist gefunden, wenn das andere Verfahren eines ihrer Voxel "
    "markiert; in den Zeilen der Gefäße: im selben Gefäß. Das F1 von orCaScore ist das des Volumens. Die Intervalle "
    "ziehen Untersuchungen, nicht Läsionen (Bootstrap).",
    "agreement_mean_of": "Mittel von {first} und {second}",
    "agreement_minus": "{second} − {first}",
    "agreement_chart_scores": "Scores von beiden, je Untersuchung",
    "agreement_chart_bland_altman": "Differenz gegen Mittel",
    "agreement_chart_categories": "Untersuchungen nach Kategorie",
    "agreement_chart_arteries": "Differenz gegen Mittel, je Gefäß",
    "agreement_chart_icc": "ICC(A,1) mit Intervall",
    "agreement_chart_lesions": "Läsionen, nach Anzahl",
    "agreement_line_of_identity": "gleiche Scores",
    "agreement_root_line": "Wurzelgrenzen, mit Intervallen",
    "agreement_constant_line": "Grenzen, die überall gleich sind",
    "agreement_files": "Dateien",
    "agreement_files_what": "Dieselben Zahlen als Daten: {files}. Abbildungen als PNG, PDF und SVG: {folder}.",
}

REMARKS: dict[str, str] = {
    "comparison.agreement_other_person": "{exam} hat Patient IDs verschiedener Personen ({persons}) und wurde "
    "ausgelassen. Wurde eine anonymisiert, hilft --other-ids.",
    "comparison.agreement_several": "{method} hat {count} Befundungen von {exam} ({files}): ausgelassen, da nicht "
    "klar ist, welche gilt.",
    "comparison.agreement_no_key": "{method}: {exams:Untersuchung hat|Untersuchungen haben} nichts für {key} und "
    "konnten nicht zugeordnet werden.",
    "comparison.agreement_lacks": "{method} fehlen {exams:Untersuchung|Untersuchungen}, die andere haben: {first:;}.",
    "comparison.agreement_alone": "{exam} gibt es nur bei {method}.",
    "comparison.agreement_not_read": "{method}: {exams:Untersuchung|Untersuchungen} nicht befundet oder nicht "
    "auswertbar, ausgelassen.",
    "comparison.agreement_invalid": "{method}: {exams:Untersuchung mit ungültigem Score|Untersuchungen mit ungültigem "
    "Score}, ausgelassen.",
    "comparison.agreement_unreviewed": "{method}: {exams:Untersuchung enthält|Untersuchungen enthalten} Markierungen "
    "eines Programms, die niemand bestätigt hat.",
    "comparison.agreement_not_opened": "{file} wurde ausgelassen: {why}",
    "comparison.agreement_few_exams": "{first} und {second} haben {exams:Untersuchung|Untersuchungen} gemeinsam: die "
    "Intervalle sind weit.",
    "comparison.agreement_lesions_not_read": "{exam}: Läsionen wurden nicht gezählt: {why}",
    "comparison.agreement_other_images": "{exam}: die beiden entstanden auf verschiedenen Bildern; Läsionen wurden "
    "nicht gezählt.",
    "comparison.agreement_other_rules": "{first} und {second} werten nach verschieden benannten Regeln aus: {rules} "
    "und {others}.",
    "comparison.agreement_no_lesions": "Läsionen wurden nicht gezählt, da nicht von beiden Markierungen mit Bildern "
    "vorliegen: {pairs:;}.",
    "comparison.agreement_no_persons": "{method} nennt keine Patienten; wessen Untersuchungen zugeordnet sind, wurde "
    "nicht geprüft.",
    "comparison.agreement_marks_lost": "{method}: von {exams:Untersuchung|Untersuchungen} wurden die Bilder oder die "
    "ausgewerteten Markierungen nicht gefunden, oder die Markierungen haben sich seither geändert; dort wurden keine "
    "Läsionen gezählt.",
}
