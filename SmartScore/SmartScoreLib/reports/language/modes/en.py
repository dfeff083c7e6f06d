"""English."""

TEXTS: dict[str, str] = {
    "valve_title": "Aortic valve",
    "valve_agatston": "Agatston score {score}",
    "valve_unlikely": "Severe aortic stenosis unlikely",
    "valve_not_decided": "Severe aortic stenosis: not decided",
    "valve_likely": "Severe aortic stenosis likely",
    "valve_very_likely": "Severe aortic stenosis very likely",
    "valve_bounds_male": "Men: unlikely below {unlikely}, likely from {likely}, very likely from {very_likely}; not "
    "decided in between.",
    "valve_bounds_female": "Women: unlikely below {unlikely}, likely from {likely}, very likely from {very_likely}; "
    "not decided in between.",
    "valve_low_flow": "With low flow, severe stenosis is possible at lower scores too. The score supports "
    "echocardiography and does not replace it.",
    "valve_source": "Bounds: 2021 ESC/EACTS Guidelines, Vahanian et al. 2022, Eur Heart J 43:561, as quoted by "
    "secondary sources; for gated CT of about 3 mm at 120 kVp.",
    "text_valve": "Aortic valve: Agatston score {score}. {grade}.",
    "caption_chest": "Chest CT report, page {number} of {total}",
    "chest_title": "Coronary calcium on chest CT",
    "chest_title_draft": "Coronary calcium on chest CT, DRAFT",
    "chest_short": "Chest CT, not gated",
    "chest_grade": "Visual grade",
    "chest_patient": "Patient",
    "grade_none": "none",
    "grade_mild": "mild",
    "grade_moderate": "moderate",
    "grade_severe": "severe",
    "grade_not_given": "not graded",
    "chest_cac_drs": "CAC-DRS {category} (visual)",
    "chest_vessels": "Vessels with calcium: {number} of 4",
    "chest_weston": "Weston score {score} of {most}",
    "chest_weston_missing": "Weston score not available: grade all four vessels",
    "chest_ungated": "Read as not ECG-gated: there is no percentile, arterial age or risk, and an Agatston score "
    "is not that of a gated scan.",
    "chest_agatston": "Agatston score, ungated",
    "chest_agatston_note": "Motion smears and doubles calcium; scores of scans that are not gated differ from gated "
    "ones, mostly downwards. No category A0 to A3.",
    "screen_agatston_ungated": "Agatston, ungated",
    "chest_sources": "Visual grade: Hecht et al. 2018 (CAC-DRS); Williams et al. 2021 (BSCI/BSCCT and BSTI), Br J "
    "Radiol 94:20200894. Weston score: Kirsch et al. 2012, as described by Chen et al. 2021 "
    "(10.3389/fcvm.2021.684292).",
    "impression_chest": "Coronary calcium on a chest CT that is not gated: {grade} by eye.",
    "impression_chest_category": "Coronary calcium on a chest CT that is not gated: {grade} by eye (CAC-DRS "
    "{category}).",
    "impression_chest_none": "No visual grade was given.",
    "impression_chest_weston": "Weston score {score} of {most}.",
    "guide_title": "Visual grades of coronary calcium on chest CT",
    "guide_none": "No calcium in any coronary artery.",
    "guide_mild": "A few small or faint spots.",
    "guide_moderate": "More than a few spots, less than severe.",
    "guide_severe": "Dense calcium that blooms, or long calcified stretches.",
    "guide_note": "Pictures of a phantom made in code, 5 mm slices, not gated. Grade the patient as a whole, and "
    "each of LM, LAD, LCX and RCA from 0 (none) to 3 (severe); their sum is the Weston score. Width 400 HU, center "
    "50 HU or a bone window show calcium without hiding it.",
    "word_none": "no",
    "word_mild": "mild",
    "word_moderate": "moderate",
    "word_severe": "severe",
    "valve_report_title": "Aortic valve calcium report",
    "valve_report_title_draft": "Aortic valve calcium report, DRAFT",
    "chest_tiles_title": "Slices with the highest score, ungated",
}
