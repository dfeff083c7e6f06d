"""French. Captions of pictures are in Latin-1, so that DICOM text fields can carry them."""

from SmartScoreLib.reports.language.marks.fr import MARKS
from SmartScoreLib.reports.language.meaning.fr import REMARKS as MEANING
from SmartScoreLib.reports.language.rules.fr import RULES

TEXTS: dict[str, str] = {
    "locale_name": "Français",
    "locale_decimal": ",",
    "locale_group": "\u00a0",
    "locale_least_grouped_digits": "4",
    "locale_months": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "locale_noun_capitals": "no",
    "locale_date": "{day:02d}/{month:02d}/{year}",
    "locale_colon": "\u00a0:",
    "locale_and": " et ",
    # both reports
    "page": "Page {number} sur {total}",
    "research_use": "Usage de recherche, pas un dispositif médical",
    "not_known": "inconnu",
    "not_available": "non disponible",
    "not_given": "non indiqué",
    "male": "homme",
    "female": "femme",
    "age": "{years} ans",
    "territory_LM": "TCG",
    "territory_LAD": "IVA",
    "territory_LCX": "Cx",
    "territory_RCA": "CD",
    "territory_PDA": "IVP",
    "territory_CORONARY": "Non attribué",
    "territory_AORTA": "Aorte ascendante",
    "territory_AV": "Valve aortique",
    "territory_MV": "Valve mitrale",
    "territory_OTHER": "Autre",
    "abbreviation_LM": "TCG",
    "abbreviation_LAD": "IVA",
    "abbreviation_LCX": "Cx",
    "abbreviation_RCA": "CD",
    "abbreviation_PDA": "IVP",
    "where": " dans {file}",
    "where_others": " dans {file} et {others} autres",
    "where_every": " dans {file} et les {others} autres",
    # Physician report
    "physician_title": "Calcium coronaire",
    "physician_title_draft": "{title} (provisoire)",
    "patient_id": "Identifiant",
    "birth_date": "Né(e) le",
    "age_sex": "Âge, sexe",
    "body": "Taille, poids",
    "smoking": "Tabagisme",
    "smoking_YES": "oui",
    "smoking_NO": "non",
    "smoking_UNKNOWN": "inconnu",
    "value_given": "{value} (indiqué)",
    "value_given_instead": "{value} (indiqué\u00a0; DICOM\u00a0: {dicom})",
    "value_instead": "{value} (DICOM\u00a0: {dicom})",
    "study": "Examen",
    "accession": "N° de demande",
    "referring": "Demandeur",
    "institution": "Établissement",
    "no_name": "Nom non indiqué",
    "name_not_drawn": "Nom non affichable",
    "agatston_score": "Score d'Agatston",
    "vessels": "vaisseaux calcifiés\u00a0: {number}",
    "branch_counted_right": "{branch} compte avec {vessel} (dominance droite).",
    "branch_counted_left": "{branch} compte avec {vessel} (dominance gauche).",
    "branch_counted_unknown": "{branch} compte avec {vessel} (dominance inconnue).",
    "column_lesions": "Lésions",
    "column_agatston": "Agatston",
    "column_volume_mm3": "Volume",
    "column_mass_mg": "Masse",
    "total": "Total",
    "extra_title": "Hors des artères coronaires (non compris dans le total)",
    "arterial_age_is": "Âge artériel {years} ans.",
    "density_score": "Score de densité",
    "density_explained": "Score de densité\u00a0: score d'Agatston par surface, de 1 à 4.",
    "diffusivity": "Diffusivité",
    "diffusivity_explained": "Diffusivité\u00a0: 1 moins la part du vaisseau le plus calcifié\u00a0; 0 si tout est "
    "dans un seul vaisseau.",
    "notice_invalid": "Non valable\u00a0: {text}",
    "notice_limits": "Limité\u00a0: {text}",
    "notice_more": "{number} de plus sous Avertissements.",
    "notice_count": "Limité\u00a0; remarques sous Avertissements\u00a0: {number}.",
    "unreviewed": "Les annotations sont automatiques\u00a0; aucun radiologue ne les a validées.",
    "unreviewed_short": "Annotations non validées",
    "not_a_result": "Pas un résultat",
    "not_read": "Non lu",
    "not_read_short": "Zéro non confirmé",
    "not_read_notice": "Aucun calcium coronaire n'est annoté, et aucun radiologue n'a confirmé qu'il n'y en a pas.",
    "score_invalid": "Score non valable",
    "impression_title": "Conclusion",
    "impression_title_drafted": "Conclusion (proposée d'après les nombres)",
    "impression_invalid": "Pas de conclusion\u00a0: le score n'est pas valable.",
    "tiles_title": "Coupes au score coronaire le plus élevé",
    "tiles_title_extra": "Coupes avec calcium hors des artères coronaires",
    "tile_caption": "Coupe {number}/{total}, {position}",
    "tile_score": "Agatston {score}",
    "texts_title": "Indication et constatations",
    "indication": "Indication",
    "comparison": "Comparaison",
    "image_quality": "Qualité des images",
    "extracardiac": "Hors du cœur",
    "acquisition_title": "Technique",
    "scanner": "Scanner",
    "tube_voltage": "Tension",
    "tube_current": "Courant",
    "exposure": "Exposition",
    "slice_thickness": "Épaisseur de coupe",
    "slice_spacing": "Espacement",
    "kernel": "Filtre",
    "gating": "Synchro. ECG",
    "gating_prospective": "prospective",
    "gating_retrospective": "rétrospective",
    "gating_none": "aucune",
    "gating_phase": "oui",
    "ctdi_vol": "CTDIvol",
    "dlp": "PDL",
    "slices": "Coupes",
    "series": "Série",
    "protocol_title": "Règles de calcul",
    "protocol": "Règles",
    "threshold": "Seuil",
    "threshold_value": "à partir de {hu} UH",
    "minimum_area": "Surface minimale",
    "minimum_area_value": "{area} mm², {neighbors} voisins",
    "minimum_area_more": "plus de {area} mm², {neighbors} voisins",
    "minimum_voxels": "{area}, {voxels} voxels",
    "weights": "Facteurs de densité",
    "weights_value": "1, 2, 3, 4 à partir de {one}, {two}, {three}, {four} UH",
    "volume_method": "Volume",
    "volume_plain": "somme des voxels",
    "volume_isotropic": "interpolé (isotrope)",
    "mass_factor": "Facteur de masse",
    "mass_factor_none": "aucun\u00a0: masse non disponible",
    "mass_factor_value": "{factor} mg/mm³/UH",
    "marks": "Annotations",
    "rounding": 'Agatston et volume sont arrondis à l\'entier le plus proche, la masse à une décimale\u00a0; "<1" '
    "est plus que 0 et moins que 0,5. Les totaux sont arrondis après l'addition\u00a0; catégorie, percentile et "
    "couleurs suivent le total arrondi.",
    "warnings_title": "Avertissements",
    "sources_title": "Références",
    "reference_agatston": "Score d'Agatston\u00a0: {citation}",
    "reference_cac_drs": "CAC-DRS\u00a0: {citation}",
    "reference_arterial_age": "Âge artériel\u00a0: {citation}",
    "reference_density": "Score de densité\u00a0: {citation}",
    "reference_diffusivity": "Diffusivité\u00a0: {citation}",
    "reader": "Radiologue",
    "comment_title": "Commentaire",
    "status": "Statut\u00a0: {status}",
    "status_draft": "provisoire",
    "status_final": "définitif",
    "status_not_stated": "non indiqué",
    "report_date": "Date du rapport",
    "signature": "Signature",
    # Patient report
    "patient_title": "Votre scanner du cœur\u00a0: score calcique",
    "draft_mark": "Provisoire",
    "patient_scan_date": "Examen du {date}",
    "patient_measured_title": "Ce qui a été mesuré",
    "patient_measured": "Un scanner a pris des images de votre cœur. On y voit les artères coronaires, qui irriguent "
    "le cœur. Le calcium a été mesuré dans la paroi de ces artères. Il s'accumule au fil des ans là où il y a des "
    "dépôts, appelés plaques. Un seul nombre dit combien il y en a\u00a0: le score calcique (score d'Agatston).",
    "patient_result_title": "Votre résultat",
    "patient_score_caption": "score calcique",
    "patient_result_unreviewed": "Pas encore de résultat.",
    "patient_detail_unreviewed": "Un programme a marqué les images. Il y aura un résultat quand un médecin aura "
    "vérifié ces repères.",
    "patient_result_not_read": "Pas encore de résultat.",
    "patient_detail_not_read": "Les images n'ont pas encore été lues. Il y aura un résultat quand un médecin les "
    "aura regardées.",
    "patient_result_invalid": "Il n'y a pas de résultat.",
    "patient_detail_invalid": "{why} Ce scanner ne donne donc pas de score calcique. Votre médecin peut vous dire ce "
    "qu'il faut faire.",
    "patient_invalid_contrast": "Pour ce scanner, vous avez reçu un produit de contraste. Sur les images, il "
    "ressemble au calcium, et on ne peut pas les distinguer.",
    "patient_invalid_projection": "Ces images sont faites de plusieurs couches réunies. On ne peut pas y mesurer le "
    "calcium.",
    "patient_invalid_other": "On ne peut pas mesurer le calcium sur ces images.",
    "patient_limits": "Le nombre peut être un peu trop haut ou trop bas, car {causes}.",
    "patient_limit_settings": "le scanner n'était pas réglé comme d'habitude",
    "patient_limit_slices": "les couches des images n'étaient pas comme d'habitude",
    "patient_limit_incomplete": "il manque peut-être une partie du cœur sur les images",
    "patient_limit_heartbeat": "on ne sait pas si les images ont suivi le rythme du cœur",
    "patient_limit_noise": "les images ne sont pas tout à fait nettes",
    "patient_limit_rules": "on n'a pas compté comme d'habitude",
    "patient_limit_marks": "les repères viennent d'autres images",
    "patient_limit_fit": "les repères ne correspondent pas partout à ces images",
    "patient_limit_pictures": "les images n'ont pas été faites comme d'habitude",
    "patient_limit_several": "plusieurs choses n'étaient pas comme d'habitude",
    "patient_heart_title": "Où il se trouve",
    "patient_heart_title_zero": "Les artères du cœur",
    "patient_heart_note": "Image simple du cœur vu de face\u00a0: votre côté droit est à gauche.",
    "patient_heart_zero": "Aucun calcium n'a été trouvé dans ces artères.",
    "patient_branch": "{branch} est une branche de {vessel}\u00a0; les deux comptent pour une artère.",
    "patient_heart_unassigned": "{score} de votre score ne sont attribués à aucune artère précise.",
    "patient_branch_unknown": "{branch} compte comme branche de {vessel}, comme chez la plupart des gens.",
    "heart_LM": "Tronc commun",
    "heart_LAD": "Artère antérieure",
    "heart_LCX": "Artère latérale",
    "heart_RCA": "Artère droite",
    "heart_PDA": "Artère postérieure",
    "heart_legend": "Score\u00a0:",
    "patient_means_title": "Ce que le nombre veut dire",
    "patient_means_zero_1": "Un score de zéro veut dire que le scanner n'a montré aucun calcium dans les artères de "
    "votre cœur.",
    "patient_means_zero_2": "Dans de grandes études, les personnes avec un score de zéro ont eu moins souvent un "
    "infarctus que les personnes avec un score plus élevé.",
    "patient_means_1": "Le calcium dans les artères du cœur est un signe de plaques. Elles peuvent se former sans "
    "que l'on sente quelque chose.",
    "patient_means_2": "Plus le nombre est élevé, plus on a vu de calcium. Dans de grandes études, les personnes avec "
    "un score élevé ont eu plus souvent un infarctus que celles avec un score bas.",
    "patient_means_high": "Un nombre très élevé ne dit pas à lui seul qu'une artère est bouchée ou que quelque chose "
    "va bientôt arriver.",
    "patient_means_3": "Le nombre est une partie de l'ensemble. L'âge, la tension, le cholestérol, le diabète, le "
    "tabac et les maladies dans la famille comptent aussi.",
    "patient_means_not_title": "Ce qu'il ne veut pas dire",
    "patient_means_not_1": "Il ne montre pas si une artère est rétrécie, ni si le sang passe bien.",
    "patient_means_not_2": "Il ne montre pas les plaques sans calcium. Il peut y en avoir à tout score, même à zéro.",
    "patient_means_not_3": "Il ne peut pas dire ce qui arrivera à une personne en particulier.",
    "patient_extra": "Du calcium a aussi été vu hors des artères du cœur ({where}). Il ne compte pas dans votre "
    "score\u00a0; les chiffres sont dans le rapport de votre médecin.",
    "patient_questions_title": "Questions que vous pouvez poser à votre médecin",
    "patient_question_1": "Que veut dire ce résultat pour moi, avec mes autres facteurs de risque\u00a0?",
    "patient_question_2": "Change-t-il quelque chose à mon traitement\u00a0?",
    "patient_question_3": "Un autre examen serait-il utile\u00a0?",
    "patient_question_4": "Que puis-je faire moi-même pour la santé de mon cœur\u00a0?",
    "patient_question_5": "Faudra-t-il refaire ce scanner un jour, et quand\u00a0?",
    "patient_question_zero_2": "À quels autres facteurs de risque dois-je faire attention\u00a0?",
    "patient_question_high_2": "Quelles sont les prochaines étapes, et dans quel délai\u00a0?",
    "patient_closing": "Cette page explique une mesure. Elle ne pose pas de diagnostic et ne remplace pas une "
    "discussion avec votre médecin.",
    # screen saves
    "screen_slice": "Coupe {number} sur {total}",
    "screen_slab": "MIP {first}-{last} sur {total}",
    "screen_position": "Position {position}",
    "screen_window": "Fenêtre C {center}  W {width}",
    "screen_this_slice": "Coupe",
    "screen_slab_column": "MIP",
    "screen_all": "Tout",
    "screen_agatston": "Score d'Agatston",
    "screen_total": "Coronaires",
    "screen_threshold": "Seuil {hu} UH",
    "contact_title": "Toutes les coupes avec lésions",
    "caption_physician": "Rapport médical, page {number} sur {total}",
    "caption_patient": "Rapport pour le patient, page {number} sur {total}",
    "caption_screen": "Coupe {number}, {position}",
    "caption_contact": "Planche, page {number} sur {total}",
}

