"""What an approval rests on, and what waits for it (docs/domain/02, 2.11; docs/domain/05, 5.2)."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from domain.placement.approving import (
    APPROVERS,
    ASKED,
    SUFFICE,
    Approval,
    ApprovalKind,
    Approvals,
    Matter,
    Standing,
)
from domain.placement.commands.approvals import GrantApproval, RefuseApproval
from domain.placement.entry import Entry
from domain.placement.errors import (
    ApprovalUnsettled,
    DetailsMissing,
    DistantNotApproved,
    KeyStage4NotApproved,
    OutOfAreaNotApproved,
    StatusNotWithParents,
    TemporaryCarersNotApproved,
    WithParentsNotApproved,
)
from domain.placement.schooling import KeyStage4
from domain.placement.state import Particulars
from domain.shared.breaches import Gate
from domain.shared.errors import ConflictOfInterest, NotPermitted, RuleBroken, WrongState
from domain.shared.geography import ApprovalNeeded
from domain.shared.officers import require_listed
from domain.shared.two_people import is_same_person
from domain.shared.vocabulary import Subject

OPEN = frozenset({Standing.ASKED, Standing.IN_EMERGENCY})


def require_approver(command: GrantApproval | RefuseApproval) -> None:
    """Refuse a role that may not: a nominated officer does not approve what is at a distance."""
    # Reg. 11: the nominated officer approves a decision to place outside the area, the
    # Director of Children's Services one that is neither in it nor in an adjoining one's.
    who = APPROVERS[command.kind]
    if command.role not in who:
        told = " or ".join(sorted(who))
        raise NotPermitted(f"This is approved by the {told.replace('_', ' ')}.")


def require_known(command: GrantApproval) -> None:
    """Refuse a word on the telephone of somebody whom the council does not list so (R-121)."""
    if command.word is not None:
        require_listed(command.officer_roles, APPROVERS[command.kind], "officer")


def require_asked(
    approvals: Approvals, kind: ApprovalKind, standings: frozenset[Standing] = OPEN
) -> Approval:
    """What is decided was asked for, and is not decided yet."""
    asked = approvals.by_kind.get(kind)
    if asked is None or asked.standing not in standings:
        found = asked.standing.value.replace("_", " ") if asked else "not asked for"
        raise WrongState(f"This approval is {found}: ask for it first.")
    return asked


def require_another(asked_by: Subject, particulars: Particulars, by: Subject) -> None:
    """Refuse the approval of who asked for it, or put the placement forward."""
    if any(is_same_person(by, each) for each in (asked_by, particulars.proposed_by)):
        raise ConflictOfInterest("Whoever asks for an approval does not give it.")


def require_need_of_haste(command: GrantApproval) -> None:
    """Refuse to put off what has to be settled, or to approve by telephone, without need."""
    if command.word is not None and not command.emergency:
        raise WrongState("Only an emergency is approved by telephone.")
    if command.word is not None and is_same_person(command.word.noted_by, command.by):
        raise ConflictOfInterest("Whoever approves by telephone does not write it down.")
    if command.emergency and not command.placed_in_emergency:
        raise WrongState("The child is not placed in an emergency: settle everything first.")


def require_weeks(particulars: Particulars, command: GrantApproval) -> None:
    """More weeks are for a connected person approved for a while, eight at most, and in time."""
    # Reg. 25: once, for up to eight weeks, before the sixteen are over.
    if command.kind is not ApprovalKind.TEMPORARY_CARERS:
        return
    if particulars.carers is None or not particulars.carers.temporary:
        raise WrongState("Nobody who is approved for a while cares for this child.")
    if command.weeks is None:
        raise DetailsMissing(["weeks"])
    if command.too_late:
        raise WrongState("The approval is over: the placement ends once there is another home.")


def outstanding(approvals: Approvals, kind: ApprovalKind) -> tuple[Matter, ...]:
    return tuple(each for each in ASKED[kind] if each not in approvals.settled)


def require_settled(approvals: Approvals, command: GrantApproval) -> None:
    """Refuse while an approver could not be satisfied, and name everything that is missing."""
    missing = outstanding(approvals, command.kind)
    if command.emergency:
        missing = tuple(each for each in missing if each in command.at_once)
    if missing:
        raise ApprovalUnsettled([each.value for each in missing])


NOT_APPROVED: Final[Mapping[ApprovalKind, type[RuleBroken]]] = {
    ApprovalKind.OUT_OF_AREA: OutOfAreaNotApproved,
    ApprovalKind.AT_A_DISTANCE: DistantNotApproved,
    ApprovalKind.KEY_STAGE_4: KeyStage4NotApproved,
    ApprovalKind.TEMPORARY_CARERS: TemporaryCarersNotApproved,
    ApprovalKind.WITH_PARENTS: WithParentsNotApproved,
}
"""Which gate waits for each: its code is also that of the task of who may approve."""


def require_school_approved(approvals: Approvals, *, disrupts: bool = True) -> None:
    """Refuse to disrupt key stage 4 where nobody who may has approved it (reg. 10)."""
    if disrupts and not approvals.granted(ApprovalKind.KEY_STAGE_4):
        raise KeyStage4NotApproved


def require_parents_approved(approvals: Approvals, *, to_parents: bool = True) -> None:
    """Refuse to place a child in care with its parents where nobody who may has approved it."""
    if to_parents and not approvals.granted(ApprovalKind.WITH_PARENTS):
        raise WithParentsNotApproved


def require_status_for_parents(*, accommodated: bool) -> None:
    """A child who lives with its parents is not accommodated: one of the two is wrong (2.1)."""
    if accommodated:
        raise StatusNotWithParents


def statutory_gates(entry: Entry, approvals: Approvals) -> Sequence[Gate]:
    """Every approval that a start waits for."""
    disrupts = _disrupts(entry.key_stage_4, approvals)
    return [
        partial(require_area_approved, entry.approval_needed, approvals),
        partial(require_school_approved, approvals, disrupts=disrupts),
        partial(require_risk_on_record, entry, approvals),
        partial(require_parents_approved, approvals, to_parents=entry.to_parents),
    ]


def require_weeks_approved(approvals: Approvals) -> None:
    """A connected person has the weeks that somebody who may has given, and no more (reg. 25)."""
    if not approvals.granted(ApprovalKind.TEMPORARY_CARERS):
        raise TemporaryCarersNotApproved


def gate_of(kind: ApprovalKind, needed: ApprovalNeeded | None, approvals: Approvals) -> Gate:
    """What is shut again, before a child who is to come or behind it, once this is refused."""
    match kind:
        case ApprovalKind.KEY_STAGE_4:
            return partial(require_school_approved, approvals)
        case ApprovalKind.WITH_PARENTS:
            return partial(require_parents_approved, approvals)
        case ApprovalKind.TEMPORARY_CARERS:
            return partial(require_weeks_approved, approvals)
        case ApprovalKind.OUT_OF_AREA | ApprovalKind.AT_A_DISTANCE:
            return partial(require_area_approved, needed, approvals)


def _disrupts(said: KeyStage4 | None, approvals: Approvals) -> bool:
    """Who asked for that approval has said so, and no other word opens the gate again (R-151)."""
    return said is KeyStage4.DISRUPTED or ApprovalKind.KEY_STAGE_4 in approvals.by_kind


def require_risk_on_record(entry: Entry, approvals: Approvals) -> None:
    """Refuse to ask nobody where nothing shows that the child was left at risk (R-151, L-03)."""
    said = entry.key_stage_4 is KeyStage4.LEFT_AT_RISK
    asked = ApprovalKind.KEY_STAGE_4 in approvals.by_kind
    if said and not asked and not entry.left_at_risk:
        raise KeyStage4NotApproved(
            "The placement before was not ended for immediate risk: ask for this approval."
        )


def is_schooling_weighed(entry: Entry, approvals: Approvals) -> bool:
    """Whether it was said what the move means for the school of a child of that age."""
    known = entry.key_stage_4 is not None or ApprovalKind.KEY_STAGE_4 in approvals.by_kind
    return known or not entry.of_key_stage_4


def require_area_approved(needed: ApprovalNeeded | None, approvals: Approvals) -> None:
    """Refuse to put a child where nobody who may has approved that it lives (C-OOA-APPR)."""
    suffice = SUFFICE.get(needed) if needed else None
    if suffice is None or any(approvals.granted(kind) for kind in suffice):
        return
    if needed is ApprovalNeeded.DCS:
        raise DistantNotApproved
    raise OutOfAreaNotApproved
