"""How often things go as they should not, in one table."""

from typing import Final

LATE: Final = {
    "visit": 0.15,
    "package": 0.12,
    "statutory": 0.08,
    "plan": 0.10,
    "care_plan": 0.10,
    "told": 0.08,
}
"""The share of each that is done, and too late."""

NEVER: Final = {
    "visit": 0.03,
    "package": 0.05,
    "statutory": 0.02,
    "plan": 0.02,
    "care_plan": 0.02,
    "told": 0.02,
}
"""The share that nobody does until the next one falls due, or at all."""

A_DAY: Final = {
    "missing": 1 / 300,
    "change": 1 / 250,
    "breaks_down": 1 / 400,
    "comes_home": 1 / 700,
}
"""What befalls a child on any one day, each with its own chance."""

MEETS_AFTER_A_BREAKDOWN: Final = 0.7
NIGHTS_AWAY: Final = (1, 1, 1, 2, 3)
