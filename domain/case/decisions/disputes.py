"""Disputes of the officer who reviews: raised, put higher, resolved (docs/domain/02, 2.7)."""

from collections.abc import Sequence

from domain.case.errors import UnknownDispute
from domain.case.events import (
    CaseEvent,
    IRODisputeEscalated,
    IRODisputeRaised,
    IRODisputeResolved,
)
from domain.case.review import LADDER, Dispute, DisputeTier
from domain.case.reviewing import DisputeCommand, EscalateDispute, RaiseDispute, ResolveDispute
from domain.case.rules import require_born_by
from domain.case.state import Open
from domain.shared.errors import EffectiveBeforeStream, WrongState
from domain.shared.moments import london_day
from domain.shared.personal import legible


def decide(case: Open, command: DisputeCommand) -> Sequence[CaseEvent]:
    match command:
        case RaiseDispute():
            require_born_by(legible(case.born_on), command.on)
            return [IRODisputeRaised(**dict(command))]
        case EscalateDispute():
            _require_higher(_open_dispute(case, command), command.tier)
            return [IRODisputeEscalated(**dict(command))]
        case ResolveDispute():
            _open_dispute(case, command)
            return [IRODisputeResolved(**dict(command))]


def _open_dispute(case: Open, command: EscalateDispute | ResolveDispute) -> Dispute:
    dispute = case.disputes.get(command.dispute_id)
    if dispute is None:
        raise UnknownDispute
    if dispute.resolved:
        raise WrongState("This dispute has been resolved.")
    if london_day(command.on) < london_day(dispute.since):
        raise EffectiveBeforeStream("The dispute was raised later.")
    return dispute


def _require_higher(dispute: Dispute, tier: DisputeTier) -> None:
    """Refuse a tier that the dispute has passed; Cafcass may be asked at any of them (P-25)."""
    if tier is DisputeTier.CAFCASS:
        return
    if tier not in LADDER[LADDER.index(dispute.tier) + 1 :]:
        raise WrongState(f"The dispute has been put to the {dispute.tier.value} already.")
