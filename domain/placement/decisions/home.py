"""What becomes of a placement when its home lapses, closes or is sold: breach, plan, novation."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from domain.placement.commands.home import (
    AskForMovePlan,
    HomeCommand,
    RecordChangeOfHands,
    RecordMovePlan,
    RecordRegistrationLapse,
)
from domain.placement.events.home import (
    HomeChangedHands,
    HomeEvent,
    HomeRegistrationLapsed,
    MovePlanAsked,
    MovePlanMade,
)
from domain.placement.moving import MoveCause
from domain.placement.rules.details import require_details
from domain.placement.rules.start import require_not_before
from domain.placement.state import Begun, Current, Ended
from domain.shared.admission import SettingNotRegistered
from domain.shared.breaches import broken
from domain.shared.errors import WrongState
from domain.shared.moments import london_day
from domain.shared.vocabulary import birthday

ADULT = 18


def decide(placement: Begun, command: HomeCommand) -> Sequence[HomeEvent]:
    match placement, command:
        case _, RecordRegistrationLapse():
            return lapse(placement, command)
        case Current(), AskForMovePlan():
            return ask(placement, command.cause, command.from_)
        case Current(), RecordMovePlan():
            return plan(placement, command)
        case Current(), RecordChangeOfHands():
            return change_hands(placement, command)
        case _, AskForMovePlan() | RecordChangeOfHands():
            return []
        case _:
            raise WrongState.of(placement, command)


def lapse(placement: Begun, command: RecordRegistrationLapse) -> Sequence[HomeEvent]:
    """A breach for whoever is not 18, and a plan for whoever lives there still (2.9).

    Nothing for a child who had left by then: those days were compliant.
    """
    day = max(command.on, london_day(placement.started_at))
    gone = isinstance(placement, Ended) and london_day(placement.ended_at) <= day
    if gone or birthday(command.born_on, ADULT) <= day:
        return []
    lapsed = HomeRegistrationLapsed(on=day, breaches=broken([partial(require_registered, day)]))
    if isinstance(placement, Ended):
        return [lapsed]
    return [lapsed, *ask(placement, MoveCause.REGISTRATION_LAPSED, day)]


def require_registered(lapsed_on: date) -> None:
    """The gate that a lapse has shut behind whoever lives there."""
    raise SettingNotRegistered(f"The home was registered no more from {lapsed_on}.")


def ask(placement: Begun, cause: MoveCause, from_: date) -> Sequence[HomeEvent]:
    """Once, until it is made: a second cause asks for no second plan."""
    if placement.particulars.move_plan_owed:
        return []
    return [MovePlanAsked(cause=cause, from_=from_)]


def plan(placement: Begun, command: RecordMovePlan) -> Sequence[HomeEvent]:
    require_not_before(placement.started_at, command.on)
    require_details(plan=command.plan)
    return [MovePlanMade(on=command.on, plan=command.plan, by=command.by)]


def change_hands(placement: Begun, command: RecordChangeOfHands) -> Sequence[HomeEvent]:
    was = placement.particulars.arrangement.provider_id
    if was == command.provider_id:
        return []
    return [
        HomeChangedHands(
            was=was,
            provider_id=command.provider_id,
            from_=command.from_,
            has_agreement=placement.particulars.agreement is not None,
        )
    ]
