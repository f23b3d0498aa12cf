"""Key stage 4, which no move disrupts unless somebody approved it (SI 2010/959, reg. 10)."""

from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from domain.shared.vocabulary import age_on


class KeyStage4(StrEnum):
    """What a move means for the education of a child of that age (docs/domain/02, 2.11)."""

    NO_PUPIL = "no_pupil"
    """Not a registered pupil in key stage 4."""
    NOT_DISRUPTED = "not_disrupted"
    DISRUPTED = "disrupted"
    LEFT_AT_RISK = "left_at_risk"
    """The placement before was terminated for immediate risk: no approval is needed (L-03)."""


AGES_ON_THE_LAST_OF_AUGUST: Final = frozenset({14, 15})
"""Years 10 and 11: the school years that begin after these ages were reached."""

SEPTEMBER = 9


def is_of_key_stage_4(born_on: date, day: date) -> bool:
    """Whether a child of this age is in year 10 or 11 on a day, if it is a pupil at all."""
    year = day.year if day.month >= SEPTEMBER else day.year - 1
    last_of_august = date(year, SEPTEMBER, 1) - timedelta(days=1)
    return age_on(born_on, last_of_august) in AGES_ON_THE_LAST_OF_AUGUST
