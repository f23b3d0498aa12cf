"""A variation of what is in force: asked for, refused, taken back, or a step further (2.5)."""

from collections.abc import Sequence

from domain.placement.commands.variations import (
    AgreeVariation,
    AuthoriseVariation,
    CostVariation,
    RefuseVariation,
    RequestVariation,
    VariationCommand,
    WithdrawVariation,
)
from domain.placement.decisions.variations_agreed import agree, authorise
from domain.placement.decisions.variations_costed import cost
from domain.placement.errors import VariationIncomplete
from domain.placement.events import PlacementEvent
from domain.placement.events.variations import (
    VariationRefused,
    VariationRequested,
    VariationWithdrawn,
)
from domain.placement.rules.variations import (
    require_hours,
    require_other_end,
    require_said,
    require_within_agreement,
)
from domain.placement.state import Current, Particulars
from domain.placement.varying import Variation
from domain.placement.versions import on_day
from domain.shared.admission import require_ends_in_time
from domain.shared.errors import NotFound, NotPermitted, WrongState


def decide(placement: Current, command: VariationCommand) -> Sequence[PlacementEvent]:
    """Only what is in force, of a placement that the child lives in, is varied."""
    particulars = placement.particulars
    if not particulars.versions:
        raise WrongState("No agreement is in force.")
    if isinstance(command, RequestVariation):
        return request(particulars, command)
    variation = _open(particulars, command.variation)
    match command:
        case CostVariation():
            return cost(particulars, variation, command)
        case AuthoriseVariation():
            return authorise(particulars, variation, command)
        case AgreeVariation():
            return agree(particulars, variation, command)
        case RefuseVariation():
            return refuse(variation, command)
        case WithdrawVariation():
            return withdraw(variation, command)


def request(particulars: Particulars, command: RequestVariation) -> Sequence[PlacementEvent]:
    change, base = command.change, on_day(particulars.versions, command.change.effective_on)
    require_said(command)
    require_within_agreement(change, particulars.begins_on, base.planned_end)
    require_other_end(change, base.planned_end)
    if change.half_hours is not None:
        require_hours(command, change.half_hours, base, particulars.begins_on)
    if command.lot is not None:
        require_ends_in_time(command.lot, command.born_on, change.ends_on)
    return [
        VariationRequested(
            variation=len(particulars.variations) + 1,
            change=change,
            asker=command.asker,
            reason=command.reason,
            by=command.by,
        )
    ]


def refuse(variation: Variation, command: RefuseVariation) -> Sequence[PlacementEvent]:
    """Either side may, until both have agreed; nobody says no to what is theirs to take back."""
    _require_reason(command.reason)
    return [
        VariationRefused(
            variation=variation.number, party=command.party, reason=command.reason, by=command.by
        )
    ]


def withdraw(variation: Variation, command: WithdrawVariation) -> Sequence[PlacementEvent]:
    if command.party is not variation.asker.party:
        raise NotPermitted("Whoever asked for it takes it back; say no to it instead.")
    _require_reason(command.reason)
    return [VariationWithdrawn(variation=variation.number, reason=command.reason, by=command.by)]


def _open(particulars: Particulars, number: int) -> Variation:
    found = next((each for each in particulars.variations if each.number == number), None)
    if found is None:
        raise NotFound("This placement has no such variation.")
    if not found.is_open:
        raise WrongState(f"The variation is {found.standing.value}.")
    return found


def _require_reason(reason: str) -> None:
    if not reason.strip():
        raise VariationIncomplete(["reason"])
