"""Portuguese: the remarks on rules, on a confirmed zero, and on whose score it is."""

RULES: dict[str, str] = {
    "scoring.threshold": "O limiar é de {threshold_hu} UH em vez de {standard_hu} UH; os valores de referência valem "
    "para {standard_hu} UH.",
    "scoring.tube_voltage": "As regras valem para uma tensão do tubo de {rules_kvp} kVp, e a série tem {kvp} kVp.",
    "scoring.tube_voltage_unknown": "As regras valem para uma tensão do tubo de {rules_kvp} kVp; a da série não é "
    "conhecida.",
    "scoring.tube_voltage_presets": "Há regras para esta tensão do tubo: {names}. Só são usadas se forem escolhidas.",
    "scoring.tube_voltage_fits": "O limiar e os fatores são os publicados para a tensão do tubo da série, "
    "{rules_kvp} kVp.",
    "scoring.unscored": "As marcações de {territory:words} não contêm nada que conte (limiar {threshold_hu} UH, área "
    "mínima {minimum_area_mm2} mm²).",
    "scoring.border": "Há cálcio conectado em vários territórios ({territories:words}), em {slices:corte|cortes}: é "
    "julgado inteiro por sua área e seu máximo, e cada território recebe sua parte da área.",
    "scoring.isotropic": "Os volumes são interpolados entre os cortes (isotrópico).",
    "scoring.nothing_to_interpolate": "Os volumes são somas dos voxels: os cortes distam menos de um pixel e meio e "
    "não há nada a interpolar.",
    "scoring.zero_confirmed": "Um radiologista confirmou que não há cálcio coronariano.",
    "scoring.source_agatston": "Agatston 1990 como praticado: 130 UH, 8 vizinhos, componentes de pelo menos 1 mm² no "
    "corte, fator segundo seu máximo (130, 200, 300, 400 UH), vezes a distância entre cortes / 3 mm; volume como "
    "soma dos voxels. O que o AJ-130 do produto faz além disso não é público",
    "scoring.source_study": "{size}; {volume}; {study}",
    "scoring.source_area": "Componentes com mais de {minimum_area_mm2} mm²",
    "scoring.source_any_size": "Sem área mínima",
    "scoring.source_voxels": "Componentes com mais de {more_than} voxels",
    "scoring.source_plain": "volume como soma dos voxels",
    "scoring.source_isotropic": "volume isotrópico",
    "scoring.source_vendors": "segundo a análise de van Praagh et al. 2021 (PMC8360117), estudo com simulador do "
    "escore de cálcio de quatro fabricantes; 8 vizinhos, como calcula seu programa em MolloiLab/CAC-stanford-data (4 "
    "em nwerf/FQM_Analysis)",
    "scoring.source_ge": "{study}. Os vizinhos, o arredondamento e o que o AJ-130 faz além disso não são públicos: "
    "foi relatado um escore do produto de 285 com um volume de 106 mm³ (fórum do Slicer, tópico 1544), e estas "
    "regras dão no máximo 141 para ele",
    "scoring.source_siemens": "{study}. A área mínima e os vizinhos do produto não são públicos; com seu filtro "
    "Sa36f valem 130 UH a qualquer tensão do tubo",
    "scoring.source_literature": "as regras da literatura, {study}",
    "scoring.source_without_mass_threshold": "{study}. O limiar de massa próprio do fabricante não é usado",
    "scoring.source_tube_voltage": "Limiar e fatores para {kvp} kVp de Gräni et al. 2018 (Eur Heart J Cardiovasc "
    "Imaging 19:1362), tal como em MolloiLab/CalciumScoring.jl; o resto como SmartScore AJ-130",
    "scoring.source_147_hu": "147 UH para 100 kVp (Nakazato et al. 2009), com os fatores de 120 kVp, como em van "
    "Praagh et al. 2021; o resto como SmartScore AJ-130",
    "scoring.source_135_kvp": "Limiar e fatores para 135 kVp tal como em MolloiLab/CalciumScoring.jl; o resto como "
    "SmartScore AJ-130",
    "scoring.origin_measured": "medido nestas imagens: {mg_per_cm3} mg/cm³ têm {calcium_hu:.1f} UH, a água "
    "{water_hu:.1f} UH",
    "scoring.source_given": "{text}",
    # zero, and whose
    "proposal.reviewed": "Proposto pelo programa, confirmado pelo leitor: {accepted} aceitas, {changed} delas em "
    "outro vaso, {rejected} rejeitadas, {open} em aberto.",
    "proposal.zero_candidates": "Não marcado perto do coração: {count:lugar|lugares} a partir de {threshold_hu} UH; "
    "o maior tem {volume_mm3:.0f} mm³ e {peak_hu:.0f} UH, no corte {slice}, em ({center_lps_mm:.1f}) mm.",
    "proposal.zero_candidates_anywhere": "Não marcado: {count:lugar|lugares} a partir de {threshold_hu} UH que não "
    "são osso; o maior tem {volume_mm3:.0f} mm³ e {peak_hu:.0f} UH, no corte {slice}, em ({center_lps_mm:.1f}) mm. "
    "Não se reconheceu onde está o coração.",
    "interpretation.not_read": "Não disponível: nenhum cálcio coronariano está marcado, e nenhum radiologista "
    "confirmou que não há.",
    "interpretation.nothing_counts": "Não disponível: nada do que está marcado nas artérias coronárias conta, e nenhum "
    "radiologista confirmou que não há cálcio.",
    "series.ages_differ": "{attribute} indica {stated} anos, as datas de nascimento e do exame dão {by_dates}; "
    "usa-se a idade segundo as datas.",
    "reading.age_differs": "Foi informada uma idade de {given} anos; o DICOM dá {dicom}.",
    "reading.sex_differs": "O sexo informado é {given:words}; o DICOM dá {dicom:words}.",
    "reading.smoking_differs": "O tabagismo informado contradiz o DICOM.",
    "lesions.origin_zero": "nenhuma",
}
