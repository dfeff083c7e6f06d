"""What pages say of earlier scans, in German."""

TEXTS: dict[str, str] = {
    "followup_title": "Vergleich mit der Untersuchung vom {date}",
    "followup_years": "Untersuchungen vom {before} und {after}, {years} Jahre auseinander.",
    "followup_dates": "Untersuchungen vom {before} und {after}.",
    "followup_verdict_real": "Änderung des Agatston-Scores: echt nach jeder Grenze.",
    "followup_verdict_within_error": "Änderung des Agatston-Scores: im Bereich des Messfehlers.",
    "followup_verdict_unclear": "Änderung des Agatston-Scores: unklar, Grenzen sind uneins.",
    "followup_verdict_biased": "Änderung des Agatston-Scores: unklar, Gründe siehe unten.",
    "followup_scores": "Agatston-Score {before}, dann {after}, Änderung {difference}.",
    "followup_scores_again": "Nach {rules}: {before}, dann {after}, Änderung {difference}.",
    "followup_counts": "Herde: {counts}.",
    "followup_ungated": "ungetriggert",
    "followup_column_change": "Änderung",
    "followup_column_per_year": "pro Jahr",
    "followup_limits": "Änderung und Grenze",
    "followup_limit_sevrukov": "Sevrukov",
    "followup_limit_chung": "MESA",
    "followup_limit_square_root": "Wurzeln",
    "followup_again": "Nach {rules}",
    "followup_lesions_title": "Was aus jedem Herd wurde",
    "followup_alignment": "Deckung der Untersuchungen: {quality}, {percent} % Übereinstimmung.",
    "followup_alignment_given": "Deckung der Untersuchungen: {quality}.",
    "followup_quality_good": "gut",
    "followup_quality_fair": "mäßig",
    "followup_quality_poor": "schlecht",
    "followup_fate_new": "neu",
    "followup_fate_grown": "gewachsen",
    "followup_fate_same": "gleich",
    "followup_fate_smaller": "kleiner",
    "followup_fate_gone": "verschwunden",
    "followup_fate_merged": "verschmolzen",
    "followup_fate_split": "geteilt",
    "followup_fate_outside_earlier": "früher nicht abgebildet",
    "followup_fate_outside_later": "später nicht abgebildet",
    "followup_more": "{number} weitere.",
    "followup_course_title": "Verlauf",
    "followup_course_about": "Score nach Alter in Jahren; Kurven: Perzentile von {population}.",
    "followup_remarks_title": "Hinweise zum Vergleich",
    "followup_reference": "Grenzen der Änderung: {citation}",
    "patient_change_title": "Seit der früheren Untersuchung",
    "patient_change_up": "Am {date} war Ihr Score {before}. Jetzt ist er {after}. Er ist um mehr gestiegen, als zwei "
    "Messungen am selben Herzen sonst auseinander liegen.",
    "patient_change_down": "Am {date} war Ihr Score {before}. Jetzt ist er {after}. Er ist um mehr gefallen, als zwei "
    "Messungen am selben Herzen sonst auseinander liegen.",
    "patient_change_within": "Am {date} war Ihr Score {before}. Jetzt ist er {after}. So weit können zwei Messungen "
    "am selben Herzen auch dann auseinander liegen, wenn sich nichts geändert hat.",
    "patient_change_unclear": "Am {date} war Ihr Score {before}. Jetzt ist er {after}. Ob sich wirklich etwas "
    "geändert hat, ist nicht sicher: Auch zwei Messungen am selben Herzen sind nie ganz gleich.",
    "patient_change_zero": "Auch am {date} wurde kein Kalk gefunden.",
    "patient_change_withheld": "Ein Vergleich mit den Bildern vom {date} ist nicht möglich.",
    "patient_change_limits": "Die Bilder wurden nicht beide Male gleich gemacht. Auch das kann den Score ändern.",
}

