"""One child on one day: the chronologies of the child's streams, asked together. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.case.absences import moves_in
from application.case.broken import RecordedBreach, recorded_breaches
from application.case.ceasing import ShownCeasing, ceasing_shown
from application.case.deadlines import Deadline, running
from application.case.record import ChildRecord
from application.case.view.care import (
    ShownAbsence,
    ShownCare,
    ShownLegalStatus,
    absence,
    care,
    legal_status,
)
from application.case.view.concerns import ShownConcern, concerns_on
from application.case.view.identity import ShownIdentity, identity
from application.case.view.living import ShownPlacement, lives_at, placements_on
from application.case.view.needs import ShownCarePlan, ShownMatrix, care_plan, matrix
from application.case.view.people import ShownConnection, ShownPerson, connections, people
from application.case.view.planned import ShownPlan, planned_on
from application.case.view.seeking import ShownReferral, referrals_on
from domain.case.chronology import chronology
from domain.shared.errors import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """One child on one day, as far as it was known at one position of the log.

    `lives_at` is the open placement that began last. `placements` are all that are open;
    more than one is a conflict for people to resolve (6-04). `versions` are those of the
    streams that this was composed of.
    """

    case_id: UUID
    authority: str
    position: int
    as_at: date
    identity: ShownIdentity
    legal_status: ShownLegalStatus | None
    looked_after: bool
    period_of_care: ShownCare | None
    ceasing: ShownCeasing | None
    lives_at: ShownPlacement | None
    absence: ShownAbsence | None
    people: tuple[ShownPerson, ...]
    placements: tuple[ShownPlacement, ...]
    planned: tuple[ShownPlan, ...]
    referrals: tuple[ShownReferral, ...]
    matrix: ShownMatrix | None
    care_plan: ShownCarePlan | None
    connections: tuple[ShownConnection, ...]
    concerns: tuple[ShownConcern, ...]
    due: tuple[Deadline, ...]
    breaches: tuple[RecordedBreach, ...]
    versions: Mapping[str, int]


def view(record: ChildRecord) -> CaseView:
    """Everything that is shown of a child; `NotFound` where the case was not yet known."""
    facts, day = record.case, record.day
    held = chronology(facts)
    if held.identity is None or held.authority is None:
        raise NotFound
    placements = placements_on(record)
    came = (history.events for history in record.of_kind("placement"))
    return CaseView(
        case_id=record.case_id,
        authority=held.authority,
        position=record.position,
        as_at=day,
        identity=identity(held.identity, day),
        legal_status=legal_status(held, facts, day),
        looked_after=held.looked_after_on(day),
        period_of_care=care(held, facts, day),
        ceasing=ceasing_shown(facts, day),
        lives_at=lives_at(placements),
        absence=absence(held, moves_in(came), facts, day),
        people=tuple(people(held, facts, day)),
        placements=tuple(placements),
        planned=tuple(planned_on(record)),
        referrals=tuple(referrals_on(record)),
        matrix=matrix(held, facts, day),
        care_plan=care_plan(facts, day),
        connections=tuple(connections(held, facts, day)),
        concerns=tuple(concerns_on(record)),
        due=tuple(running(record)),
        breaches=tuple(recorded_breaches(record)),
        versions=record.versions,
    )
