"""The dated facts of a placement: stay, agreement and notice, after corrections."""

from collections.abc import Mapping
from typing import Any

from domain.placement.absence_periods import absences
from domain.placement.agreement_periods import agreements, planned_end
from domain.placement.arrangement import particulars_of
from domain.placement.events import (
    JoinedToSearch,
    PlacementEnded,
    PlacementStarted,
)
from domain.placement.history import History, end_of, first_of, last_word_on_start
from domain.placement.homes_lived_in import by_home
from domain.placement.moves_made import moves_of
from domain.placement.notices import GivenNotice, notices_given
from domain.placement.periods import (
    AbsencePeriod,
    AgreementPeriod,
    NoticePeriod,
    PlacementChronology,
    StayPeriod,
)
from domain.shared.chronology import in_business_order
from domain.shared.envelope import Recorded
from domain.shared.moments import before, begins

__all__ = [
    "AbsencePeriod",
    "AgreementPeriod",
    "NoticePeriod",
    "PlacementChronology",
    "StayPeriod",
    "chronology",
]


def chronology(history: History) -> PlacementChronology:
    """The chronology of one placement's history, in whatever order it is given."""
    recorded = in_business_order(history)
    stay = _stay(recorded)
    if stay is None:
        return PlacementChronology()
    return PlacementChronology(
        stays=by_home(stay, moves_of(recorded)),
        agreements=agreements(recorded, stay),
        notices=_notices(recorded),
        absences=absences(recorded),
    )


def _stay(history: History) -> StayPeriod | None:
    start, word = first_of(history, PlacementStarted), last_word_on_start(history)
    if start is None or word is None:
        return None
    end = end_of(history)
    return StayPeriod(
        **{**particulars_of(start.event), **_joined(history), **_planned(history, start.event)},
        since=word.effective_at,
        until=end.event.at if end else None,
        source=word.event_id,
        ended_by=end.event_id if end else None,
        national_code=start.event.national_code,
        age_in_years=start.event.age_in_years,
        end_reason=end.event.reason if end else None,
        national_reason=end.event.national_reason if end else None,
        destination=end.event.destination if end else None,
        planned=end.event.planned if end else None,
    )


def _planned(history: History, start: PlacementStarted) -> Mapping[str, Any]:
    return {"planned_end": planned_end(history, start.planned_end)}


def _joined(history: History) -> Mapping[str, Any]:
    """Which search it was for, where that was said after the start."""
    joined = first_of(history, JoinedToSearch)
    names = ("referral_id", "offer_id", "lot")
    return {name: getattr(joined.event, name) for name in names} if joined else {}


def _notices(history: History) -> tuple[NoticePeriod, ...]:
    end = end_of(history)
    ran = [
        period for period in (_notice(each, end) for each in notices_given(history)) if _ran(period)
    ]
    return tuple(sorted(ran, key=lambda notice: (begins(notice.since), notice.source)))


def _ran(notice: NoticePeriod) -> bool:
    # An end written down late may lie before notice that was given since.
    return notice.until is None or not before(notice.until, notice.since)


def _notice(said: GivenNotice, end: Recorded[PlacementEnded] | None) -> NoticePeriod:
    """Until it was replaced or taken back, or the child left."""
    notice, last = said.notice, said.stopped or end
    return NoticePeriod(
        since=notice.given_at,
        until=last.effective_at if last else None,
        source=said.given.event_id,
        ended_by=last.event_id if last else None,
        party=notice.party,
        reason=notice.reason,
        notice_class=notice.notice_class,
        expires=notice.expires,
        pay_until=notice.pay_until,
    )
