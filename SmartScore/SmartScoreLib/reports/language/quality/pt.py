"""Portuguese (Brazil)."""

TEXTS: dict[str, str] = {
    "qa_title": "Controle com o fantoma de cálcio",
    "qa_caption": "Controle com o fantoma de cálcio",
    "qa_scanner": "Equipamento",
    "qa_serial": "Número de série",
    "qa_station": "Estação",
    "qa_date": "Aquisição",
    "qa_technique": "Tubo",
    "qa_slices": "Cortes",
    "qa_field": "Campo de visão",
    "qa_image": "UID da série",
    "qa_phantom": "Fantoma",
    "qa_phantom_found": "QRM-CCI: nove insertos encontrados, a {misfit} mm do modelo",
    "qa_factor": "Fator de massa",
    "qa_factor_origin": "{factor} mg/mm³/UH, {origin}",
    "qa_inserts": "Insertos",
    "qa_insert": "Inserto",
    "qa_insert_value": "{density} mg/cm³, {diameter} mm",
    "qa_nominal": "Nominal",
    "qa_recovered": "do nominal",
    "qa_published": "Escores de Agatston publicados do mesmo fantoma",
    "qa_this": "Exame",
    "qa_small": "pequeno",
    "qa_large": "grande",
    "qa_published_note": "Do menor ao maior de {scans} exames por fabricante e tamanho (pequeno: tórax sem anel de "
    "extensão; grande: com ele), 120 kVp, calculados por uma só regra para todos os equipamentos. Em negrito: este "
    "exame está dentro. Descrevem quatro equipamentos de um estudo de 2021 e não são limites de aceitação.",
    "qa_source": "Valores publicados: {source}",
    "qa_nominal_note": "Massa nominal: volume do cilindro x densidade, pelas medidas do fabricante. O borramento das "
    "bordas e o limiar afastam dela o valor medido.",
    "qa_plane": "Plano dos insertos",
    "qa_rods": "Hastes de calibração",
    "qa_signed": "Verificado por, data",
    "qa_no_rods": "não estão nas imagens",
    "mass_factor_entered": "digitado",
    "qa_none": "nenhum: massa não disponível",
    "qa_remarks": "Observações",
    "word_small": "pequeno",
    "word_medium": "médio",
    "word_large": "grande",
}

REMARKS: dict[str, str] = {
    "quality.no_rods": "As hastes de calibração não estão nas imagens: nenhum fator de massa foi medido.",
    "quality.scanner_not_told": "Nenhum fator de massa salvo foi usado: as imagens não informam o equipamento, a "
    "tensão do tubo e a data; por isso, a massa não está disponível.",
    "quality.no_calibration": "Não há fator de massa salvo para {scanner} a {kvp} kVp; por isso, a massa não está "
    "disponível.",
    "quality.calibration_later": "Os fatores de massa salvos para {scanner} começam em {first:date}, depois deste "
    "exame de {day:date}: nenhum foi usado e a massa não está disponível.",
    "quality.calibration_expired": "O fator de massa salvo para {scanner} valia até {last:date}; este exame é de "
    "{day:date}: ele não foi usado e a massa não está disponível. É preciso medi-lo de novo.",
    "quality.origin_stored": "salvo para {scanner} a {kvp} kVp, medido em {measured_on:date}, válido até "
    "{expires_on:date}",
    "quality.origin_scanner": "do equipamento, nas imagens (Calcium Scoring Mass Factor Patient)",
    "quality.origin_scanner_size": "do equipamento, nas imagens (Calcium Scoring Mass Factor Device, porte do "
    "paciente: {size:words})",
}
