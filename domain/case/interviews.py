"""Return interviews: offered, held or declined, about one return or several (6-80)."""

from enum import StrEnum

from domain.shared.messages import Value
from domain.shared.moments import When
from domain.shared.vocabulary import EventId


class InterviewStep(StrEnum):
    """How far it came. Somebody independent of the home asks, and the child may say no."""

    OFFERED = "offered"
    HELD = "held"
    DECLINED = "declined"


class Return(Value):
    """A return on record: the event that says so, and when it was."""

    event_id: EventId
    at: When
