"""The published figures for 598 children, and how they were made to agree.

Whole numbers are kept as published. Percentages are of 598 and rounded to whole children:
17.7% in secure units, children's homes and hostels is 106, 53.3% private is 319, 2.7%
placed for adoption is 16, 3.7% with parents is 22, and of 426 fostered 62.9% with agencies
is 268. White 65.6% is 392, Mixed 18.1% is 108, Asian 7.9% is 47.

Where they conflict:

- 382 within 20 miles is printed as 60.4%; of 598 it is 63.9%. The count is kept. Unaccompanied
  children have no home to measure from, so all 382 are among the other 550.
- 426 fostered is printed as 71.2% and as 71.4%; of 598 it is 71.2%. The count is kept.
- Own provision is 176, of which 426 - 268 = 158 foster. 27.9% of 106 residential places would be
  30 more, 188 in all. Both hold if "residential" leaves the hostels out: of 61 in secure and
  children's homes 17 (27.9%) are the council's own and 44 (72.1%) are not; the other 45 are
  in supported accommodation, one of them the council's own; 158 + 17 + 1 = 176.
- What is left, 28 children, is spread over schools, health, custody and the like.
"""

from application.imports.ssda903 import CollectionYear

YEAR = CollectionYear(2026)

OPEN = 598
BOYS = 330
UNACCOMPANIED = 48
UNACCOMPANIED_BOYS = 44
WITHIN_20_MILES = 382
THREE_OR_MORE_PLACEMENTS = 57

STARTED_AND_OPEN = 166
"""Of the 226 who started; the published figures do not say how many had left again."""

BANDS = {
    "under 1": (0, 0),
    "1 to 4": (1, 4),
    "5 to 9": (5, 9),
    "10 to 15": (10, 15),
    "16": (16, 17),
}
"""Ages in completed years, first and last, by the name of the band."""

AGES = {"under 1": 32, "1 to 4": 91, "5 to 9": 106, "10 to 15": 219, "16": 150}

FOSTER = "U"
"""Any foster placement; which of U1 to U6 follows from the child's history."""

HOMES_BY_AGE = {
    "under 1": {"R3": 6, FOSTER: 26},
    "1 to 4": {"A6": 12, "A5": 4, "P1": 8, FOSTER: 67},
    "5 to 9": {"K2": 2, "P1": 8, FOSTER: 96},
    "10 to 15": {"K2": 39, "K1": 2, "S1": 7, "R1": 6, "R2": 4, "P1": 6, FOSTER: 155},
    "16": {"K2": 18, "K3": 45, "P3": 2, "R5": 3, FOSTER: 82},
}

PROVIDERS = {
    "K1": {"PR2": 2},
    "K2": {"PR1": 17, "PR4": 40, "PR5": 2},
    "K3": {"PR1": 1, "PR4": 38, "PR5": 6},
    "A5": {"PR2": 4},
    "A6": {"PR2": 6, "PR5": 6},
    "P1": {"PR0": 22},
    "R1": {"PR4": 6},
    "S1": {"PR4": 6, "PR5": 1},
    "R3": {"PR4": 4, "PR5": 2},
    "R2": {"PR3": 4},
    "R5": {"PR3": 3},
    "P3": {"PR5": 2},
}

LONG_TERM_FOSTERING = {("U1", "PR1"): 20, ("U4", "PR1"): 45, ("U4", "PR4"): 110, ("U4", "PR5"): 20}
OTHER_FOSTERING = {
    ("U5", "PR1"): 2,
    ("U3", "PR1"): 45,
    ("U6", "PR1"): 46,
    ("U6", "PR4"): 115,
    ("U6", "PR5"): 23,
}
"""Together 426: 158 own, 225 private and 43 voluntary. The long-term 195 go to children who
did not start this year; the two foster-for-adoption to the youngest."""

ETHNICITIES = (
    {"WBRI": 352, "WIRI": 3, "WIRT": 4, "WROM": 13, "WOTH": 20}
    | {"MWBC": 48, "MWBA": 17, "MWAS": 21, "MOTH": 22}
    | {"AIND": 8, "APKN": 22, "ABAN": 3, "AOTH": 6}
    | {"BCRB": 4, "BAFR": 4, "BOTH": 2, "OOTH": 1}
)
"""Of the 550 who are not unaccompanied."""

UNACCOMPANIED_ETHNICITIES = {"BAFR": 26, "OOTH": 14, "AOTH": 8}

LEFT = {
    "turned 18": 58,
    "home again": 42,
    "came and went": 60,
    "special guardianship": 24,
    "adopted": 20,
    "arrangements order": 8,
}
"""Children who left care within the year, by how. Nothing is published; plausible beside a
population that stands still. "Came and went" started within the year too."""
