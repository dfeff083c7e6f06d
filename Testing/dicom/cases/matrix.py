"""Every source with a broken value."""

from dicom.cases.structures import differences, pairs, private, sequences
from dicom.cases.values import codes, counts, decimals, integers, moments, texts, types

CASES = [
    *decimals(),
    *integers(),
    *codes(),
    *moments(),
    *texts(),
    *types(),
    *counts(),
    *pairs(),
    *sequences(),
    *private(),
    *differences(),
]
