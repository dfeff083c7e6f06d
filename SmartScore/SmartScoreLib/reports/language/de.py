"""German. Every character is in Latin-1, so that DICOM text fields can carry it."""

from SmartScoreLib.reports.language.marks.de import MARKS
from SmartScoreLib.reports.language.meaning.de import REMARKS as MEANING
from SmartScoreLib.reports.language.rules.de import RULES

TEXTS: dict[str, str] = {
    "locale_name": "Deutsch",
    "locale_decimal": ",",
    "locale_group": ".",
    "locale_least_grouped_digits": "4",
    "locale_months": "Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez",
    "locale_noun_capitals": "yes",
    "locale_date": "{day:02d}.{month:02d}.{year}",
    "locale_colon": ":",
    "locale_and": " und ",
    # both reports
    "page": "Seite {number} von {total}",
    "research_use": "Für Forschungszwecke, kein Medizinprodukt",
    "not_known": "nicht bekannt",
    "not_available": "nicht verfügbar",
    "not_given": "nicht angegeben",
    "male": "männlich",
    "female": "weiblich",
    "age": "{years} Jahre",
    "territory_LM": "LM",
    "territory_LAD": "LAD",
    "territory_LCX": "LCX",
    "territory_RCA": "RCA",
    "territory_PDA": "PDA",
    "territory_CORONARY": "Gefäß unklar",
    "territory_AORTA": "Aorta ascendens",
    "territory_AV": "Aortenklappe",
    "territory_MV": "Mitralklappe",
    "territory_OTHER": "Andere",
    "abbreviation_LM": "LM",
    "abbreviation_LAD": "LAD",
    "abbreviation_LCX": "LCX",
    "abbreviation_RCA": "RCA",
    "abbreviation_PDA": "PDA",
    "where": " in {file}",
    "where_others": " in {file} und {others} weiteren",
    "where_every": " in {file} und allen {others} anderen",
    # Physician report
    "physician_title": "Koronarkalk-Befund",
    "physician_title_draft": "{title} (Entwurf)",
    "patient_id": "Patienten-ID",
    "birth_date": "Geboren",
    "age_sex": "Alter, Geschl.",
    "body": "Größe, Gewicht",
    "smoking": "Raucherstatus",
    "smoking_YES": "ja",
    "smoking_NO": "nein",
    "smoking_UNKNOWN": "nicht bekannt",
    "value_given": "{value} (angegeben)",
    "value_given_instead": "{value} (angegeben; DICOM: {dicom})",
    "value_instead": "{value} (DICOM: {dicom})",
    "study": "Untersuchung",
    "accession": "Auftragsnr.",
    "referring": "Zuweiser",
    "institution": "Institution",
    "no_name": "Name nicht angegeben",
    "name_not_drawn": "Name nicht darstellbar",
    "agatston_score": "Agatston-Score",
    "vessels": "Gefäße mit Kalk: {number}",
    "branch_counted_right": "{branch} zählt zu {vessel} (Rechtsversorgungstyp).",
    "branch_counted_left": "{branch} zählt zu {vessel} (Linksversorgungstyp).",
    "branch_counted_unknown": "{branch} zählt zu {vessel} (Versorgungstyp nicht bekannt).",
    "column_lesions": "Läsionen",
    "column_agatston": "Agatston",
    "column_volume_mm3": "Volumen",
    "column_mass_mg": "Masse",
    "total": "Gesamt",
    "extra_title": "Außerhalb der Koronararterien (nicht im Gesamtwert)",
    "arterial_age_is": "Arterielles Alter {years} Jahre.",
    "density_score": "Dichte-Score",
    "density_explained": "Dichte-Score: Agatston-Score je Fläche, 1 bis 4.",
    "diffusivity": "Diffusivität",
    "diffusivity_explained": "Diffusivität: 1 minus Anteil des Gefäßes mit dem meisten Kalk; bei 0 liegt alles in "
    "einem Gefäß.",
    "notice_invalid": "Nicht gültig: {text}",
    "notice_limits": "Eingeschränkt: {text}",
    "notice_more": "{number} weitere unter Warnungen.",
    "notice_count": "Eingeschränkt; Hinweise unter Warnungen: {number}.",
    "unreviewed": "Die Markierungen entstanden automatisch; niemand hat sie bisher bestätigt.",
    "unreviewed_short": "Markierungen unbestätigt",
    "not_a_result": "Kein Ergebnis",
    "not_read": "Nicht befundet",
    "not_read_short": "Null unbestätigt",
    "not_read_notice": "Es ist kein Koronarkalk markiert, und niemand hat bestätigt, dass keiner vorliegt.",
    "score_invalid": "Score nicht gültig",
    "impression_title": "Beurteilung",
    "impression_title_drafted": "Beurteilung (Vorschlag aus den Zahlen)",
    "impression_invalid": "Keine Beurteilung: Der Score ist nicht gültig.",
    "tiles_title": "Schichten mit dem höchsten Koronar-Score",
    "tiles_title_extra": "Schichten mit Kalk außerhalb der Koronararterien",
    "tile_caption": "Schicht {number}/{total}, {position}",
    "tile_score": "Agatston {score}",
    "texts_title": "Indikation und Befund",
    "indication": "Indikation",
    "comparison": "Voruntersuchungen",
    "image_quality": "Bildqualität",
    "extracardiac": "Außerhalb des Herzens",
    "acquisition_title": "Technik",
    "scanner": "Gerät",
    "tube_voltage": "Röhrenspannung",
    "tube_current": "Röhrenstrom",
    "exposure": "mAs-Produkt",
    "slice_thickness": "Schichtdicke",
    "slice_spacing": "Schichtabstand",
    "kernel": "Kernel",
    "gating": "EKG-Triggerung",
    "gating_prospective": "prospektiv",
    "gating_retrospective": "retrospektiv",
    "gating_none": "keine",
    "gating_phase": "ja",
    "ctdi_vol": "CTDIvol",
    "dlp": "DLP",
    "slices": "Schichten",
    "series": "Serie",
    "protocol_title": "Regeln der Auswertung",
    "protocol": "Regeln",
    "threshold": "Schwelle",
    "threshold_value": "ab {hu} HU",
    "minimum_area": "Mindestfläche",
    "minimum_area_value": "{area} mm², {neighbors}er-Nachbarschaft",
    "minimum_area_more": "mehr als {area} mm², {neighbors}er-Nachbarschaft",
    "minimum_voxels": "{area}, {voxels} Voxel",
    "weights": "Dichtegewichte",
    "weights_value": "1, 2, 3, 4 ab {one}, {two}, {three}, {four} HU",
    "volume_method": "Volumen",
    "volume_plain": "Summe der Voxel",
    "volume_isotropic": "interpoliert (isotrop)",
    "mass_factor": "Massenfaktor",
    "mass_factor_none": "keiner: Masse nicht verfügbar",
    "mass_factor_value": "{factor} mg/mm³/HU",
    "marks": "Markierungen",
    "rounding": 'Agatston und Volumen sind kaufmännisch auf ganze Zahlen gerundet, Masse auf eine Dezimale; "<1" ist '
    "mehr als 0 und weniger als 0,5. Summen werden nach dem Addieren gerundet; Kategorie, Perzentile und Farben "
    "folgen der gerundeten Summe.",
    "warnings_title": "Warnungen",
    "sources_title": "Literatur",
    "reference_agatston": "Agatston-Score: {citation}",
    "reference_cac_drs": "CAC-DRS: {citation}",
    "reference_arterial_age": "Arterielles Alter: {citation}",
    "reference_density": "Dichte-Score: {citation}",
    "reference_diffusivity": "Diffusivität: {citation}",
    "reader": "Befundet von",
    "comment_title": "Kommentar",
    "status": "Status: {status}",
    "status_draft": "Entwurf",
    "status_final": "endgültig",
    "status_not_stated": "nicht angegeben",
    "report_date": "Befunddatum",
    "signature": "Unterschrift",
    # Patient report
    "patient_title": "Ihre Herzaufnahme: Kalk-Score",
    "draft_mark": "Vorläufig",
    "patient_scan_date": "Aufnahme vom {date}",
    "patient_measured_title": "Was gemessen wurde",
    "patient_measured": "Die Computertomographie (CT) hat Bilder von Ihrem Herzen gemacht. In den Wänden der "
    "Herzkranzgefäße, die den Herzmuskel mit Blut versorgen, wurde der Kalk gemessen. Er sammelt sich über viele "
    "Jahre dort, wo es Ablagerungen gibt, die Plaques. Eine Zahl sagt, wie viel Kalk es ist: der Kalk-Score "
    "(Agatston-Score).",
    "patient_result_title": "Ihr Ergebnis",
    "patient_score_caption": "Kalk-Score",
    "patient_result_unreviewed": "Noch kein Ergebnis.",
    "patient_detail_unreviewed": "Ein Programm hat die Bilder markiert. Ein Ergebnis gibt es, sobald ein Arzt oder "
    "eine Ärztin sie geprüft hat.",
    "patient_result_not_read": "Noch kein Ergebnis.",
    "patient_detail_not_read": "Die Bilder sind noch nicht befundet. Ein Ergebnis gibt es, sobald ein Arzt oder eine "
    "Ärztin sie angesehen hat.",
    "patient_result_invalid": "Es gibt kein Ergebnis.",
    "patient_detail_invalid": "{why} Darum gibt es aus dieser Aufnahme keinen Kalk-Score. Ihre Ärztin oder Ihr Arzt "
    "kann Ihnen sagen, wie es nun weitergeht.",
    "patient_invalid_contrast": "Für diese Aufnahme haben Sie Kontrastmittel bekommen. Im Bild sieht es aus wie "
    "Kalk, und man kann beides nicht trennen.",
    "patient_invalid_projection": "Diese Bilder sind aus mehreren Schichten zusammengesetzt. In ihnen kann man den "
    "Kalk nicht messen.",
    "patient_invalid_other": "In diesen Bildern kann man den Kalk nicht messen.",
    "patient_limits": "Die Zahl kann etwas zu hoch oder zu niedrig sein, weil {causes}.",
    "patient_limit_settings": "das Gerät anders eingestellt war als üblich",
    "patient_limit_slices": "die Schichten der Bilder anders waren als üblich",
    "patient_limit_incomplete": "vielleicht ein Teil des Herzens auf den Bildern fehlt",
    "patient_limit_heartbeat": "nicht bekannt ist, ob die Bilder im Takt des Herzens gemacht wurden",
    "patient_limit_noise": "die Bilder nicht ganz klar sind",
    "patient_limit_rules": "anders gezählt wurde als üblich",
    "patient_limit_marks": "die Markierungen von anderen Bildern stammen",
    "patient_limit_fit": "die Markierungen nicht überall zu diesen Bildern passen",
    "patient_limit_pictures": "die Bilder anders gemacht wurden als üblich",
    "patient_limit_several": "bei dieser Aufnahme mehreres anders war als üblich",
    "patient_heart_title": "Wo der Kalk liegt",
    "patient_heart_title_zero": "Die Herzkranzgefäße",
    "patient_heart_note": "Einfaches Bild des Herzens von vorn: Ihre rechte Seite ist links.",
    "patient_heart_zero": "In keinem dieser Gefäße wurde Kalk gefunden.",
    "patient_branch": "{branch} ist ein Ast von {vessel}; beide zählen als ein Gefäß.",
    "patient_heart_unassigned": "{score} von Ihrem Score sind keinem einzelnen Gefäß zugeordnet.",
    "patient_branch_unknown": "{branch} zählt als Ast von {vessel}, wie bei den meisten Menschen.",
    "heart_LM": "Hauptstamm",
    "heart_LAD": "Vorderes Gefäß",
    "heart_LCX": "Seitengefäß",
    "heart_RCA": "Rechtes Gefäß",
    "heart_PDA": "Hinteres Gefäß",
    "heart_legend": "Score:",
    "patient_means_title": "Was die Zahl bedeutet",
    "patient_means_zero_1": "Ein Score von null bedeutet, dass in den Herzkranzgefäßen kein Kalk zu sehen war.",
    "patient_means_zero_2": "In großen Studien hatten Menschen mit einem Score von null seltener einen Herzinfarkt als "
    "Menschen mit höheren Werten.",
    "patient_means_1": "Kalk in den Herzkranzgefäßen ist ein Zeichen für Plaques. Sie können entstehen, ohne dass man "
    "etwas spürt.",
    "patient_means_2": "Je höher die Zahl, desto mehr Kalk war zu sehen. In großen Studien hatten Menschen mit höheren "
    "Werten häufiger einen Herzinfarkt als Menschen mit niedrigeren.",
    "patient_means_high": "Eine sehr hohe Zahl sagt für sich allein nicht, dass ein Gefäß verschlossen ist oder dass "
    "bald etwas geschieht.",
    "patient_means_3": "Die Zahl ist ein Teil des Bildes. Auch Alter, Blutdruck, Cholesterin, Diabetes, Rauchen und "
    "Krankheiten in der Familie zählen.",
    "patient_means_not_title": "Was sie nicht bedeutet",
    "patient_means_not_1": "Sie zeigt nicht, ob ein Gefäß eng ist oder wie gut das Blut fließt.",
    "patient_means_not_2": "Sie zeigt keine Plaques ohne Kalk. Solche kann es bei jedem Score geben, auch bei null.",
    "patient_means_not_3": "Sie kann nicht sagen, was bei einem einzelnen Menschen geschehen wird.",
    "patient_extra": "Kalk war auch außerhalb der Herzkranzgefäße zu sehen ({where}). Er zählt nicht zu Ihrem Score; "
    "die Werte stehen im ärztlichen Befund.",
    "patient_questions_title": "Fragen, die Sie ärztlich besprechen können",
    "patient_question_1": "Was heißt dieses Ergebnis für mich und meine anderen Risiken?",
    "patient_question_2": "Ändert es etwas an meiner Behandlung?",
    "patient_question_3": "Sollte noch etwas untersucht werden?",
    "patient_question_4": "Was kann ich selbst für die Gesundheit meines Herzens tun?",
    "patient_question_5": "Sollte die Aufnahme einmal wiederholt werden, und wann?",
    "patient_question_zero_2": "Auf welche anderen Risiken sollte ich achten?",
    "patient_question_high_2": "Was sind die nächsten Schritte, und wie bald?",
    "patient_closing": "Diese Seite erklärt eine Messung. Sie stellt keine Diagnose und ersetzt nicht das ärztliche "
    "Gespräch.",
    # screen saves
    "screen_slice": "Schicht {number} von {total}",
    "screen_slab": "MIP {first}-{last} von {total}",
    "screen_position": "Position {position}",
    "screen_window": "Fenster C {center}  W {width}",
    "screen_this_slice": "Schicht",
    "screen_slab_column": "MIP",
    "screen_all": "Alle",
    "screen_agatston": "Agatston-Score",
    "screen_total": "Koronar",
    "screen_threshold": "Schwelle {hu} HU",
    "contact_title": "Alle Schichten mit Läsionen",
    "caption_physician": "Ärztlicher Befund, Seite {number} von {total}",
    "caption_patient": "Patientenbericht, Seite {number} von {total}",
    "caption_screen": "Schicht {number}, {position}",
    "caption_contact": "Übersicht, Seite {number} von {total}",
}

