"""Putting a placement forward, and calling it off."""

from collections.abc import Sequence

from domain.placement.arrangement import particulars_of
from domain.placement.commands import CancelPlacement, ProposalCommand, ProposePlacement
from domain.placement.events import PlacementEvent, PlacementNotStarted, PlacementProposed
from domain.placement.state import NotProposed, ToCome
from domain.shared.admission import require_away_from_risk
from domain.shared.errors import WrongState
from domain.shared.vocabulary import age_on


def decide(placement: NotProposed | ToCome, command: ProposalCommand) -> Sequence[PlacementEvent]:
    match placement, command:
        case NotProposed(), ProposePlacement():
            return propose(command)
        case ToCome(), CancelPlacement():
            return cancel(placement, command)
        case _:
            raise WrongState.of(placement, command)


def propose(command: ProposePlacement) -> Sequence[PlacementEvent]:
    require_away_from_risk(in_area_to_avoid=command.in_area_to_avoid)
    return [
        PlacementProposed(
            **particulars_of(command),
            starts_on=command.starts_on,
            age_in_years=age_on(command.born_on, command.starts_on),
            by=command.by,
            emergency=command.emergency,
            approval_needed=command.approval_needed,
        )
    ]


def cancel(placement: ToCome, command: CancelPlacement) -> Sequence[PlacementEvent]:
    arrangement = placement.particulars.arrangement
    return [
        PlacementNotStarted(
            placement_id=arrangement.placement_id,
            setting_id=arrangement.setting_id,
            reason=command.reason,
        )
    ]
