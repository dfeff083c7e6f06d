"""Portuguese of Brazil. Every character is in Latin-1, so that DICOM text fields can carry it."""

from SmartScoreLib.reports.language.marks.pt import MARKS
from SmartScoreLib.reports.language.meaning.pt import REMARKS as MEANING
from SmartScoreLib.reports.language.rules.pt import RULES

TEXTS: dict[str, str] = {
    "locale_name": "Português (Brasil)",
    "locale_decimal": ",",
    "locale_group": ".",
    "locale_least_grouped_digits": "4",
    "locale_months": "jan fev mar abr mai jun jul ago set out nov dez",
    "locale_noun_capitals": "no",
    "locale_date": "{day:02d}/{month:02d}/{year}",
    "locale_colon": ":",
    "locale_and": " e ",
    # both reports
    "page": "Página {number} de {total}",
    "research_use": "Para pesquisa, não é um dispositivo médico",
    "not_known": "desconhecido",
    "not_available": "não disponível",
    "not_given": "não indicado",
    "male": "masculino",
    "female": "feminino",
    "age": "{years} anos",
    "territory_LM": "TCE",
    "territory_LAD": "DA",
    "territory_LCX": "Cx",
    "territory_RCA": "CD",
    "territory_PDA": "DP",
    "territory_CORONARY": "Não atribuído",
    "territory_AORTA": "Aorta ascendente",
    "territory_AV": "Valva aórtica",
    "territory_MV": "Valva mitral",
    "territory_OTHER": "Outro",
    "abbreviation_LM": "TCE",
    "abbreviation_LAD": "DA",
    "abbreviation_LCX": "Cx",
    "abbreviation_RCA": "CD",
    "abbreviation_PDA": "DP",
    "where": " em {file}",
    "where_others": " em {file} e mais {others}",
    "where_every": " em {file} e nos outros {others}",
    # Physician report
    "physician_title": "Cálcio coronariano",
    "physician_title_draft": "{title} (rascunho)",
    "patient_id": "ID do paciente",
    "birth_date": "Nascimento",
    "age_sex": "Idade, sexo",
    "body": "Altura, peso",
    "smoking": "Tabagismo",
    "smoking_YES": "sim",
    "smoking_NO": "não",
    "smoking_UNKNOWN": "desconhecido",
    "value_given": "{value} (informado)",
    "value_given_instead": "{value} (informado; DICOM: {dicom})",
    "value_instead": "{value} (DICOM: {dicom})",
    "study": "Exame",
    "accession": "Nº de acesso",
    "referring": "Solicitante",
    "institution": "Instituição",
    "no_name": "Nome não indicado",
    "name_not_drawn": "Nome não exibível",
    "agatston_score": "Escore de Agatston",
    "vessels": "vasos com cálcio: {number}",
    "branch_counted_right": "{branch} conta com {vessel} (dominância direita).",
    "branch_counted_left": "{branch} conta com {vessel} (dominância esquerda).",
    "branch_counted_unknown": "{branch} conta com {vessel} (dominância desconhecida).",
    "column_lesions": "Lesões",
    "column_agatston": "Agatston",
    "column_volume_mm3": "Volume",
    "column_mass_mg": "Massa",
    "total": "Total",
    "extra_title": "Fora das artérias coronárias (não incluído no total)",
    "arterial_age_is": "Idade arterial {years} anos.",
    "density_score": "Escore de densidade",
    "density_explained": "Escore de densidade: escore de Agatston por área, de 1 a 4.",
    "diffusivity": "Difusividade",
    "diffusivity_explained": "Difusividade: 1 menos a parte do vaso com mais cálcio; 0 se tudo está em um vaso.",
    "notice_invalid": "Não válido: {text}",
    "notice_limits": "Limitado: {text}",
    "notice_more": "Mais {number} em Avisos.",
    "notice_count": "Limitado; observações em Avisos: {number}.",
    "unreviewed": "As marcações são automáticas e nenhum radiologista as confirmou.",
    "unreviewed_short": "Marcações não confirmadas",
    "not_a_result": "Não é um resultado",
    "not_read": "Não lido",
    "not_read_short": "Zero não confirmado",
    "not_read_notice": "Nenhum cálcio coronariano está marcado, e nenhum radiologista confirmou que não há.",
    "score_invalid": "Escore não válido",
    "impression_title": "Conclusão",
    "impression_title_drafted": "Conclusão (proposta a partir dos números)",
    "impression_invalid": "Sem conclusão: o escore não é válido.",
    "tiles_title": "Cortes com o escore coronariano mais alto",
    "tiles_title_extra": "Cortes com cálcio fora das artérias coronárias",
    "tile_caption": "Corte {number}/{total}, {position}",
    "tile_score": "Agatston {score}",
    "texts_title": "Indicação e achados",
    "indication": "Indicação",
    "comparison": "Comparação",
    "image_quality": "Qualidade da imagem",
    "extracardiac": "Fora do coração",
    "acquisition_title": "Técnica",
    "scanner": "Equipamento",
    "tube_voltage": "Tensão do tubo",
    "tube_current": "Corrente",
    "exposure": "Exposição",
    "slice_thickness": "Espessura",
    "slice_spacing": "Espaçamento",
    "kernel": "Filtro",
    "gating": "Sincronia ECG",
    "gating_prospective": "prospectiva",
    "gating_retrospective": "retrospectiva",
    "gating_none": "nenhuma",
    "gating_phase": "sim",
    "ctdi_vol": "CTDIvol",
    "dlp": "DLP",
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
    "rounding": "Agatston e volume são arredondados para o inteiro mais próximo e a massa para uma casa decimal; "
    '"<1" é mais de 0 e menos de 0,5. Os totais são arredondados depois da soma; categoria, percentil e cores seguem '
    "o total arredondado.",
    "warnings_title": "Avisos",
    "sources_title": "Referências",
    "reference_agatston": "Escore de Agatston: {citation}",
    "reference_cac_drs": "CAC-DRS: {citation}",
    "reference_arterial_age": "Idade arterial: {citation}",
    "reference_density": "Escore de densidade: {citation}",
    "reference_diffusivity": "Difusividade: {citation}",
    "reader": "Laudado por",
    "comment_title": "Comentário",
    "status": "Situação: {status}",
    "status_draft": "rascunho",
    "status_final": "final",
    "status_not_stated": "não indicada",
    "report_date": "Data do laudo",
    "signature": "Assinatura",
    # Patient report
    "patient_title": "Sua TC do coração: escore de cálcio",
    "draft_mark": "Preliminar",
    "patient_scan_date": "Exame de {date}",
    "patient_measured_title": "O que foi medido",
    "patient_measured": "Uma tomografia (TC) fez imagens do seu coração. Nelas se veem as artérias que levam sangue "
    "ao coração. O cálcio foi medido nas paredes dessas artérias. Ele se acumula ao longo dos anos onde há "
    "depósitos, chamados placas. Um só número diz quanto há: o escore de cálcio (escore de Agatston).",
    "patient_result_title": "Seu resultado",
    "patient_score_caption": "escore de cálcio",
    "patient_result_unreviewed": "Ainda não há resultado.",
    "patient_detail_unreviewed": "Um programa marcou as imagens. Haverá um resultado quando um médico olhar essas "
    "marcações.",
    "patient_result_not_read": "Ainda não há resultado.",
    "patient_detail_not_read": "As imagens ainda não foram lidas. Haverá um resultado quando um médico as tiver "
    "olhado.",
    "patient_result_invalid": "Não há resultado.",
    "patient_detail_invalid": "{why} Por isso este exame não dá um escore de cálcio. Seu médico pode dizer o que "
    "fazer agora.",
    "patient_invalid_contrast": "Neste exame foi usado contraste. Nas imagens ele parece cálcio, e não dá para "
    "separar os dois.",
    "patient_invalid_projection": "Estas imagens foram feitas juntando várias camadas. Nelas não dá para medir o "
    "cálcio.",
    "patient_invalid_other": "Nestas imagens não dá para medir o cálcio.",
    "patient_limits": "O número pode estar um pouco alto ou baixo demais, porque {causes}.",
    "patient_limit_settings": "o aparelho não foi ajustado como de costume",
    "patient_limit_slices": "as camadas das imagens não eram as de costume",
    "patient_limit_incomplete": "talvez falte uma parte do coração nas imagens",
    "patient_limit_heartbeat": "não se sabe se as imagens seguiram o ritmo do coração",
    "patient_limit_noise": "as imagens não são totalmente nítidas",
    "patient_limit_rules": "a contagem não foi feita como de costume",
    "patient_limit_marks": "as marcações vêm de outras imagens",
    "patient_limit_fit": "as marcações não coincidem em tudo com estas imagens",
    "patient_limit_pictures": "as imagens não foram feitas como de costume",
    "patient_limit_several": "várias coisas não foram como de costume",
    "patient_heart_title": "Onde foi encontrado",
    "patient_heart_title_zero": "As artérias do coração",
    "patient_heart_note": "Imagem simples do coração visto de frente: o seu lado direito está à esquerda.",
    "patient_heart_zero": "Não foi encontrado cálcio em nenhuma destas artérias.",
    "patient_branch": "{branch} é um ramo de {vessel}; os dois contam como uma artéria.",
    "patient_heart_unassigned": "{score} do seu escore não são atribuídos a uma artéria.",
    "patient_branch_unknown": "{branch} conta como ramo de {vessel}, como na maioria das pessoas.",
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
    "patient_means_3": "O número é uma parte do todo. A idade, a pressão, o colesterol, o diabetes, o tabagismo e o "
    "histórico familiar também contam.",
    "patient_means_not_title": "O que ele não significa",
    "patient_means_not_1": "Ele não mostra se uma artéria está estreita nem se o sangue passa bem.",
    "patient_means_not_2": "Ele não mostra placas sem cálcio. Elas podem existir com qualquer escore, também com zero.",
    "patient_means_not_3": "Ele não pode dizer o que acontecerá com uma pessoa em particular.",
    "patient_extra": "Também se viu cálcio fora das artérias do coração ({where}). Ele não faz parte do seu escore; "
    "seu médico tem os dados.",
    "patient_questions_title": "Perguntas que você pode fazer ao seu médico",
    "patient_question_1": "O que este resultado significa para mim, junto com meus outros fatores de risco?",
    "patient_question_2": "Ele muda alguma coisa no meu tratamento?",
    "patient_question_3": "Algum outro exame seria útil?",
    "patient_question_4": "O que posso fazer pela saúde do meu coração?",
    "patient_question_5": "O exame deve ser repetido um dia, e quando?",
    "patient_question_zero_2": "A que outros fatores de risco devo prestar atenção?",
    "patient_question_high_2": "Quais são os próximos passos, e em quanto tempo?",
    "patient_closing": "Esta página explica uma medição. Ela não faz um diagnóstico e não substitui uma conversa com o "
    "seu médico.",
    # screen saves
    "screen_slice": "Corte {number} de {total}",
    "screen_slab": "MIP {first}-{last} de {total}",
    "screen_position": "Posição {position}",
    "screen_window": "Janela C {center}  W {width}",
    "screen_this_slice": "Corte",
    "screen_slab_column": "MIP",
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

REMARKS: dict[str, str] = MARKS | {
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
    "series.character_set": "Specific Character Set (0008,0005) de {file} é {declared}, que o DICOM não conhece; é "
    "entendido como {meant}.",
    "series.text_undeclared": "{file} contém textos em um conjunto de caracteres não declarado; são lidos como "
    "{read_by}.",
    "series.text_not_as_declared": "{file} contém textos que não estão no conjunto de caracteres declarado, "
    "{declared}; são lidos como {read_by}.",
    # the marks
    "reading.scored_otherwise": "A leitura foi salva com um escore de Agatston de {saved:.3f}; "
    "aberta de novo, suas marcas dão {now:.3f}.",
    "reading.earlier_remark": "{words} (salvo por outra versão)",
    "lesions.resampled": "As marcações de {file} (voxels de {slice_mm:.4g} x {row_mm:.4g} x {column_mm:.4g} mm) foram "
    "reamostradas para a série (voxels de {to_slice_mm:.4g} x {to_row_mm:.4g} x {to_column_mm:.4g} mm) pelo vizinho "
    "mais próximo; verifique-as nas imagens.",
    "lesions.left_out": "{voxels} voxels marcados de {file} estão fora das imagens e foram deixados de fora.",
    "lesions.other_patient": "{file} tem o Patient ID (0010,0020) {patient_id} e as imagens têm {own_id}: "
    "verifique se são da mesma pessoa.",
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
    # rules, zero, and whose
    **RULES,
    # what a score means
    **MEANING,
}