REMARKS: dict[str, str] = MARKS | {
    # the series
    "series.contrast": "Kontrastmittel{agent:quoted} wurde verabreicht ({attribute}); kontrastiertes Blut zählt als "
    "Kalk, solche Scores sind nicht gültig.",
    "series.projection": "Laut {attribute} sind die Bilder Projektionen mehrerer Schichten; Scores sind nicht gültig.",
    "series.kvp": "{attribute} ist {kvp}; die Schwelle von 130 HU und die Dichtegewichte gelten für 120 kVp.",
    "series.kvp_missing": "{attribute} fehlt; die Schwelle von 130 HU gilt für 120 kVp.",
    "series.kvp_partly_missing": "{attribute} ist {kvp} und fehlt in einigen Bildern; die Schwelle von 130 HU und die "
    "Dichtegewichte gelten für 120 kVp.",
    "series.spacing": "Der Schichtabstand ist {spacing_mm:.4g} mm; vergleichbar sind Scores bei 2,5 bis 3 mm.",
    "series.thickness_differs": "{attribute} ist nicht in allen Bildern gleich: {least_mm} bis {most_mm} mm.",
    "series.overlap": "{attribute} ist {thickness_mm} mm, der Schichtabstand aber {spacing_mm:.4g} mm: die Schichten "
    "überlappen; der Score nutzt den Abstand.",
    "series.gaps": "{attribute} ist {thickness_mm} mm, der Schichtabstand aber {spacing_mm:.4g} mm: zwischen den "
    "Schichten sind Lücken; der Score nutzt den Abstand.",
    "series.uneven_gaps": "Die Schichtabstände sind nicht gleich: {least_mm:.2f} bis {most_mm:.2f} mm ({attribute}); "
    "der Score nutzt ihren Mittelwert von {mean_mm:.2f} mm.",
    "series.not_axial": "Die Bilder sind nicht axial, sondern um {degrees:.0f} Grad gedreht; der Agatston-Score ist "
    "für axiale Bilder definiert.",
    "series.tilt": "{attribute} ist {degrees} Grad, aber die Bilder sind nicht entsprechend gekippt; Abstände prüfen.",
    "series.matrix": "Die Bilder haben {rows} x {columns} Pixel statt 512 x 512 ({attributes}).",
    "series.rescale_differs": "{attribute} ist nicht in allen Bildern gleich; jedes Bild wurde mit seinem Wert "
    "gelesen.",
    "series.phases": "Die Herzphase ist nicht in allen Bildern gleich: {phases}.",
    "series.phases_partly_unknown": "Die Herzphase ist nicht in allen Bildern gleich: unbekannt, {phases}.",
    "series.lossy_research": "Laut {attribute}, ohne Angabe von Verhältnis oder Verfahren, wurden die Bilder "
    "verlustbehaftet komprimiert; Scores dienen nur der Forschung.",
    "series.body_part": "{attribute} ist {value}, nicht Herz oder Thorax.",
    "series.burned_in": "{attribute} ist YES: Schrift in den Bildpunkten kann als Kalk zählen.",
    "series.multienergy": "{attribute} ist YES; die Schwelle von 130 HU gilt für Single-Energy-Bilder.",
    "series.file_outside": "{file} liegt außerhalb dieses Volumens; falls die Datei dazugehört, ist es unvollständig.",
    "series.files_outside": "{files} Dateien (erste: {first}) liegen außerhalb dieses Volumens; falls sie dazugehören, "
    "ist es unvollständig.",
    "series.images_left_out": "{images:Bild|Bilder} dieser Serie (erstes: {first}) ließen sich nicht in das Volumen "
    "einordnen; es ist möglicherweise unvollständig.",
    "series.no_headers": "Zum Volumen fehlen hier die DICOM-Angaben: Röhrenspannung, Kontrastmittel und Herzphase "
    "konnten nicht geprüft werden.",
    "series.no_air": "Der niedrigste Wert des Volumens ist {lowest_hu}; in der CT hat Luft etwa -1000 HU. Sind die "
    "Werte keine Hounsfield-Einheiten, ist jeder Score falsch.",
    "series.contrast_seen": "Das Blut zwischen den Lungen hat {blood_hu:.0f} HU, wie nach Kontrastmittel (ohne: 30 "
    "bis 60 HU); "
    "kontrastiertes Blut zählt als Kalk, solche Scores sind nicht gültig.",
    "series.subtracted": '{attribute} ist "{value}": Aus diesen Bildern kann Kalk entfernt worden sein, solche '
    "Scores sind "
    "nicht gültig.",
    "series.no_tissue": "Nur {percent:.1f} % der Werte liegen nahe 0 HU, wo Weichteile liegen. Sind die Werte keine "
    "Hounsfield-Einheiten, ist jeder Score falsch.",
    "series.noise": "Das Rauschen beträgt {noise_hu:.0f} HU (Standardabweichung der Weichteile zwischen den Lungen), "
    "mehr"
    " als die {most_hu} HU des Protokolls; es kann als Kalk zählen.",
    "series.heart_cut_below": "Das Herz scheint an der untersten Schicht abgeschnitten zu sein; Kalk darunter ist "
    "nicht gezählt.",
    "series.heart_cut_above": "Das Herz scheint an der obersten Schicht abgeschnitten zu sein; Kalk darüber ist "
    "nicht gezählt.",
    "series.units_unspecified": "{attribute} ist US (nicht angegeben); die Werte wurden als Hounsfield-Einheiten "
    "gelesen.",
    "series.repeated_place": "Wo zwei Aufnahmen aneinander grenzen, liegen zwei Bilder an derselben Stelle; je eines "
    "wurde "
    "weggelassen: {images:Bild|Bilder} (erstes: {first}).",
    "series.uid_of_each_image": "Jedes Bild hat eine eigene Series Instance UID, wie nach fehlerhafter "
    "Anonymisierung; {images} "
    "Bilder wurden nach ihrer Lage zusammengefügt, da alles andere übereinstimmt.",
    "series.virtual_plain": '{attribute} ist "{value}", wie bei virtuell nativen Bildern; sie enthalten weniger Kalk '
    "als echte.",
    "series.angiography": '{attribute} ist "{value}", wie bei einer Aufnahme mit Kontrastmittel; wurde es gegeben, '
    "sind Scores "
    "nicht gültig.",
    "series.gating_unknown": "Die Angaben sagen nicht, ob die Aufnahme vom Herzschlag ausgelöst wurde; ohne das "
    "verwischt Bewegung"
    " den Kalk.",
    "series.impossible_left_out": "{attribute} ist größer als alles, was gemessen wird; die Angabe wurde weggelassen.",
    "series.values_not_judged": "In den Werten sind keine Lungen mit einem Herz dazwischen zu erkennen; "
    "Kontrastmittel, Rauschen und "
    "Vollständigkeit des Herzens lassen sich an ihnen nicht prüfen.",
    "series.without_meta": "{files:Datei|Dateien} ohne DICOM-Präambel und File Meta Information; die Schreibweise "
    "wurde den "
    "Bytes entnommen.",
    "series.own_output": "Die Bilder wurden von {software} geschrieben: Sie sind Teil einer anderen Serie.",
    "series.long_text": "{attribute} ist länger als {longest} Zeichen; gezeigt wird der Anfang.",
    "series.lossless": "Die Bilder sind verlustfrei komprimiert ({kinds}).",
    "series.copies": "{files} Dateien sind Kopien anderer und wurden weggelassen.",
    "series.character_set": "Specific Character Set (0008,0005) in {file} ist {declared}, was DICOM nicht kennt; "
    "verstanden als {meant}.",
    "series.text_undeclared": "{file} enthält Texte in einem nicht angegebenen Zeichensatz; gelesen als {read_by}.",
    "series.text_not_as_declared": "{file} enthält Texte, die nicht im angegebenen Zeichensatz {declared} sind; "
    "gelesen als {read_by}.",
    # the marks
    "reading.scored_otherwise": "Die Befundung wurde mit einem Agatston-Score von {saved:.3f} gespeichert; wieder "
    "geöffnet ergeben ihre Markierungen {now:.3f}.",
    "reading.earlier_remark": "{words} (gespeichert von einer anderen Version)",
    "lesions.resampled": "Die Markierungen aus {file} (Voxel von {slice_mm:.4g} x {row_mm:.4g} x {column_mm:.4g} mm) "
    "wurden auf die Serie (Voxel von {to_slice_mm:.4g} x {to_row_mm:.4g} x {to_column_mm:.4g} mm) umgerechnet "
    "(nächster Nachbar); an den Bildern prüfen.",
    "lesions.left_out": "{voxels} markierte Voxel aus {file} liegen außerhalb der Bilder und wurden weggelassen.",
    "lesions.other_patient": "{file} hat die Patient ID (0010,0020) {patient_id}, die Bilder haben {own_id}: "
    "Bitte prüfen, ob beide von derselben Person sind.",
    "lesions.other_series": "{file} entstand an einer anderen Serie dieser Untersuchung ({uid}).",
    "lesions.seed_moved": "Klick {seed} aus {file} ({territory:words}) wurde um {moved_mm:.1f} mm auf den nächsten "
    "Kalk verschoben.",
    "lesions.origin_clicks": "Klicks aus {file}",
    "lesions.origin_clicked": "Klicks",
    "lesions.origin_marks": "Markierungen aus {file}",
    "lesions.origin_segmentation": 'Segmentierung "{name}"',
    "lesions.segment": 'Segment "{name}" aus {file}',
    "lesions.numbered_segment": 'Segment {number} "{name}" aus {file}',
    "lesions.label": 'Wert {label} ("{name}") aus {file}',
    "scene.marked_twice": "{voxels} Voxel waren in mehr als einem Territorium markiert; jedes zählt einmal, im "
    "ersten der Tabelle.",
    "scene.sampled": "Die Markierungen liegen auf einem anderen Gitter als die Bilder; sie wurden an den "
    "Mittelpunkten der Voxel abgelesen.",
    "scene.no_territory": 'Das Segment "{name}" ist kein Territorium; seine Markierungen stehen unter Andere und '
    "zählen nicht.",
    "scene.contradiction": "{why} Bis dahin stehen seine Markierungen unter Andere und zählen nicht.",
    "scene.segment": 'Segment "{name}"',
    "lesions.contradiction": "Name und Code widersprechen sich ({segment}): der Name sagt {by_name:words}, der "
    "Code {by_code:words}; beide müssen dasselbe sagen.",
    "proposal.unreviewed": "UNGEPRÜFT: Alle {regions} Bereiche ab {threshold_hu} HU wurden vom Programm als "
    '"{territory:words}" markiert, auch Knochensplitter, Klappen, Metall und Rauschen. Keiner ist einer Koronararterie '
    "zugeordnet, die koronare Summe ist also kein Ergebnis; eine befundende Person muss sie zuordnen.",
    "proposal.bones": "{bones} Bereiche über {limit_mm3} mm³ wurden als Knochen weggelassen.",
    "proposal.origin": "automatisch, ungeprüft",
    # rules, zero, and whose
    **RULES,
    # what a score means
    **MEANING,
}
