"""What pages say of earlier scans, in Portuguese."""

TEXTS: dict[str, str] = {
    "followup_title": "Comparação com o exame de {date}",
    "followup_years": "Exames de {before} e {after}, com {years} anos entre eles.",
    "followup_dates": "Exames de {before} e {after}.",
    "followup_verdict_real": "Mudança do escore de Agatston: real por todos os limites.",
    "followup_verdict_within_error": "Mudança do escore de Agatston: dentro do erro de medida.",
    "followup_verdict_unclear": "Mudança do escore de Agatston: incerta, limites se contradizem.",
    "followup_verdict_biased": "Mudança do escore de Agatston: incerta, pelas razões abaixo.",
    "followup_scores": "Escore de Agatston {before}, depois {after}, mudança {difference}.",
    "followup_scores_again": "Por {rules}: {before}, depois {after}, mudança {difference}.",
    "followup_counts": "Lesões: {counts}.",
    "followup_ungated": "não sincronizado",
    "followup_column_change": "Mudança",
    "followup_column_per_year": "Por ano",
    "followup_limits": "Mudança e limite",
    "followup_limit_sevrukov": "Sevrukov",
    "followup_limit_chung": "MESA",
    "followup_limit_square_root": "Raízes",
    "followup_again": "Por {rules}",
    "followup_lesions_title": "O que houve com cada lesão",
    "followup_alignment": "Alinhamento dos exames: {quality}, {percent} % de concordância.",
    "followup_alignment_given": "Alinhamento dos exames: {quality}.",
    "followup_quality_good": "bom",
    "followup_quality_fair": "regular",
    "followup_quality_poor": "ruim",
    "followup_fate_new": "nova",
    "followup_fate_grown": "maior",
    "followup_fate_same": "igual",
    "followup_fate_smaller": "menor",
    "followup_fate_gone": "desapareceu",
    "followup_fate_merged": "unida",
    "followup_fate_split": "dividida",
    "followup_fate_outside_earlier": "fora do exame anterior",
    "followup_fate_outside_later": "fora do exame posterior",
    "followup_more": "Mais {number}.",
    "followup_course_title": "Evolução",
    "followup_course_about": "Escore por idade em anos, sobre os percentis de {population}.",
    "followup_remarks_title": "Observações sobre a comparação",
    "followup_reference": "Limites da mudança: {citation}",
    "patient_change_title": "Desde o seu exame anterior",
    "patient_change_up": "Em {date} o seu número era {before}. Agora é {after}. Subiu mais do que dois exames do "
    "mesmo coração costumam variar.",
    "patient_change_down": "Em {date} o seu número era {before}. Agora é {after}. Caiu mais do que dois exames do "
    "mesmo coração costumam variar.",
    "patient_change_within": "Em {date} o seu número era {before}. Agora é {after}. Dois exames do mesmo coração "
    "podem variar assim, mesmo que nada tenha mudado.",
    "patient_change_unclear": "Em {date} o seu número era {before}. Agora é {after}. Não é certo que a mudança seja "
    "real: dois exames do mesmo coração também variam.",
    "patient_change_zero": "Em {date} também não foi visto cálcio.",
    "patient_change_withheld": "O resultado não pode ser comparado com o de {date}.",
    "patient_change_limits": "Os dois exames não foram feitos do mesmo modo. Isso também pode mudar o número.",
}

