"""Codes about the child: sex, ethnicity, part taken in reviews, and being missing."""

from application.imports.ssda903.codes.code_list import NationalCode, code_list

SEXES = code_list(
    {},
    NationalCode("M", "male", since=2025),
    NationalCode("F", "female", since=2025),
    NationalCode("U", "not known", since=2025),
    NationalCode("1", "male", until=2024),
    NationalCode("2", "female", until=2024),
)

SEX_AS_NOW_WRITTEN = {"M": "M", "F": "F", "U": "U", "1": "M", "2": "F"}
"""Sex was 1 or 2 until 2023/24; we hold M, F or U whatever the year."""

ETHNICITIES = code_list(
    {
        "WBRI": "White British",
        "WIRI": "White Irish",
        "WIRT": "Traveller of Irish heritage",
        "WROM": "Gypsy or Roma",
        "WOTH": "other White",
        "MWBC": "White and Black Caribbean",
        "MWBA": "White and Black African",
        "MWAS": "White and Asian",
        "MOTH": "other mixed",
        "AIND": "Indian",
        "APKN": "Pakistani",
        "ABAN": "Bangladeshi",
        "AOTH": "other Asian",
        "BCRB": "Caribbean",
        "BAFR": "African",
        "BOTH": "other Black",
        "CHNE": "Chinese",
        "OOTH": "any other",
        "REFU": "refused",
        "NOBT": "not yet obtained",
    }
)

PARTICIPATION = code_list(
    {
        "PN0": "under 4 on the day of the review",
        "PN1": "attended and spoke",
        "PN2": "attended, an advocate spoke",
        "PN3": "attended and showed views without words",
        "PN4": "attended and gave no view",
        "PN5": "absent, briefed an advocate",
        "PN6": "absent, gave views by other means",
        "PN7": "absent, gave no views",
    }
)

MISSING_KINDS = code_list(
    {
        "M": "missing, whereabouts unknown",
        "A": "away without authorisation, whereabouts known",
    }
)
