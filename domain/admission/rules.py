"""What an admission obeys, one function for each rule.

Source: docs/domain/02, 2.10 (each purchaser agrees or objects); 6-43, 6-44; R-15, R-87, R-88.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from domain.admission.state import Asked
from domain.shared.deadlines import months_before
from domain.shared.envelope import GssCode
from domain.shared.errors import EffectiveBeforeStream, NotFound
from domain.shared.specialist import LegalStatusNotEligible

BREAKDOWNS = 3
"""So many within the window are an indication of seed 000 (row 0-017)."""
WINDOW_MONTHS = 12


def window(referred_on: date) -> tuple[date, date]:
    """The twelve months to the referral: after the first of these days, up to the last (6-44)."""
    return months_before(referred_on, WINDOW_MONTHS), referred_on


def breakdowns_within(ends: Iterable[date], referred_on: date) -> Sequence[date]:
    """Those of the days on which placements broke down that lie in the window, in order."""
    after, last = window(referred_on)
    return sorted(day for day in ends if after < day <= last)


def warnings_of(*, in_care_only: bool, in_care: bool) -> tuple[str, ...]:
    """What will refuse the start if it is still so then, and refuses nothing now (6-43)."""
    return (LegalStatusNotEligible.code,) if in_care_only and not in_care else ()


def require_purchaser(admission: Asked, council: GssCode) -> None:
    if council not in admission.asked.purchasers:
        raise NotFound("This council does not buy these homes.")


def require_not_before(admission: Asked, council: GssCode, on: date) -> None:
    """Refuse a word that is dated before the question, or before that council's last word."""
    said = [day for day, _ in admission.answers.get(council, ())]
    if on < max([admission.asked.on, *said]):
        raise EffectiveBeforeStream("This is dated before what it answers.")
