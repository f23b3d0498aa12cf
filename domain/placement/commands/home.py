"""What can be asked of a placement because of what happened to its home."""

from datetime import date

from domain.placement.moving import MoveCause
from domain.shared.messages import Command
from domain.shared.moments import When
from domain.shared.vocabulary import ProviderId, Subject


class RecordRegistrationLapse(Command):
    """A fact: the home's registration sufficed until the day before `on`, and no longer."""

    on: date
    born_on: date


class AskForMovePlan(Command):
    """Have somebody plan where the child goes, because of what happens to the home."""

    cause: MoveCause
    from_: date


class RecordMovePlan(Command):
    """Record that the move was planned, asked for or not."""

    on: When
    plan: str
    by: Subject


class RecordChangeOfHands(Command):
    """A fact: another provider runs the home from a day on."""

    provider_id: ProviderId | None
    from_: date


HomeCommand = RecordRegistrationLapse | AskForMovePlan | RecordMovePlan | RecordChangeOfHands
