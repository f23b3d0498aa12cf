"""A joint service's dated facts: how it stood and until when it was to run."""

from collections.abc import Iterable, Sequence
from datetime import date

from domain.joint_service.events import (
    AgreementNoted,
    JointServiceEvent,
    ServiceAgreed,
    ServiceExtended,
)
from domain.shared.chronology import Period, in_business_order
from domain.shared.envelope import Recorded
from domain.shared.money import AgreementStanding


class StandingPeriod(Period):
    standing: AgreementStanding
    runs_until: date


def chronology(history: Iterable[Recorded[JointServiceEvent]]) -> Sequence[StandingPeriod]:
    """From the day on which the service was agreed, in order."""
    line: list[StandingPeriod] = []
    for recorded in in_business_order(history):
        changed = _changed(recorded.event, line)
        if changed is None:
            continue
        since, standing, runs_until = changed
        if line:
            ended = {"until": since, "ended_by": recorded.event_id}
            line[-1] = line[-1].model_copy(update=ended)
        line.append(
            StandingPeriod(
                since=since, source=recorded.event_id, standing=standing, runs_until=runs_until
            )
        )
    return line


def _changed(
    event: JointServiceEvent, line: Sequence[StandingPeriod]
) -> tuple[date, AgreementStanding, date] | None:
    """From when on, what stands since, and until when it is to run."""
    match event:
        case ServiceAgreed():
            return event.on, event.standing, event.until
        case AgreementNoted():
            return event.since, event.standing, line[-1].runs_until
        case ServiceExtended():
            return event.on, line[-1].standing, event.until
        case _:
            return None
