"""Recording what changed, and the meetings that are to hold a placement or learn from its end."""

from collections.abc import Sequence

from domain.placement.commands.stability import (
    RecordDisruptionMeeting,
    RecordStabilityMeeting,
    ReportSignificantChange,
    StabilityCommand,
)
from domain.placement.events.stability import (
    DisruptionMeetingHeld,
    SignificantChangeReported,
    StabilityEvent,
    StabilityMeetingHeld,
)
from domain.placement.rules.details import require_details
from domain.placement.rules.stay import require_while_there
from domain.placement.state import Begun, Ended
from domain.shared.errors import EffectiveBeforeStream, WrongState
from domain.shared.moments import before


def decide(placement: Begun, command: StabilityCommand) -> Sequence[StabilityEvent]:
    match command:
        case ReportSignificantChange():
            require_while_there(placement, command.on)
            require_details(kind=command.kind)
            return [SignificantChangeReported(**dict(command))]
        case RecordStabilityMeeting():
            require_while_there(placement, command.on)
            require_details(plan=command.plan, attendees=" ".join(command.attendees))
            return [StabilityMeetingHeld(**dict(command))]
        case RecordDisruptionMeeting():
            return disruption(placement, command)


def disruption(placement: Begun, command: RecordDisruptionMeeting) -> Sequence[StabilityEvent]:
    """A fact of any placement that is over, and never of one in which the child still lives."""
    if not isinstance(placement, Ended):
        raise WrongState("The child lives there: hold a stability meeting.")
    if before(command.on, placement.ended_at):
        raise EffectiveBeforeStream("The child had not left by then: that was a stability meeting.")
    said = {"findings": command.findings, "learning": command.learning}
    require_details(**said, attendees=" ".join(command.attendees))
    return [DisruptionMeetingHeld(**dict(command))]
