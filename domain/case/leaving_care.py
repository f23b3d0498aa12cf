"""Where a young person stands on the way out of care, read off the record and stored nowhere.

Eligible: 16 or 17, looked after, and looked after for thirteen weeks in all since 14. Relevant:
was so, and is no longer looked after before 18. Former relevant: was either, from 18 until 21.
Source: Children Act 1989, Sch. 2 para. 19B, ss. 23A and 23C; SI 2010/959, regs. 40 to 42
(L-13); docs/domain/10, R-218.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from domain.case.chronology import CaseChronology
from domain.case.chronology.periods import LegalStatusPeriod
from domain.case.legal import is_in_care
from domain.shared.moments import london_day
from domain.shared.vocabulary import LegalStatus, birthday

COUNTED_FROM, YOUNG_ADULT_FROM, ADULT, UNTIL = 14, 16, 18, 21
THIRTEEN_WEEKS: Final = timedelta(weeks=13)


class LeavingCare(StrEnum):
    ELIGIBLE = "eligible"
    RELEVANT = "relevant"
    FORMER_RELEVANT = "former_relevant"


@dataclass(frozen=True, slots=True)
class Turn:
    """From a day to a day this was so; `source` is the event that it came of."""

    standing: LeavingCare
    since: date
    until: date
    source: UUID


def leaving_care(record: CaseChronology) -> Sequence[Turn]:
    """Every turn of the way out, in order; none where the date of birth cannot be read."""
    born_on = record.identity.accepted_birth.born_on if record.identity else None
    if not isinstance(born_on, date):
        return ()
    found = list(_until_adult(record, born_on))
    if found:
        adult, over = birthday(born_on, ADULT), birthday(born_on, UNTIL)
        found.append(Turn(LeavingCare.FORMER_RELEVANT, adult, over, found[-1].source))
    return found


def standing_on(turns: Sequence[Turn], day: date) -> LeavingCare | None:
    return next((each.standing for each in turns if each.since <= day < each.until), None)


def _until_adult(record: CaseChronology, born_on: date) -> Iterator[Turn]:
    sixteen, adult = birthday(born_on, YOUNG_ADULT_FROM), birthday(born_on, ADULT)
    eligible: list[Turn] = []
    for left, period, reached in _counted(record, born_on, adult):
        since = max(sixteen, reached)
        if since < left:
            eligible.append(Turn(LeavingCare.ELIGIBLE, since, left, period.source))
    for n, turn in enumerate(eligible):
        yield turn
        back = eligible[n + 1].since if n + 1 < len(eligible) else adult
        if turn.until < back:
            source = _ended(record, turn)
            yield Turn(LeavingCare.RELEVANT, turn.until, back, source)


def _counted(
    record: CaseChronology, born_on: date, adult: date
) -> Iterator[tuple[date, LegalStatusPeriod, date]]:
    """Each stretch in care from 14 on: its end, and when thirteen weeks are or would be full."""
    fourteen, so_far = birthday(born_on, COUNTED_FROM), timedelta()
    for period in record.legal_statuses:
        begun = max(london_day(period.since), fourteen)
        left = min(london_day(period.until), adult) if period.until else adult
        if _counts(period.legal_status) and begun < left:
            yield left, period, begun + max(THIRTEEN_WEEKS - so_far, timedelta())
            so_far += left - begun


def _counts(status: LegalStatus) -> bool:
    # A series of short breaks is not counted (reg. 40(2), reg. 48).
    return is_in_care(status) and status is not LegalStatus.SHORT_BREAKS


def _ended(record: CaseChronology, turn: Turn) -> UUID:
    period = next(each for each in record.legal_statuses if each.source == turn.source)
    return period.ended_by or period.source
