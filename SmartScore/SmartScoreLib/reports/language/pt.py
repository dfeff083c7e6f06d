"""Portuguese of Brazil. Every character is in Latin-1, so that DICOM text fields can carry it."""

TEXTS: dict[str, str] = {
    "locale_name": "Português (Brasil)",
    "locale_decimal": ",",
    "locale_group": ".",
    "locale_least_grouped_digits": "4",
    "locale_months": "jan fev mar abr mai jun jul ago set out nov dez",
    "locale_noun_capitals": "no",
    "locale_date": "{day:02d}/{month:02d}/{year}",
    # both reports
    "page": "Página {number} de {total}",
    "research_use": "Para pesquisa, não é um dispositivo médico",
    "not_known": "desconhecido",
    "not_available": "não disponível",
    "not_given": "não indicado",
    "male": "masculino",
    "female": "feminino",
    "age": "{years} anos",
    "territory_LM": "TCE (LM)",
    "territory_LAD": "DA (LAD)",
    "territory_LCX": "Cx (LCX)",
    "territory_RCA": "CD (RCA)",
    "territory_PDA": "DP (PDA)",
    "territory_AORTA": "Aorta ascendente",
    "territory_AV": "Valva aórtica",
    "territory_MV": "Valva mitral",
    "territory_OTHER": "Outro",
    "abbreviation_LM": "TCE",
    "abbreviation_LAD": "DA",
    "abbreviation_LCX": "Cx",
    "abbreviation_RCA": "CD",
    "abbreviation_PDA": "DP",
    "burden_none": "nula",
    "burden_minimal": "mínima",
    "burden_mild": "leve",
    "burden_moderate": "moderada",
    "burden_extensive": "extensa",
    "group_white_male": "Homens brancos",
    "group_white_female": "Mulheres brancas",
    "group_chinese_male": "Homens chineses",
    "group_chinese_female": "Mulheres chinesas",
    "group_black_male": "Homens negros",
    "group_black_female": "Mulheres negras",
    "group_hispanic_male": "Homens hispânicos",
    "group_hispanic_female": "Mulheres hispânicas",
    "word_age": "idade",
    "word_sex": "sexo",
    "word_ethnicity": "grupo étnico",
    "word_diabetes": "diabetes",
    "word_smoking": "tabagismo",
    "word_total_cholesterol": "colesterol total",
    "word_hdl_cholesterol": "colesterol HDL",
    "word_lipid_medication": "tratamento hipolipemiante",
    "word_systolic_blood_pressure": "pressão arterial sistólica",
    "word_blood_pressure_medication": "tratamento anti-hipertensivo",
    "word_family_history": "histórico familiar de infarto",
    "where": " em {file}",
    "where_others": " em {file} e mais {others}",
    "where_every": " em {file} e nos outros {others}",
    # Physician report
    "physician_title": "Cálcio coronariano",
    "patient_id": "ID do paciente",
    "birth_date": "Nascimento",
    "age_sex": "Idade, sexo",
    "body": "Altura, peso",
    "smoking": "Tabagismo",
    "smoking_YES": "sim",
    "smoking_NO": "não",
    "smoking_UNKNOWN": "desconhecido",
    "study": "Exame",
    "accession": "Nº de acesso",
    "referring": "Solicitante",
    "institution": "Instituição",
    "no_name": "Nome não indicado",
    "agatston_score": "Escore de Agatston",
    "plaque_burden_is": "Carga de placa: {burden}",
    "vessels": "vasos com cálcio: {number}",
    "column_lesions": "Lesões",
    "column_agatston": "Agatston",
    "column_volume_mm3": "Volume",
    "column_mass_mg": "Massa",
    "total": "Total",
    "extra_title": "Fora das artérias coronárias (não incluído no total)",
    "percentile": "Percentil MESA: {value}",
    "percentile_title": "Percentil MESA",
    "curve_group": "{group}, {youngest}-{oldest} anos",
    "curve_legend": "Percentis 25, 50, 75, 90",
    "group_nonzero": "Com cálcio: {share} %",
    "arterial_age": "Idade arterial",
    "arterial_age_value": "{years} anos",
    "chd_risk": "Risco coronariano, 10 anos",
    "chd_risk_value": "{percent} %",
    "density_score": "Escore de densidade",
    "diffusivity": "Difusividade",
    "warnings_many": "{number} avisos: {gravest}",
    "warnings_one": "1 aviso: {gravest}",
    "unreviewed": "As marcações são automáticas e nenhum radiologista as confirmou.",
    "unreviewed_short": "Marcações não confirmadas",
    "not_a_result": "Não é um resultado",
    "tiles_title": "Cortes com o escore coronariano mais alto",
    "tiles_title_extra": "Cortes com cálcio fora das artérias coronárias",
    "tile_caption": "Corte {number}/{total}, {position}",
    "tile_score": "Agatston {score}",
    "acquisition_title": "Aquisição",
    "scanner": "Equipamento",
    "tube_voltage": "Tensão do tubo",
    "tube_current": "Corrente",
    "exposure": "Exposição",
    "slice_thickness": "Espessura",
    "slice_spacing": "Espaçamento",
    "kernel": "Filtro",
    "phase": "Fase",
    "slices": "Cortes",
    "series": "Série",
    "protocol_title": "Regras de cálculo",
    "protocol": "Regras",
    "threshold": "Limiar",
    "threshold_value": "a partir de {hu} UH",
    "minimum_area": "Área mínima",
    "minimum_area_value": "{area} mm², {neighbors} vizinhos",
    "minimum_area_more": "mais de {area} mm², {neighbors} vizinhos",
    "minimum_voxels": "{area}, {voxels} voxels",
    "weights": "Fatores de densidade",
    "weights_value": "1, 2, 3, 4 a partir de {one}, {two}, {three}, {four} UH",
    "volume_method": "Volume",
    "volume_plain": "soma dos voxels",
    "volume_isotropic": "interpolado (isotrópico)",
    "mass_factor": "Fator de massa",
    "mass_factor_none": "nenhum: massa não disponível",
    "mass_factor_value": "{factor} mg/mm³/UH",
    "marks": "Marcações",
    "rounding": "Agatston e volume são arredondados para o inteiro mais próximo e a massa para uma casa "
    'decimal; "<1" é mais de 0 e menos de 0,5. Os totais são arredondados depois da soma.',
    "warnings_title": "Avisos",
    "sources_title": "Referências",
    "reference_cac_drs": "CAC-DRS: {citation}",
    "reference_plaque_burden": "Carga de placa: {citation}",
    "reference_mesa_percentile": "Percentil MESA: {citation}",
    "reference_arterial_age": "Idade arterial: {citation}",
    "reference_mesa_chd_risk": "Risco coronariano em 10 anos (MESA): {citation}",
    "reader": "Laudado por",
    "comment_title": "Comentário",
    # Patient report
    "patient_title": "Sua TC do coração: escore de cálcio",
    "patient_scan_date": "Exame de {date}",
    "patient_measured_title": "O que foi medido",
    "patient_measured": "Uma tomografia (TC) fez imagens do seu coração. Nelas foi medido o cálcio nas paredes das "
    "artérias do próprio coração. O cálcio se acumula durante muitos anos onde há depósitos, chamados placas. A "
    "quantidade é dada por um só número: o escore de cálcio (escore de Agatston).",
    "patient_result_title": "Seu resultado",
    "patient_score_caption": "escore de cálcio",
    "patient_result_none": "Não foi encontrado cálcio.",
    "patient_detail_none": "Seu escore é zero, o mais baixo possível. Não se viu cálcio nas artérias do seu coração.",
    "patient_result_minimal": "Foi encontrado muito pouco cálcio.",
    "patient_detail_minimal": "É o grupo mais baixo acima de zero.",
    "patient_result_mild": "Foi encontrada uma quantidade pequena de cálcio.",
    "patient_detail_mild": "É o segundo de quatro grupos acima de zero.",
    "patient_result_moderate": "Foi encontrada uma quantidade moderada de cálcio.",
    "patient_detail_moderate": "É o terceiro de quatro grupos acima de zero.",
    "patient_result_extensive": "Foi encontrada uma quantidade grande de cálcio.",
    "patient_detail_extensive": "É o mais alto dos quatro grupos acima de zero.",
    "patient_result_high": "Uma quantidade muito grande de cálcio.",
    "patient_detail_high": "Seu escore está bem acima de 400, onde começa o grupo mais alto. Ele diz quanto cálcio foi "
    "visto, não se uma artéria está estreita.",
    "patient_result_unreviewed": "Ainda não há resultado.",
    "patient_detail_unreviewed": "Um programa marcou as imagens. Haverá um resultado quando um leitor tiver verificado "
    "essas marcas.",
    "scale_none": "nada",
    "scale_minimal": "muito pouco",
    "scale_mild": "pouco",
    "scale_moderate": "moderado",
    "scale_extensive": "muito",
    "patient_compare_title": "Em comparação",
    "patient_compare": "Seu escore é mais alto que o de cerca de {percentile} de cada 100 pessoas do grupo de "
    "comparação.",
    "patient_compare_low": "Seu escore está entre os mais baixos do grupo de comparação.",
    "patient_compare_zero": "No grupo de comparação, cerca de {without} de cada 100 pessoas têm escore zero, como "
    "você.",
    "patient_compare_group": "Grupo de comparação: {group} de {age} anos sem doença do coração conhecida, de um grande "
    "estudo nos EUA (MESA).",
    "patient_compare_dots": "Cada ponto é uma de 100 pessoas. Escuro: escore mais baixo que o seu.",
    "patient_compare_dots_zero": "Cada ponto é uma de 100 pessoas. Escuro: escore zero.",
    "patient_no_compare": "Aqui não é possível uma comparação com outras pessoas.",
    "patient_no_compare_missing": "Para isso é preciso conhecer a idade, o sexo e o grupo étnico. Desconhecido aqui: "
    "{what}.",
    "patient_no_compare_age": "O estudo de comparação tem dados de {youngest} a {oldest} anos. Sua idade na data do "
    "exame: {age} anos.",
    "patient_no_compare_note": "Isso não muda o seu resultado.",
    "patient_heart_title": "Onde foi encontrado",
    "patient_heart_title_zero": "As artérias do coração",
    "patient_heart_note": "Imagem simples do coração visto de frente: o seu lado direito está à esquerda.",
    "patient_heart_zero": "Não foi encontrado cálcio em nenhuma destas artérias.",
    "heart_LM": "Tronco principal",
    "heart_LAD": "Artéria anterior",
    "heart_LCX": "Artéria lateral",
    "heart_RCA": "Artéria direita",
    "heart_PDA": "Artéria posterior",
    "heart_legend": "Escore:",
    "patient_means_title": "O que o número significa",
    "patient_means_zero_1": "Um escore zero significa que a TC não mostrou cálcio nas artérias do seu coração.",
    "patient_means_zero_2": "Em grandes estudos, pessoas com escore zero tiveram infarto com menos frequência do que "
    "pessoas com escores mais altos.",
    "patient_means_1": "O cálcio nas artérias do coração é um sinal de placas, que podem se formar sem causar "
    "sintomas.",
    "patient_means_2": "Um número mais alto significa que se viu mais cálcio. Em grandes estudos, pessoas com escores "
    "mais altos tiveram infarto com mais frequência do que pessoas com escores mais baixos.",
    "patient_means_high": "Um número muito alto não diz, por si só, que uma artéria está fechada nem que algo vai "
    "acontecer em breve.",
    "patient_means_3": "O número é uma parte do conjunto. Idade, pressão arterial, colesterol, diabetes, fumo e casos "
    "na família também contam.",
    "patient_means_not_title": "O que ele não significa",
    "patient_means_not_1": "Ele não mostra se uma artéria está estreita nem se o sangue passa bem.",
    "patient_means_not_2": "Ele não mostra placas sem cálcio. Elas podem existir com qualquer escore, também com zero.",
    "patient_means_not_3": "Ele não pode dizer o que acontecerá com uma pessoa em particular.",
    "patient_extra": "Também se viu cálcio fora das artérias do coração ({where}). Ele não faz parte do seu escore; "
    "seu "
    "médico tem os dados.",
    "patient_questions_title": "Perguntas que você pode fazer ao seu médico",
    "patient_question_1": "O que este resultado significa para mim, junto com meus outros fatores de risco?",
    "patient_question_2": "Ele muda alguma coisa no meu tratamento?",
    "patient_question_3": "Algum outro exame seria útil?",
    "patient_question_4": "O que eu mesmo posso fazer pela saúde do meu coração?",
    "patient_question_5": "O exame deve ser repetido um dia, e quando?",
    "patient_question_zero_2": "A que outros fatores de risco devo prestar atenção?",
    "patient_question_high_2": "Quais são os próximos passos, e em quanto tempo?",
    "patient_closing": "Esta página explica uma medição. Ela não faz um diagnóstico e não substitui uma conversa com o "
    "seu médico.",
    # screen saves
    "screen_slice": "Corte {number} de {total}",
    "screen_slab": "Máximo {first}-{last} de {total}",
    "screen_position": "Posição {position}",
    "screen_window": "Janela C {center}  W {width}",
    "screen_this_slice": "Corte",
    "screen_slab_column": "Bloco",
    "screen_all": "Tudo",
    "screen_agatston": "Escore de Agatston",
    "screen_total": "Coronárias",
    "screen_threshold": "Limiar {hu} UH",
    "contact_title": "Todos os cortes com lesões",
    "caption_physician": "Relatório médico, página {number} de {total}",
    "caption_patient": "Relatório para o paciente, página {number} de {total}",
    "caption_screen": "Corte {number}, {position}",
    "caption_contact": "Folha de contatos, página {number} de {total}",
}