REMARKS: dict[str, str] = MARKS | {
    # the series
    "series.contrast": "Un produit de contraste{agent:quoted} a été injecté ({attribute})\u00a0; le sang rehaussé "
    "compte comme calcium et de tels scores ne sont pas valables.",
    "series.projection": "D'après {attribute}, les images sont des projections de plusieurs coupes\u00a0; les scores "
    "ne sont pas valables.",
    "series.kvp": "{attribute} est {kvp}\u00a0; le seuil de 130 UH et les facteurs de densité valent pour 120 kVp.",
    "series.kvp_missing": "{attribute} manque\u00a0; le seuil de 130 UH vaut pour 120 kVp.",
    "series.kvp_partly_missing": "{attribute} est {kvp} et manque dans certaines images\u00a0; le seuil de 130 UH et "
    "les facteurs de densité valent pour 120 kVp.",
    "series.spacing": "Les coupes sont espacées de {spacing_mm:.4g} mm\u00a0; les scores sont comparables de 2,5 à 3 "
    "mm.",
    "series.thickness_differs": "{attribute} diffère entre les images\u00a0: de {least_mm} à {most_mm} mm.",
    "series.overlap": "{attribute} est {thickness_mm} mm, mais les coupes sont espacées de {spacing_mm:.4g} "
    "mm\u00a0: elles se chevauchent\u00a0; le score utilise l'espacement.",
    "series.gaps": "{attribute} est {thickness_mm} mm, mais les coupes sont espacées de {spacing_mm:.4g} mm\u00a0: "
    "elles ne sont pas jointives\u00a0; le score utilise l'espacement.",
    "series.uneven_gaps": "L'espacement des coupes n'est pas constant\u00a0: de {least_mm:.2f} à {most_mm:.2f} mm "
    "({attribute})\u00a0; le score utilise sa moyenne de {mean_mm:.2f} mm.",
    "series.not_axial": "Les images ne sont pas axiales mais inclinées de {degrees:.0f} degrés\u00a0; le score "
    "d'Agatston est défini sur des images axiales.",
    "series.tilt": "{attribute} est de {degrees} degrés, mais les images ne sont pas inclinées d'autant\u00a0; "
    "vérifiez les distances.",
    "series.matrix": "Les images ont {rows} x {columns} pixels au lieu de 512 x 512 ({attributes}).",
    "series.rescale_differs": "{attribute} diffère entre les images\u00a0; chaque image a été lue avec sa propre "
    "valeur.",
    "series.phases": "La phase cardiaque diffère entre les images\u00a0: {phases}.",
    "series.phases_partly_unknown": "La phase cardiaque diffère entre les images\u00a0: inconnue, {phases}.",
    "series.lossy_research": "D'après {attribute}, sans taux ni méthode, les images ont subi une compression avec "
    "perte\u00a0; les scores sont réservés à la recherche.",
    "series.body_part": "{attribute} est {value}, ni le cœur ni le thorax.",
    "series.burned_in": "{attribute} est YES\u00a0: du texte dans les pixels peut passer pour du calcium.",
    "series.multienergy": "{attribute} est YES\u00a0; le seuil de 130 UH vaut pour des images mono-énergie.",
    "series.file_outside": "{file} est en dehors de ce volume\u00a0; si ce fichier en fait partie, le volume est "
    "incomplet.",
    "series.files_outside": "{files} fichiers (premier\u00a0: {first}) sont en dehors de ce volume\u00a0; s'ils en "
    "font partie, il est incomplet.",
    "series.images_left_out": "Hors de ce volume\u00a0: {images:image|images} de la même série (première\u00a0: "
    "{first})\u00a0; il est peut-être incomplet.",
    "series.no_headers": "Le volume n'a pas d'en-têtes DICOM ici\u00a0: tension du tube, produit de contraste et "
    "phase cardiaque n'ont pas pu être vérifiés.",
    "series.no_air": "La valeur la plus basse du volume est {lowest_hu}\u00a0; au scanner, l'air est proche de -1000 "
    "UH. Si les valeurs ne sont pas des unités Hounsfield, tous les scores sont faux.",
    "series.contrast_seen": "Le sang entre les poumons a {blood_hu:.0f} UH, comme après produit de contraste (30 à "
    "60 UH "
    "sans)\u00a0; le sang rehaussé compte comme du calcium, de tels scores ne sont pas valables.",
    "series.subtracted": '{attribute} est "{value}"\u00a0: du calcium a pu être retiré de ces images, de tels scores '
    "ne sont "
    "pas valables.",
    "series.no_tissue": "Seules {percent:.1f} % des valeurs sont proches de 0 UH, où se trouvent les tissus mous. Si "
    "les "
    "valeurs ne sont pas des unités Hounsfield, tous les scores sont faux.",
    "series.noise": "Le bruit est de {noise_hu:.0f} UH (écart type des tissus mous entre les poumons), plus que les "
    "{most_hu} UH du protocole\u00a0; il peut passer pour du calcium.",
    "series.heart_cut_below": "Le cœur semble coupé à la coupe la plus basse\u00a0; le calcium en dessous n'est pas "
    "compté.",
    "series.heart_cut_above": "Le cœur semble coupé à la coupe la plus haute\u00a0; le calcium au-dessus n'est pas "
    "compté.",
    "series.units_unspecified": "{attribute} est US (non précisé)\u00a0; les valeurs ont été lues comme des unités "
    "Hounsfield.",
    "series.repeated_place": "Là où deux acquisitions se rejoignent, deux images sont au même endroit\u00a0; une de "
    "chaque paire a"
    " été laissée de côté\u00a0: {images:image|images} (première\u00a0: {first}).",
    "series.uid_of_each_image": "Chaque image a son propre Series Instance UID, comme après une anonymisation "
    "fautive\u00a0; {images}"
    " images ont été réunies par leur position, car tout le reste concorde.",
    "series.virtual_plain": '{attribute} est "{value}", comme pour des images virtuelles sans contraste\u00a0; elles '
    "contiennent "
    "moins de calcium que les vraies.",
    "series.angiography": '{attribute} est "{value}", comme pour un examen avec produit de contraste\u00a0; s\'il a '
    "été "
    "injecté, les scores ne sont pas valables.",
    "series.gating_unknown": "Les en-têtes ne disent pas si l'acquisition était synchronisée sur le rythme "
    "cardiaque\u00a0; sans "
    "cela, le mouvement rend le calcium flou.",
    "series.impossible_left_out": "{attribute} est plus grand que tout ce qui se mesure\u00a0; la valeur a été "
    "laissée de côté.",
    "series.values_not_judged": "Les valeurs ne montrent pas de poumons avec un cœur entre eux\u00a0; elles ne "
    "disent donc rien du "
    "produit de contraste, du bruit, ni si le cœur est entier.",
    "series.without_meta": "{files:fichier|fichiers} sans préambule ni méta-information DICOM\u00a0; leur codage a "
    "été déduit de"
    " leurs octets.",
    "series.own_output": "Les images ont été écrites par {software}\u00a0: elles font partie d'une autre série.",
    "series.long_text": "{attribute} dépasse {longest} caractères\u00a0; le début est affiché.",
    "series.lossless": "Les pixels sont compressés sans perte ({kinds}).",
    "series.copies": "{files} fichiers sont des copies d'autres et ont été laissés de côté.",
    "series.character_set": "Specific Character Set (0008,0005) de {file} est {declared}, inconnu de DICOM\u00a0; "
    "il est compris comme {meant}.",
    "series.text_undeclared": "{file} contient des textes dans un jeu de caractères non déclaré\u00a0; ils "
    "sont lus comme {read_by}.",
    "series.text_not_as_declared": "{file} contient des textes qui ne sont pas dans le jeu de caractères déclaré, "
    "{declared}\u00a0; ils sont lus comme {read_by}.",
    # the marks
    "reading.scored_otherwise": "La lecture a été enregistrée avec un score d'Agatston de {saved:.3f}\u00a0; "
    "rouverte, ses annotations donnent {now:.3f}.",
    "reading.earlier_remark": "{words} (enregistré par une autre version)",
    "lesions.resampled": "Les annotations de {file} (voxels de {slice_mm:.4g} x {row_mm:.4g} x {column_mm:.4g} mm) "
    "ont été rééchantillonnées sur la série (voxels de {to_slice_mm:.4g} x {to_row_mm:.4g} x {to_column_mm:.4g} mm) "
    "au plus proche voisin\u00a0; vérifiez-les sur les images.",
    "lesions.left_out": "{voxels} voxels annotés de {file} sont hors des images et ont été laissés de côté.",
    "lesions.other_patient": "{file} porte le Patient ID (0010,0020) {patient_id}, les images {own_id}\u00a0: "
    "vérifiez qu'il s'agit de la même personne.",
    "lesions.other_series": "{file} a été fait sur une autre série de cet examen ({uid}).",
    "lesions.seed_moved": "Le clic {seed} de {file} ({territory:words}) a été déplacé de {moved_mm:.1f} mm vers le "
    "calcium le plus proche.",
    "lesions.origin_clicks": "clics de {file}",
    "lesions.origin_clicked": "clics",
    "lesions.origin_marks": "annotations de {file}",
    "lesions.origin_segmentation": 'segmentation "{name}"',
    "lesions.segment": 'segment "{name}" de {file}',
    "lesions.numbered_segment": 'segment {number} "{name}" de {file}',
    "lesions.label": 'valeur {label} ("{name}") de {file}',
    "scene.marked_twice": "{voxels} voxels étaient annotés dans plus d'un territoire\u00a0; chacun compte une fois, "
    "dans le premier du tableau.",
    "scene.sampled": "Les annotations sont sur une autre grille que les images\u00a0; elles ont été lues au centre des "
    "voxels.",
    "scene.no_territory": 'Le segment "{name}" n\'est pas un territoire\u00a0; ses annotations figurent sous Autre et '
    "ne comptent pas.",
    "scene.contradiction": "{why} D'ici là, ses annotations figurent sous Autre et ne comptent pas.",
    "scene.segment": 'segment "{name}"',
    "lesions.contradiction": "Nom et code se contredisent ({segment})\u00a0: le nom dit {by_name:words}, le code "
    "{by_code:words}\u00a0; les deux doivent dire la même chose.",
    "proposal.unreviewed": "NON VÉRIFIÉ\u00a0: les {regions} régions à partir de {threshold_hu} UH ont toutes été "
    'annotées "{territory:words}" par le programme, y compris éclats osseux, valves, métal et bruit. Aucune n\'est '
    "attribuée à une artère coronaire\u00a0; le total coronaire n'est donc pas un résultat, un radiologue doit les "
    "attribuer.",
    "proposal.bones": "{bones} régions de plus de {limit_mm3} mm³ ont été laissées de côté comme de l'os.",
    "proposal.origin": "automatiques, non vérifiées",
    # rules, zero, and whose
    **RULES,
    # what a score means
    **MEANING,
}
