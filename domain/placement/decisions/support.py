"""Recording the hours of support of a week: what was given, and what the child says of it."""

from collections.abc import Sequence
from datetime import date, timedelta

from domain.placement.commands.support import AnswerSupport, RecordSupportGiven, SupportCommand
from domain.placement.errors import NoWeek
from domain.placement.events.support import SupportAnswered, SupportEvent, SupportGiven
from domain.placement.state import Begun, Ended
from domain.shared.errors import EffectiveBeforeStream, WrongState
from domain.shared.moments import london_day

MONDAY = 0
LAST_DAY = timedelta(days=6)


def decide(placement: Begun, command: SupportCommand) -> Sequence[SupportEvent]:
    """Both are facts: an answer needs no entry of the provider's before it (R-36)."""
    require_week_of_stay(placement, command.week)
    if london_day(command.on) < command.week:
        raise EffectiveBeforeStream("This is said before the week began.")
    match command:
        case RecordSupportGiven():
            return [SupportGiven(**dict(command))]
        case AnswerSupport():
            return [SupportAnswered(**dict(command))]


def require_week_of_stay(placement: Begun, week: date) -> None:
    """Refuse a week that is none, or in which the child lived here on no day."""
    if week.weekday() != MONDAY:
        raise NoWeek
    if week + LAST_DAY < london_day(placement.started_at):
        raise EffectiveBeforeStream("The child came to live here later.")
    if isinstance(placement, Ended) and london_day(placement.ended_at) < week:
        raise WrongState("The child had left by then.")
