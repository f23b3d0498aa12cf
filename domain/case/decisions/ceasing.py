"""Asking whether the council may stop looking after a child, and answering."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from domain.case.ceasing import (
    DIRECTORS_FROM,
    TO_A_PARENT,
    ApproveCeasing,
    Ceasing,
    CeasingCommand,
    CeasingStanding,
    RefuseCeasing,
    RequestCeasing,
    is_councils_decision,
)
from domain.case.chronology import ADULT
from domain.case.codes import CeasingReason
from domain.case.commands import RecordCeasedLookedAfter
from domain.case.errors import CeasingNotApproved, CeasingUnsettled, ReviewBeforeCeasing
from domain.case.events.ceasing import (
    CeasingApproved,
    CeasingEvent,
    CeasingRefused,
    CeasingRequested,
)
from domain.case.legal import LegalStep, is_looked_after, status_at
from domain.case.state import Open
from domain.shared.breaches import Gate
from domain.shared.errors import ConflictOfInterest, NotPermitted, WrongState
from domain.shared.moments import When, begins, london_day
from domain.shared.personal import legible
from domain.shared.vocabulary import age_on, birthday


def decide(case: Open, command: CeasingCommand) -> Sequence[CeasingEvent]:
    match command:
        case RequestCeasing():
            return request(case, command)
        case ApproveCeasing():
            return approve(case, command)
        case RefuseCeasing():
            return refuse(case, command)


def request(case: Open, command: RequestCeasing) -> Sequence[CeasingEvent]:
    """Of a child who is looked after; asked again with what was missing, until it is approved."""
    if not is_looked_after(case.legal, command.on):
        raise WrongState("The child is not looked after on that day.")
    if case.ceasing is not None and case.ceasing.standing is CeasingStanding.APPROVED:
        raise WrongState("This is approved already.")
    if not command.because.strip():
        raise CeasingUnsettled(["because"])
    return [CeasingRequested(**dict(command))]


def approve(case: Open, command: ApproveCeasing) -> Sequence[CeasingEvent]:
    asked = _asked(case)
    _require_approver(case, asked, command)
    if not asked.assessed:
        raise CeasingUnsettled(["arrangements_assessed"])
    require_reviewed(case, asked.reason, asked.on)
    return [CeasingApproved(on=asked.on, reason=asked.reason, by=command.by, role=command.role)]


def refuse(case: Open, command: RefuseCeasing) -> Sequence[CeasingEvent]:
    _require_approver(case, _asked(case), command)
    if not command.because.strip():
        raise CeasingUnsettled(["because"])
    return [CeasingRefused(because=command.because, by=command.by, role=command.role)]


def ceasing_gates(case: Open, command: RecordCeasedLookedAfter) -> Sequence[Gate]:
    """What a council's own decision to stop should have come through; nothing of any other."""
    day, reason = london_day(command.on), command.reason
    is_adult = birthday(legible(case.born_on), ADULT) <= day
    own = is_councils_decision(status_at(case.legal, command.on), reason)
    if command.decided_elsewhere or is_adult or not own:
        return []
    return [
        partial(require_ceasing_approved, case.ceasing, reason),
        partial(require_reviewed, case, reason, command.on),
    ]


def require_ceasing_approved(ceasing: Ceasing | None, reason: CeasingReason) -> None:
    """The council stops on an approval of this very reason (reg. 39)."""
    approved = ceasing is not None and ceasing.standing is CeasingStanding.APPROVED
    if ceasing is None or not approved or ceasing.reason is not reason:
        raise CeasingNotApproved


def require_reviewed(case: Open, reason: CeasingReason, when: When) -> None:
    """Who is not to return to a parent is reviewed first, in this period of care (L-05)."""
    if reason in TO_A_PARENT:
        return
    turns = [fact.since for fact in case.legal if fact.step is LegalStep.BEGAN]
    since = max((begins(each) for each in turns if begins(each) <= begins(when)), default=None)
    if not any(since and since <= begins(held) and _by(held, when) for held in case.reviewed):
        raise ReviewBeforeCeasing


def _by(held: When, when: When) -> bool:
    return london_day(held) <= london_day(when)


def _asked(case: Open) -> Ceasing:
    if case.ceasing is None or case.ceasing.standing is not CeasingStanding.ASKED:
        raise WrongState("Nobody has asked for this, or it was answered: ask for it first.")
    return case.ceasing


def _require_approver(case: Open, asked: Ceasing, command: ApproveCeasing | RefuseCeasing) -> None:
    if command.role not in _approvers(legible(case.born_on), asked.on):
        raise NotPermitted("From 16 the director of children's services approves this.")
    if command.by == asked.asked_by:
        raise ConflictOfInterest("Whoever asks for an approval does not give it.")


def _approvers(born_on: date, day: date) -> frozenset[str]:
    director = frozenset({"dcs"})
    from_16 = age_on(born_on, day) >= DIRECTORS_FROM
    return director if from_16 else director | {"nominated_officer"}