REMARKS: dict[str, str] = {
    "comparison.not_a_result": "Die Untersuchungen sind nicht vergleichbar: die Befundung vom {date:date} ist kein "
    "Ergebnis (nichts wurde befundet, oder niemand hat es bestätigt).",
    "comparison.no_coronary_score": "Die Untersuchungen sind nicht vergleichbar: die Befundung vom {date:date} hat "
    "keinen Score der Herzkranzgefäße (Kalk wurde nach Augenmaß eingestuft, oder befundet wurde die Aortenklappe).",
    "comparison.invalid": "Die Untersuchungen sind nicht vergleichbar: der Score vom {date:date} ist nicht gültig.",
    "comparison.field_of_view": "Die Untersuchungen sind nicht vergleichbar: nach Pixel Spacing (0028,0030) wären die "
    "Bilder vom {date:date} {field_mm:.4g} mm breit. Der Wert ist nicht in Millimetern, und der Score gilt nicht.",
    "comparison.stated_same": "Laut Angabe sind beide Untersuchungen von einer Person; die Bilddaten unterscheiden "
    "sich: {differences}",
    "comparison.person_differs": "Patienten-IDs und Geburtsdaten {before} ({born_before:date}) und {after} "
    "({born_after:date}), Namen {names:;}.",
    "comparison.name_differs": "Der Name ist verschieden ({names:;}); Patienten-ID und Geburtsdatum sind gleich.",
    "comparison.sex_differs": "Das Geschlecht ist in den Bilddaten verschieden.",
    "comparison.only_id": "Nur die Patienten-ID sagt, dass beide Untersuchungen von einer Person sind; Name oder "
    "Geburtsdatum sind nicht bekannt.",
    "comparison.ungated_now": "Die spätere Untersuchung ist nicht EKG-getriggert, die frühere ist es: ohne Triggerung "
    "sind Scores meist zu niedrig, und kleiner Kalk entgeht (Xie et al. 2013). Die Grenzen der Änderung wurden an "
    "getriggerten Untersuchungen gemessen und gelten hier nicht.",
    "comparison.ungated_before": "Die frühere Untersuchung ist nicht EKG-getriggert, die spätere ist es: ohne "
    "Triggerung sind Scores meist zu niedrig, so dass der Score ohne Änderung steigen kann (Xie et al. 2013). Die "
    "Grenzen der Änderung wurden an getriggerten Untersuchungen gemessen und gelten hier nicht.",
    "comparison.ungated_both": "Beide Untersuchungen sind nicht EKG-getriggert: die Grenzen der Änderung wurden an "
    "getriggerten gemessen, und der Fehler ist hier größer.",
    "comparison.dates_unknown": "Die Daten der Untersuchungen sind nicht bekannt; die Reihenfolge ist die angegebene.",
    "comparison.tube_voltage_lower": "Die Röhrenspannung ist niedriger als früher ({before} und {after} kVp): Kalk "
    "ist dann heller, der spätere Score zu hoch.",
    "comparison.tube_voltage_higher": "Die Röhrenspannung ist höher als früher ({before} und {after} kVp): Kalk ist "
    "dann dunkler, der spätere Score zu niedrig.",
    "comparison.tube_voltages_by_rules": "Die Röhrenspannungen sind verschieden ({before} und {after} kVp); jede "
    "Untersuchung wurde nach Regeln für ihre eigene bewertet.",
    "comparison.slices_thinner": "Die Schichten sind dünner als früher ({before} und {after} mm): dünnere Schichten "
    "ergaben höhere Scores (Mühlenbruch et al. 2005).",
    "comparison.slices_thicker": "Die Schichten sind dicker als früher ({before} und {after} mm): dickere Schichten "
    "ergaben niedrigere Scores (Mühlenbruch et al. 2005).",
    "comparison.kernels_differ": "Die Bilder wurden mit verschiedenen Kernels berechnet ({before} und {after}).",
    "comparison.manufacturers_differ": "Die Scanner sind von verschiedenen Herstellern ({before} und {after}): am "
    "selben Phantom ergaben solche Scanner verschiedene Scores (Willemink et al. 2015, Choi et al. 2020).",
    "comparison.dose_lower": "Die Dosis ist niedriger als früher (CTDIvol {before} und {after} mGy): mehr Rauschen "
    "kann den späteren Score zu hoch machen.",
    "comparison.dose_higher": "Die Dosis ist höher als früher (CTDIvol {before} und {after} mGy): weniger Rauschen "
    "kann den späteren Score niedriger machen.",
    "comparison.rules_differ": "Bewertet wurde nach verschiedenen Regeln ({before} und {after}).",
    "comparison.threshold_higher": "Die Schwelle ist höher als früher ({before} und {after} HU): der spätere Score "
    "ist dadurch niedriger.",
    "comparison.threshold_lower": "Die Schwelle ist niedriger als früher ({before} und {after} HU): der spätere Score "
    "ist dadurch höher.",
    "comparison.volume_methods_differ": "Die Volumen wurden verschieden gemessen und sind nicht vergleichbar.",
    "comparison.phases_differ": "Die Bilder sind aus verschiedenen Phasen des Herzschlags ({before} und {after}).",
    "comparison.territories_differ": "{lesions:Herd|Herde}: einer anderen Arterie zugeordnet als früher. Die Summe "
    "ist vergleichbar, die einzelnen Arterien sind es nicht.",
    "comparison.not_covered": "{lesions:Herd|Herde} mit einem Agatston-Score von {agatston} liegen dort, wo die "
    "andere Untersuchung nichts zeigt: die Summen sind nicht vom selben Teil des Herzens.",
    "comparison.to_zero": "Von früherem Kalk ist nichts übrig: beide Untersuchungen ansehen, bevor das als Änderung "
    "gilt; Bewegung und Rauschen können Kalk verbergen.",
    "comparison.alignment_fair": "Die Untersuchungen decken sich mäßig ({percent} %): die Zuordnung der Herde prüfen.",
    "comparison.alignment_poor": "Die Untersuchungen ließen sich nicht gut zur Deckung bringen: die Zuordnung der "
    "Herde ist nicht verlässlich.",
    "comparison.again_own_voltages": "Nicht nach gemeinsamen Regeln neu bewertet: die Regeln gelten für die "
    "Röhrenspannung der jeweiligen Untersuchung.",
    "comparison.models_differ": "Die Scanner sind verschiedene Modelle ({before} und {after}).",
    "comparison.pixels_differ": "Die Pixel sind verschieden groß ({before} und {after} mm).",
    "comparison.spacings_differ": "Der Schichtabstand ist verschieden ({before} und {after} mm).",
    "comparison.tube_voltage_unknown": "Die Röhrenspannung einer der Untersuchungen ist nicht bekannt.",
    "comparison.readers_differ": "Befundet haben verschiedene Personen ({before} und {after}).",
    "comparison.dominance_differs": "Der koronare Versorgungstyp war früher anders angegeben.",
    "comparison.short_interval": "Zwischen den Untersuchungen ({days:Tag|Tage}) liegt weniger als ein Jahr: die "
    "Änderung pro Jahr ist hochgerechnet.",
    "comparison.body_mass_unknown": "Die Grenze der MESA-Studie fehlt: Größe und Gewicht sind aus den Bilddaten nicht "
    "bekannt.",
    "comparison.shifted_by_hand": "Die Deckung wurde von Hand um {shift_mm} mm verschoben.",
}