REMARKS: dict[str, str] = {
    # the series
    "series.contrast": "Foi administrado contraste{agent:quoted} ({attribute}); o sangue realçado conta como cálcio e "
    "tais escores não são válidos.",
    "series.projection": "Segundo {attribute}, as imagens são projeções de vários cortes; os escores não são válidos.",
    "series.kvp": "{attribute} é {kvp}; o limiar de 130 UH e os fatores de densidade valem para 120 kVp.",
    "series.kvp_missing": "Falta {attribute}; o limiar de 130 UH vale para 120 kVp.",
    "series.kvp_partly_missing": "{attribute} é {kvp} e falta em algumas imagens; o limiar de 130 UH e os fatores de "
    "densidade valem para 120 kVp.",
    "series.spacing": "Os cortes distam {spacing_mm:.4g} mm; os escores são comparáveis de 2,5 a 3 mm.",
    "series.thickness_differs": "{attribute} difere entre as imagens: de {least_mm} a {most_mm} mm.",
    "series.overlap": "{attribute} é {thickness_mm} mm, mas os cortes distam {spacing_mm:.4g} mm: eles se sobrepõem; o "
    "escore usa a distância.",
    "series.gaps": "{attribute} é {thickness_mm} mm, mas os cortes distam {spacing_mm:.4g} mm: há lacunas entre eles; "
    "o escore usa a distância.",
    "series.uneven_gaps": "Os cortes não são equidistantes: de {least_mm:.2f} a {most_mm:.2f} mm ({attribute}); o "
    "escore usa a média de {mean_mm:.2f} mm.",
    "series.not_axial": "As imagens não são axiais, e sim giradas em {degrees:.0f} graus; o escore de Agatston é "
    "definido para imagens axiais.",
    "series.tilt": "{attribute} é de {degrees} graus, mas as imagens não têm essa inclinação; verifique as distâncias.",
    "series.matrix": "As imagens têm {rows} x {columns} pixels em vez de 512 x 512 ({attributes}).",
    "series.rescale_differs": "{attribute} difere entre as imagens; cada imagem foi lida com seu próprio valor.",
    "series.phases": "A fase cardíaca difere entre as imagens: {phases}.",
    "series.phases_partly_unknown": "A fase cardíaca difere entre as imagens: desconhecida, {phases}.",
    "series.lossy_research": "Segundo {attribute}, sem taxa nem método, as imagens sofreram compressão com perdas; os "
    "escores servem apenas para pesquisa.",
    "series.body_part": "{attribute} é {value}, nem coração nem tórax.",
    "series.burned_in": "{attribute} é YES: texto gravado nos pixels pode contar como cálcio.",
    "series.multienergy": "{attribute} é YES; o limiar de 130 UH vale para imagens de energia única.",
    "series.file_outside": "{file} está fora deste volume; se fizer parte dele, o volume está incompleto.",
    "series.files_outside": "{files} arquivos (o primeiro: {first}) estão fora deste volume; se fizerem parte dele, "
    "ele está incompleto.",
    "series.images_left_out": "Fora deste volume: {images:imagem|imagens} da mesma série (a primeira: {first}); ele "
    "pode estar incompleto.",
    "series.no_headers": "O volume não tem aqui cabeçalhos DICOM: não foi possível verificar a tensão do tubo, o "
    "contraste e a fase cardíaca.",
    "series.no_air": "O menor valor do volume é {lowest_hu}; na TC o ar fica perto de -1000 UH. Se os valores não "
    "forem unidades Hounsfield, todos os escores estão errados.",
    "series.contrast_seen": "O sangue entre os pulmões tem {blood_hu:.0f} UH, como após contraste (sem ele, 30 a 60 "
    "UH); sangue "
    "realçado conta como cálcio, e tais escores não são válidos.",
    "series.subtracted": '{attribute} é "{value}": pode ter sido retirado cálcio destas imagens, e tais escores não '
    "são "
    "válidos.",
    "series.no_tissue": "Só {percent:.1f} % dos valores estão perto de 0 UH, onde ficam os tecidos moles. Se os "
    "valores não "
    "forem unidades Hounsfield, todos os escores estão errados.",
    "series.noise": "O ruído é de {noise_hu:.0f} UH (desvio padrão dos tecidos moles entre os pulmões), mais do que as "
    "{most_hu} UH do protocolo; pode passar por cálcio.",
    "series.heart_cut_below": "O coração parece cortado no corte mais baixo; o cálcio abaixo não é contado.",
    "series.heart_cut_above": "O coração parece cortado no corte mais alto; o cálcio acima não é contado.",
    "series.units_unspecified": "{attribute} é US (não especificado); os valores foram lidos como unidades Hounsfield.",
    "series.repeated_place": "Onde duas aquisições se encontram há duas imagens no mesmo lugar; uma de cada par foi "
    "deixada de "
    "fora: {images:imagem|imagens} (primeira: {first}).",
    "series.uid_of_each_image": "Cada imagem tem o seu próprio Series Instance UID, como após uma anonimização "
    "defeituosa; {images} "
    "imagens foram reunidas pela posição, pois tudo o mais coincide.",
    "series.virtual_plain": '{attribute} é "{value}", como em imagens virtuais sem contraste; elas contêm menos '
    "cálcio do que as "
    "verdadeiras.",
    "series.angiography": '{attribute} é "{value}", como em um exame com contraste; se ele foi administrado, os '
    "escores não são"
    " válidos.",
    "series.gating_unknown": "Os cabeçalhos não dizem se a aquisição foi sincronizada com o batimento; sem isso, o "
    "movimento borra"
    " o cálcio.",
    "series.impossible_left_out": "{attribute} é maior do que tudo o que se mede; o valor foi deixado de fora.",
    "series.values_not_judged": "Os valores não mostram pulmões com um coração entre eles; não permitem julgar o "
    "contraste, o ruído, "
    "nem se o coração está inteiro.",
    "series.without_meta": "{files:arquivo|arquivos} sem preâmbulo nem metainformação DICOM; a codificação foi "
    "deduzida dos "
    "bytes.",
    "series.own_output": "As imagens foram escritas por {software}: fazem parte de outra série.",
    "series.long_text": "{attribute} tem mais de {longest} caracteres; mostra-se o começo.",
    "series.lossless": "Os pixels estão comprimidos sem perdas ({kinds}).",
    "series.copies": "{files} arquivos são cópias de outros e foram deixados de fora.",
    # the marks
    "lesions.resampled": "As marcações de {file} (voxels de {slice_mm:.4g} x {row_mm:.4g} x {column_mm:.4g} mm) foram "
    "reamostradas para a série (voxels de {to_slice_mm:.4g} x {to_row_mm:.4g} x {to_column_mm:.4g} mm) pelo vizinho "
    "mais próximo; verifique-as nas imagens.",
    "lesions.left_out": "{voxels} voxels marcados de {file} estão fora das imagens e foram deixados de fora.",
    "lesions.labels_of_table": "{file} não tem um arquivo de nomes ao lado; seus valores foram lidos assim: {read_as}.",
    "lesions.other_series": "{file} foi feito em outra série deste exame ({uid}).",
    "lesions.seed_moved": "O clique {seed} de {file} ({territory:words}) foi deslocado {moved_mm:.1f} mm até o cálcio "
    "mais próximo.",
    "lesions.origin_clicks": "cliques de {file}",
    "lesions.origin_clicked": "cliques",
    "lesions.origin_marks": "marcações de {file}",
    "lesions.origin_segmentation": 'segmentação "{name}"',
    "lesions.segment": 'segmento "{name}" de {file}',
    "lesions.numbered_segment": 'segmento {number} "{name}" de {file}',
    "lesions.label": 'valor {label} ("{name}") de {file}',
    "scene.marked_twice": "{voxels} voxels estavam marcados em mais de um território; cada um conta uma vez, no "
    "primeiro da tabela.",
    "scene.sampled": "As marcações estão em outra grade que as imagens; foram lidas no centro dos voxels.",
    "scene.no_territory": 'O segmento "{name}" não é um território; suas marcações aparecem como Outro e não contam.',
    "scene.contradiction": "{why} Até lá, suas marcações aparecem como Outro e não contam.",
    "scene.segment": 'segmento "{name}"',
    "lesions.contradiction": "Nome e código se contradizem ({segment}): o nome diz {by_name:words}, o código "
    "{by_code:words}; ambos devem dizer o mesmo.",
    "proposal.unreviewed": "NÃO REVISADO: o programa marcou todas as {regions} regiões a partir de {threshold_hu} UH "
    'como "{territory:words}", inclusive fragmentos de osso, valvas, metal e ruído. Nenhuma está atribuída a uma '
    "artéria coronária, portanto o total coronariano não é um resultado; um radiologista deve atribuí-las.",
    "proposal.bones": "{bones} regiões com mais de {limit_mm3} mm³ foram deixadas de fora por serem osso.",
    "proposal.origin": "automáticas, não revisadas",
    # the rules
    "scoring.threshold": "O limiar é de {threshold_hu} UH em vez de {standard_hu} UH; os valores de referência valem "
    "para {standard_hu} UH.",
    "scoring.unscored": "As marcações de {territory:words} não contêm nada que conte (limiar {threshold_hu} UH, área "
    "mínima {minimum_area_mm2} mm²).",
    "scoring.isotropic": "Os volumes são interpolados entre os cortes (isotrópico).",
    "scoring.source_agatston": "Agatston 1990 como praticado: 130 UH, componentes de pelo menos 1 mm² no corte, fator "
    "segundo seu máximo (130, 200, 300, 400 UH), vezes a distância entre cortes / 3 mm; volume como soma dos voxels",
    "scoring.source_study": "{size}; {volume}; {study}",
    "scoring.source_area": "Componentes com mais de {minimum_area_mm2} mm²",
    "scoring.source_any_size": "Sem área mínima",
    "scoring.source_voxels": "Componentes de pelo menos {minimum_voxels} voxels",
    "scoring.source_plain": "volume como soma dos voxels",
    "scoring.source_isotropic": "volume isotrópico",
    "scoring.source_vendors": "segundo a análise de van Praagh et al. 2021 (PMC8360117), estudo com simulador do "
    "escore de cálcio de quatro fabricantes; seu código de análise é público: MolloiLab/CAC-stanford-data",
    "scoring.source_one_vendor": "um dos quatro fabricantes, {study}",
    "scoring.source_literature": "as regras da literatura, {study}",
    "scoring.source_without_mass_threshold": "{study}. O limiar de massa próprio do fabricante não é usado",
    # why a number is not available
    "interpretation.unreviewed": "Não disponível: nenhum radiologista confirmou as marcações.",
    "interpretation.missing": "Não disponível; desconhecido: {missing:words}.",
    "interpretation.outside_ages": "Não disponível: a referência abrange de {youngest} a {oldest} anos; idade aqui: "
    "{age}.",
    "interpretation.diabetes": "A idade arterial não é definida em caso de diabetes.",
    "interpretation.risk_inputs_missing": "Não disponível; não indicado: {missing:words}.",
    "interpretation.risk_outside_ages": "Não disponível: o escore de risco abrange de {youngest} a {oldest} anos; "
    "idade aqui: {age}.",
}
