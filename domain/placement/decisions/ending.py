"""Recording that the child left, and ending a placement at once."""

from collections.abc import Sequence
from functools import partial

from domain.placement.commands import EndImmediately, EndingCommand, RecordEnd
from domain.placement.endings import Instigator, PlannedBasis
from domain.placement.events import ImmediateTermination, PlacementEnded, PlacementEvent
from domain.placement.moves_made import home_at
from domain.placement.rules.ending import (
    PLANNED,
    notice_outcome,
    planned_basis,
    require_owned,
    require_reason,
    require_shut,
)
from domain.placement.rules.notice import require_held
from domain.placement.rules.start import require_not_before
from domain.placement.state import Begun, Current, Ended
from domain.shared.breaches import Breach, broken
from domain.shared.errors import WrongState
from domain.shared.moments import london_day
from domain.shared.vocabulary import SettingId


def decide(placement: Begun, command: EndingCommand) -> Sequence[PlacementEvent]:
    match placement, command:
        case Current(), RecordEnd():
            return record(placement, command)
        case Current(), EndImmediately():
            return end_immediately(placement, command)
        case Ended(), EndImmediately():
            return own_to(placement, command)
        case _:
            raise WrongState.of(placement, command)


def record(placement: Current, command: RecordEnd) -> Sequence[PlacementEvent]:
    return [as_ended(placement, command)]


def as_ended(placement: Current | Ended, command: RecordEnd) -> PlacementEnded:
    """The end with what it counts as, by the evidence and every notice that was given."""
    require_not_before(placement.started_at, command.at)
    notices = tuple(each for each in placement.notices if not each.withdrawn)
    arrangement = placement.particulars.arrangement
    basis = planned_basis(command.at, arrangement.planned_end, command.plan, notices)
    override = command.override
    return PlacementEnded(
        placement_id=arrangement.placement_id,
        setting_id=_last_home(placement, command),
        at=command.at,
        reason=command.reason,
        national_reason=command.national_reason,
        instigator=command.instigator,
        destination=command.destination,
        planned=override.planned if override else basis in PLANNED,
        planned_basis=PlannedBasis.OVERRIDDEN if override else basis,
        plan=command.plan,
        override_reason=override.reason if override else None,
        notice_outcome=notice_outcome(command.at, notices),
        immediate_risk=command.immediate_risk,
        breaches=_breaches(command),
    )


def _last_home(placement: Current | Ended, command: RecordEnd) -> SettingId:
    """Where it was when it left, whichever move is on record for later."""
    if isinstance(placement, Ended):
        placement = Current(placement.particulars, placement.started_at)
    return home_at(placement, command.at)


def end_immediately(placement: Current, command: EndImmediately) -> Sequence[PlacementEvent]:
    """No notice and no review come before this (6-24); what must follow is asked for at once."""
    require_not_before(placement.started_at, command.at)
    require_reason(command.reason)
    require_shut(command)
    ended = RecordEnd(
        at=command.at,
        reason=command.ground.value,
        national_reason=command.national_reason,
        instigator=Instigator.COUNCIL,
        destination=command.destination,
        looked_after=command.looked_after,
        immediate_risk=True,
        by_officer=True,
    )
    return [_terminated(command), *record(placement, ended)]


def own_to(placement: Ended, command: EndImmediately) -> Sequence[PlacementEvent]:
    """An officer says afterwards that the child was to be moved at once (R-150)."""
    if not placement.to_be_owned:
        raise WrongState("It has ended, and no officer is waited for.")
    if command.at != placement.ended_at:
        raise WrongState("It ended at another time: name the one on record.")
    require_reason(command.reason)
    require_shut(command)
    return [_terminated(command)]


def _terminated(command: EndImmediately) -> ImmediateTermination:
    return ImmediateTermination(
        at=command.at,
        ground=command.ground,
        reason=command.reason,
        accommodation=command.accommodation,
        iro_informed=command.iro_informed,
        looked_after=command.looked_after,
        by=command.by,
    )


def _breaches(command: RecordEnd) -> tuple[Breach, ...]:
    if command.instigator is not Instigator.COUNCIL:
        return ()
    held = partial(
        require_held,
        london_day(command.at),
        command.statutory_review,
        looked_after=command.looked_after,
        immediate_risk=command.immediate_risk,
    )
    return broken([held, partial(require_owned, command)])
