"""Temporary absences as dated periods: each until the child was back, or left for good."""

from collections.abc import Iterator
from datetime import date

from domain.placement.arrangement import Arrangement
from domain.placement.events import (
    PlacementEnded,
    PlacementEvent,
    TemporaryAbsenceEnded,
    TemporaryAbsenceStarted,
)
from domain.placement.history import History, with_last_end
from domain.placement.periods import AbsencePeriod, PlacementChronology
from domain.shared.chronology import in_business_order
from domain.shared.envelope import Recorded
from domain.shared.spans import spans
from domain.shared.vocabulary import Provision

Turn = tuple[Recorded[PlacementEvent], AbsencePeriod | None]


def absences(history: History) -> tuple[AbsencePeriod, ...]:
    """Every absence on record, the earliest first."""
    return spans(_turns(history))


def is_beside(coming: Arrangement, held: PlacementChronology, day: date) -> bool:
    """Whether a stay that goes on is no second placement beside one that begins on a day.

    One of the two is for a while only, or the child was away for a while from the other (R-195).
    """
    kinds = {coming.provision, *(stay.provision for stay in held.stays)}
    return Provision.TEMPORARY in kinds or held.absence_on(day) is not None


def _turns(history: History) -> Iterator[Turn]:
    for recorded in in_business_order(with_last_end(history)):
        match recorded.event:
            case TemporaryAbsenceStarted() as went:
                yield recorded, _period(recorded, went)
            case TemporaryAbsenceEnded() | PlacementEnded():
                yield recorded, None
            case _:
                pass


def _period(recorded: Recorded[PlacementEvent], went: TemporaryAbsenceStarted) -> AbsencePeriod:
    return AbsencePeriod(
        since=recorded.effective_at,
        source=recorded.event_id,
        kind=went.kind,
        expected_back=went.expected_back,
        told_by=went.told_by,
    )
