"""Each time the child was missing or away without authorisation, and what came of it (6-80)."""

from collections.abc import Iterator
from datetime import date

from application.case.whereabouts.sight import Facts, Sight
from application.case.whereabouts.told import Episode
from domain.case.chronology.periods import MissingPeriod
from domain.case.events import (
    ChildReturned,
    ReturnInterviewDeclined,
    ReturnInterviewHeld,
    ReturnInterviewOffered,
)
from domain.case.police_told import calls
from domain.shared.messages import Event
from domain.shared.moments import When, london_day

Result = type[ReturnInterviewOffered] | type[ReturnInterviewHeld] | type[ReturnInterviewDeclined]


def episodes(sight: Sight) -> tuple[Episode, ...]:
    """Those that had begun by the day, the newest first; each shows its own result."""
    facts = sight.by_now(sight.record.case)
    begun = (each for each in sight.absences if london_day(each.since) <= sight.day)
    return tuple(_episode(each, facts, sight.day) for each in reversed(list(begun)))


def _episode(absence: MissingPeriod, facts: Facts, day: date) -> Episode:
    back = next((each for each in facts if each.event_id == absence.ended_by), None)
    told = calls(facts).get(absence.source)
    returned = back is not None and isinstance(back.event, ChildReturned)
    return Episode(
        absence=absence.absence,
        event_id=absence.source,
        since=absence.since,
        until=absence.until if _is_over(absence, day) else None,
        return_event_id=absence.ended_by if returned else None,
        police_told_at=told.effective_at if told else None,
        interview_offered_on=_interview(absence, facts, ReturnInterviewOffered),
        interview_held_on=_interview(absence, facts, ReturnInterviewHeld),
        interview_declined_on=_interview(absence, facts, ReturnInterviewDeclined),
    )


def _is_over(absence: MissingPeriod, day: date) -> bool:
    return absence.until is not None and london_day(absence.until) <= day


def _interview(absence: MissingPeriod, facts: Facts, kind: Result) -> When | None:
    """When the first of a kind was that is about this return."""
    about: Iterator[tuple[Event, When]] = ((each.event, each.effective_at) for each in facts)
    for event, when in about:
        if isinstance(event, kind) and absence.ended_by in event.returns:
            return when
    return None
