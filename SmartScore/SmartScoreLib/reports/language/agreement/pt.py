"""Portuguese of Brazil."""

TEXTS: dict[str, str] = {
    "agreement_title": "Concordância de leituras",
    "agreement_made_by": "Feito com {software}. Para pesquisa, não é um dispositivo médico.",
    "agreement_compared": "O que foi comparado",
    "agreement_method": "Método",
    "agreement_source": "Origem",
    "agreement_exams": "Exames",
    "agreement_paired_by": "Os exames são pareados por {paired_by}.",
    "agreement_key_series": "Series Instance UID",
    "agreement_key_study": "Study Instance UID",
    "agreement_key_column": "a coluna “{column}”",
    "agreement_reference": "{name} é a referência.",
    "agreement_no_reference": "Nenhum método é a referência; ao contar lesões, o primeiro de cada par ocupa o lugar "
    "dela.",
    "agreement_to_know": "O que é preciso saber",
    "agreement_pair": "{first} e {second}",
    "agreement_against": "{second} contra a referência {first}",
    "agreement_pair_exams": "Exames com resultado de ambos: {exams}.",
    "agreement_scores": "Escores",
    "agreement_territory": "Território",
    "agreement_total": "Total",
    "agreement_measure_agatston": "Escore de Agatston",
    "agreement_measure_volume_mm3": "Volume (mm³)",
    "agreement_measure_mass_mg": "Massa (mg)",
    "agreement_icc": "CCI(A,1)",
    "agreement_bias": "Viés",
    "agreement_limits": "Limites de concordância",
    "agreement_root_limits": "Limites de raiz",
    "agreement_root_range": "{low} a {high} × √média",
    "agreement_range": "{low} a {high}",
    "agreement_categories": "Categorias",
    "agreement_same_category": "A mesma categoria em {same} de {exams} exames.",
    "agreement_kappa_linear": "Kappa ponderado, linear",
    "agreement_kappa_quadratic": "Kappa ponderado, quadrático",
    "agreement_lesions": "Lesões",
    "agreement_lesions_of": "Lesões de {name}",
    "agreement_found": "Encontradas por {name}",
    "agreement_sensitivity": "Sensibilidade",
    "agreement_predictive_value": "Valor preditivo positivo",
    "agreement_f1": "F1",
    "agreement_by_number": "Por número",
    "agreement_by_volume": "Por volume",
    "agreement_lesion_exams": "As lesões foram contadas em {exams} exames.",
    "agreement_together": "Todos os métodos juntos",
    "agreement_largest": "Maiores diferenças",
    "agreement_largest_what": "Escore de Agatston total, pela diferença dividida pela raiz quadrada da média.",
    "agreement_exam": "Exame",
    "agreement_difference": "Diferença",
    "agreement_how": "Como os números são obtidos",
    "agreement_how_interval": "Entre colchetes, intervalos de confiança de 95 %.",
    "agreement_how_icc": "CCI(A,1): coeficiente de correlação intraclasse para a concordância absoluta de leituras "
    "únicas, de dois fatores aleatórios (McGraw e Wong 1996; ICC(2,1) de Shrout e Fleiss 1979). Depende de quanto os "
    "exames diferem entre si.",
    "agreement_how_limits": "Viés: média do segundo menos o primeiro. Limites de concordância: viés ± 1,96 "
    "desvio-padrão (Bland e Altman 1986, intervalos de 1999).",
    "agreement_how_root": "Limites de raiz: o mesmo para a diferença dividida pela raiz quadrada da média, pois os "
    "escores diferem mais quanto maiores são (Sevrukov 2005). Com um escore de 100, ±2 × √média são ±20. Exames com "
    "zero em ambos não entram.",
    "agreement_how_kappa": "Kappa ponderado: Cohen 1968, erro-padrão de Fleiss, Cohen e Everitt 1969, das categorias "
    "de {classification} pelo escore impresso.",
    "agreement_how_lesions": "Lesões: grupos de voxels marcados acima de 130 UH ligados por suas faces, como no "
    "orCaScore (Wolterink 2016). Uma lesão foi encontrada se o outro marca algum de seus voxels; nas linhas das "
    "artérias, na mesma artéria. O F1 do orCaScore é o do volume. Os intervalos sorteiam exames, não lesões "
    "(bootstrap).",
    "agreement_mean_of": "Média de {first} e {second}",
    "agreement_minus": "{second} − {first}",
    "agreement_chart_scores": "Escores de ambos, por exame",
    "agreement_chart_bland_altman": "Diferença contra a média",
    "agreement_chart_categories": "Exames por categoria",
    "agreement_chart_arteries": "Diferença contra a média, por artéria",
    "agreement_chart_icc": "CCI(A,1) com intervalo",
    "agreement_chart_lesions": "Lesões, por número",
    "agreement_line_of_identity": "escores iguais",
    "agreement_root_line": "limites de raiz, com intervalos",
    "agreement_constant_line": "limites iguais em toda parte",
    "agreement_files": "Arquivos",
    "agreement_files_what": "Os mesmos números como dados: {files}. Figuras em PNG, PDF e SVG: {folder}.",
}

REMARKS: dict[str, str] = {
    "comparison.agreement_other_person": "{exam} tem Patient IDs de pessoas diferentes ({persons}): excluído. Se um "
    "foi anonimizado, use --other-ids.",
    "comparison.agreement_several": "{method} tem {count} leituras de {exam} ({files}): excluído, pois não se sabe "
    "qual vale.",
    "comparison.agreement_no_key": "{method}: {exams:exame|exames} sem {key}, que não puderam ser pareados.",
    "comparison.agreement_lacks": "Faltam a {method} {exams:exame|exames} que outros têm: {first:;}.",
    "comparison.agreement_alone": "{exam} só existe em {method}.",
    "comparison.agreement_not_read": "{method}: {exams:exame não lido ou sem escore|exames não lidos ou sem escore}, "
    "excluídos.",
    "comparison.agreement_invalid": "{method}: {exams:exame com escore não válido|exames com escores não válidos}, "
    "excluídos.",
    "comparison.agreement_unreviewed": "{method}: {exams:exame contém|exames contêm} marcas de um programa que nenhum "
    "leitor confirmou.",
    "comparison.agreement_not_opened": "{file} foi excluído: {why}",
    "comparison.agreement_few_exams": "{first} e {second} têm {exams:exame|exames} em comum: os intervalos são largos.",
    "comparison.agreement_lesions_not_read": "{exam}: as lesões não foram contadas: {why}",
    "comparison.agreement_other_images": "{exam}: feitos sobre imagens diferentes; as lesões não foram contadas.",
    "comparison.agreement_other_rules": "{first} e {second} seguem regras de nomes diferentes: {rules} e {others}.",
    "comparison.agreement_no_lesions": "As lesões não foram contadas, por falta de marcas com imagens de ambos: "
    "{pairs:;}.",
    "comparison.agreement_no_persons": "{method} não nomeia pacientes; não se verificou de quem são os exames "
    "pareados.",
    "comparison.agreement_marks_lost": "{method}: de {exams:exame|exames} não foram encontradas as imagens ou as "
    "marcas avaliadas, ou as marcas mudaram desde então; ali as lesões não foram contadas.",
}
