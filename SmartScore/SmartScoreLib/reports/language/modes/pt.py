"""Portuguese (Brazil)."""

TEXTS: dict[str, str] = {
    "valve_title": "Valva aórtica",
    "valve_agatston": "Escore de Agatston {score}",
    "valve_unlikely": "Estenose aórtica grave improvável",
    "valve_not_decided": "Estenose aórtica grave: não definida",
    "valve_likely": "Estenose aórtica grave provável",
    "valve_very_likely": "Estenose aórtica grave muito provável",
    "valve_bounds_male": "Homens: improvável abaixo de {unlikely}, provável a partir de {likely}, muito provável a "
    "partir de {very_likely}; entre eles, não definida.",
    "valve_bounds_female": "Mulheres: improvável abaixo de {unlikely}, provável a partir de {likely}, muito provável "
    "a partir de {very_likely}; entre eles, não definida.",
    "valve_low_flow": "Com baixo fluxo, uma estenose grave é possível também com escores menores. O escore "
    "complementa a ecocardiografia e não a substitui.",
    "valve_source": "Limites: diretrizes ESC/EACTS 2021, Vahanian et al. 2022, Eur Heart J 43:561, segundo fontes "
    "secundárias; para TC sincronizada de cerca de 3 mm a 120 kVp.",
    "text_valve": "Valva aórtica: escore de Agatston {score}. {grade}.",
    "caption_chest": "Laudo da TC de tórax, página {number} de {total}",
    "chest_title": "Cálcio coronariano na TC de tórax",
    "chest_title_draft": "Cálcio coronariano na TC de tórax, RASCUNHO",
    "chest_short": "TC de tórax não sincronizada",
    "chest_grade": "Grau visual",
    "chest_patient": "Paciente",
    "grade_none": "nenhum",
    "grade_mild": "leve",
    "grade_moderate": "moderado",
    "grade_severe": "grave",
    "grade_not_given": "não avaliado",
    "chest_cac_drs": "CAC-DRS {category} (visual)",
    "chest_vessels": "Artérias com cálcio: {number} de 4",
    "chest_weston": "Escore de Weston {score} de {most}",
    "chest_weston_missing": "Escore de Weston não disponível: avalie as quatro artérias",
    "chest_ungated": "Lido como não sincronizado com o ECG: não há percentil, idade arterial nem risco, e um escore "
    "de Agatston não é o de um exame sincronizado.",
    "chest_agatston": "Escore de Agatston, não sincronizado",
    "chest_agatston_note": "O movimento borra e duplica o cálcio; escores sem sincronização diferem dos "
    "sincronizados, em geral para menos. Sem categoria A0 a A3.",
    "screen_agatston_ungated": "Agatston, não sincronizado",
    "chest_sources": "Grau visual: Hecht et al. 2018 (CAC-DRS); Williams et al. 2021 (BSCI/BSCCT e BSTI), Br J "
    "Radiol 94:20200894. Escore de Weston: Kirsch et al. 2012, segundo Chen et al. 2021 (10.3389/fcvm.2021.684292).",
    "impression_chest": "Cálcio coronariano em TC de tórax não sincronizada: grau visual {grade}.",
    "impression_chest_category": "Cálcio coronariano em TC de tórax não sincronizada: grau visual {grade} (CAC-DRS "
    "{category}).",
    "impression_chest_none": "Nenhum grau visual foi informado.",
    "impression_chest_weston": "Escore de Weston {score} de {most}.",
    "guide_title": "Graus visuais do cálcio coronariano na TC de tórax",
    "guide_none": "Sem cálcio nas artérias coronárias.",
    "guide_mild": "Poucos focos pequenos ou tênues.",
    "guide_moderate": "Mais que poucos focos, menos que grave.",
    "guide_severe": "Cálcio denso que borra, ou trechos calcificados longos.",
    "guide_note": "Imagens de um fantoma feito por programa, cortes de 5 mm, sem sincronização. Avalia-se o paciente "
    "como um todo e cada artéria (TCE, DA, Cx e CD) de 0 (nenhum) a 3 (grave); a soma é o escore de Weston. Uma "
    "janela de largura 400 UH e centro 50 UH, ou uma janela óssea, mostra o cálcio sem escondê-lo.",
    "word_none": "nenhum",
    "word_mild": "leve",
    "word_moderate": "moderado",
    "word_severe": "grave",
    "valve_report_title": "Laudo de cálcio da valva aórtica",
    "valve_report_title_draft": "Laudo de cálcio da valva aórtica, RASCUNHO",
    "chest_tiles_title": "Cortes com o escore mais alto, não sincronizado",
}

REMARKS: dict[str, str] = {
    "scoring.valve_thin": "Os cortes estão a {spacing_mm:.3g} mm; os escores da valva aórtica são comparados com os "
    "de 2,5 a 3 mm, e cortes mais finos contam ruído.",
    "interpretation.ungated": "Não disponível: o exame é lido como TC de tórax não sincronizada.",
    "interpretation.valve_ungated": "A estenose aórtica grave não é avaliada: os limites são de exames sincronizados.",
    "interpretation.valve_sex": "A estenose aórtica grave não é avaliada: os limites dependem do sexo, que não é "
    "conhecido.",
    "reading.chest_gated": "Segundo as imagens, o exame é sincronizado com o ECG; é lido como se não fosse.",
    "reading.graded_none_but_marked": "A olho, não há cálcio em {vessels}; há cálcio marcado ali que conta.",
    "reading.patient_none_but_marked": "A olho, não há cálcio coronário; há cálcio coronário marcado que conta.",
    "reading.chest_recognised": "Segundo as imagens, o exame não é sincronizado com o ECG: lido como TC de tórax não "
    "sincronizada.",
}