REMARKS: dict[str, str] = {
    "comparison.not_a_result": "Os exames não podem ser comparados: a leitura de {date:date} não é um resultado (nada "
    "foi lido, ou ninguém a confirmou).",
    "comparison.no_coronary_score": "Os exames não podem ser comparados: a leitura de {date:date} não tem escore das "
    "artérias coronárias (o cálcio foi graduado a olho, ou foi lida a valva aórtica).",
    "comparison.invalid": "Os exames não podem ser comparados: o escore de {date:date} não é válido.",
    "comparison.field_of_view": "Os exames não podem ser comparados: por Pixel Spacing (0028,0030), as imagens de "
    "{date:date} teriam {field_mm:.4g} mm de largura. O valor não está em milímetros, e o escore não vale.",
    "comparison.stated_same": "O leitor afirma que os dois exames são da mesma pessoa; os dados das imagens diferem: "
    "{differences}",
    "comparison.person_differs": "ID do paciente e datas de nascimento {before} ({born_before:date}) e {after} "
    "({born_after:date}), nomes {names:;}.",
    "comparison.name_differs": "O nome difere ({names:;}); o ID do paciente e a data de nascimento são iguais.",
    "comparison.sex_differs": "O sexo difere nos dados das imagens.",
    "comparison.only_id": "Só o ID do paciente diz que os dois exames são da mesma pessoa; o nome ou a data de "
    "nascimento não são conhecidos.",
    "comparison.ungated_now": "O exame posterior não é sincronizado com o ECG e o anterior é: sem sincronização os "
    "escores são quase sempre baixos demais, e o cálcio pequeno escapa (Xie et al. 2013). Os limites da mudança foram "
    "medidos em exames sincronizados e não valem aqui.",
    "comparison.ungated_before": "O exame anterior não é sincronizado com o ECG e o posterior é: sem sincronização os "
    "escores são quase sempre baixos demais, de modo que o escore pode subir sem mudança (Xie et al. 2013). Os limites "
    "da mudança foram medidos em exames sincronizados e não valem aqui.",
    "comparison.ungated_both": "Nenhum dos exames é sincronizado com o ECG: os limites da mudança foram medidos em "
    "exames sincronizados, e o erro aqui é maior.",
    "comparison.dates_unknown": "As datas dos exames não são conhecidas; a ordem é a indicada.",
    "comparison.tube_voltage_lower": "A tensão do tubo é menor que antes ({before} e {after} kVp): o cálcio fica "
    "então mais claro e o escore posterior, alto demais.",
    "comparison.tube_voltage_higher": "A tensão do tubo é maior que antes ({before} e {after} kVp): o cálcio fica "
    "então mais escuro e o escore posterior, baixo demais.",
    "comparison.tube_voltages_by_rules": "As tensões do tubo diferem ({before} e {after} kVp), e cada exame foi "
    "pontuado por regras para a sua.",
    "comparison.slices_thinner": "Os cortes são mais finos que antes ({before} e {after} mm): cortes mais finos deram "
    "escores mais altos (Mühlenbruch et al. 2005).",
    "comparison.slices_thicker": "Os cortes são mais grossos que antes ({before} e {after} mm): cortes mais grossos "
    "deram escores mais baixos (Mühlenbruch et al. 2005).",
    "comparison.kernels_differ": "As imagens foram feitas com filtros diferentes ({before} e {after}).",
    "comparison.manufacturers_differ": "Os aparelhos são de fabricantes diferentes ({before} e {after}): com o mesmo "
    "fantoma deram escores diferentes (Willemink et al. 2015, Choi et al. 2020).",
    "comparison.dose_lower": "A dose é menor que antes (CTDIvol {before} e {after} mGy): mais ruído pode deixar o "
    "escore posterior alto demais.",
    "comparison.dose_higher": "A dose é maior que antes (CTDIvol {before} e {after} mGy): menos ruído pode deixar o "
    "escore posterior mais baixo.",
    "comparison.rules_differ": "As leituras foram pontuadas por regras diferentes ({before} e {after}).",
    "comparison.threshold_higher": "O limiar é maior que antes ({before} e {after} HU): o escore posterior é mais "
    "baixo por isso.",
    "comparison.threshold_lower": "O limiar é menor que antes ({before} e {after} HU): o escore posterior é mais alto "
    "por isso.",
    "comparison.volume_methods_differ": "Os volumes foram medidos por métodos diferentes e não são comparáveis.",
    "comparison.phases_differ": "As imagens são de fases diferentes do batimento ({before} e {after}).",
    "comparison.territories_differ": "{lesions:lesão|lesões} em outra artéria que antes: o total pode ser comparado, "
    "as artérias não.",
    "comparison.not_covered": "{lesions:lesão|lesões} com escore de Agatston de {agatston} onde o outro exame não "
    "mostra nada: os totais não são da mesma parte do coração.",
    "comparison.to_zero": "Nada resta do cálcio que havia: olhar os dois exames antes de tomar isso por mudança, pois "
    "movimento e ruído podem esconder cálcio.",
    "comparison.alignment_fair": "Os exames foram alinhados com concordância regular ({percent} %): conferir os pares "
    "de lesões.",
    "comparison.alignment_poor": "Os exames não puderam ser bem alinhados: os pares de lesões não são confiáveis.",
    "comparison.again_own_voltages": "Não pontuado de novo por um protocolo comum: as regras são para a tensão do "
    "tubo de cada exame.",
    "comparison.models_differ": "Os aparelhos são de modelos diferentes ({before} e {after}).",
    "comparison.pixels_differ": "Os pixels têm tamanhos diferentes ({before} e {after} mm).",
    "comparison.spacings_differ": "A distância entre cortes difere ({before} e {after} mm).",
    "comparison.tube_voltage_unknown": "A tensão do tubo de um dos exames não é conhecida.",
    "comparison.readers_differ": "Os exames foram lidos por pessoas diferentes ({before} e {after}).",
    "comparison.dominance_differs": "A dominância coronária havia sido indicada de outro modo.",
    "comparison.short_interval": "Entre os exames passou menos de um ano ({days:dia|dias}): a mudança por ano é uma "
    "projeção.",
    "comparison.body_mass_unknown": "O limite do estudo MESA não é aplicado: altura e peso não constam dos dados das "
    "imagens.",
    "comparison.shifted_by_hand": "O alinhamento foi corrigido à mão em {shift_mm} mm.",
}
