"""Plausible visits, and children as they stand in law. A test names only what it is about."""

from datetime import date

from domain.case import CaseEvent
from domain.case.in_law import in_law
from domain.placement.commands import RecordVisit
from domain.placement.events import ChildVisited, VisitAttempted, VisitCorrected
from domain.placement.visit import NotSeen, Visit, VisitPlace
from domain.shared.child_in_law import ChildInLaw
from domain.shared.moments import When
from domain.shared.vocabulary import EventId, LegalStatus, Subject
from tests.support.cases import became, case_opened
from tests.support.clocks import log

WORKER, MANAGER = Subject("social-worker"), Subject("team-manager")
BORN = date(2012, 5, 17)


def visit(on: When, **more: object) -> Visit:
    told = {"visitor": WORKER, "place": VisitPlace.HOME, "seen": True, "seen_alone": True}
    return Visit(**{"on": on, **told, **more})


def in_vain(on: When) -> Visit:
    return visit(on, seen=False, seen_alone=False, not_seen=NotSeen.CHILD_OUT)


def record(what: Visit) -> RecordVisit:
    return RecordVisit(visit=what, by=WORKER)


def visited(on: When) -> ChildVisited:
    return ChildVisited(visit=visit(on), by=WORKER)


def attempted(on: When) -> VisitAttempted:
    return VisitAttempted(visit=in_vain(on), by=WORKER)


def corrected(was: Visit, now: Visit | None, corrects: EventId) -> VisitCorrected:
    return VisitCorrected(
        corrects=corrects,
        was=was,
        now=now,
        reason="Typed for another",
        approved_by=MANAGER,
        by=WORKER,
    )


def child(
    *then: CaseEvent,
    since: date = date(2026, 1, 5),
    legal_status: LegalStatus = LegalStatus.ACCOMMODATED,
    born_on: date = BORN,
) -> ChildInLaw:
    """A child who became looked after, and what happened since."""
    return in_law(log(case_opened(born_on=born_on), became(since, legal_status), *then))
