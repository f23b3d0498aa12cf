"""What is said of deadlines, told."""

from application.case.sentences.wording import Sentences, tell
from domain.clock import events as e

NAMED = 2
"""A clock's key has its code and what it is about; one with more between says whom."""


def _breached(event: e.ClockBreached) -> str:
    """Of several clocks of one code, one for each who must be told, with whom it is about."""
    parts = event.key.split(":")
    named = len(parts) > NAMED and parts[1].replace("_", "").isalpha()
    whom = f" ({parts[1].replace('_', ' ')})" if named else ""
    return tell("{e.code}{whom} was due by {e.due} and was not met.", e=event, whom=whom)


CLOCK: Sentences = {
    e.ClockOpened: "{e.code} runs; it is due by {e.due}.",
    e.ClockDueMoved: "The due time of {e.key} moved from {e.old_due} to {e.new_due}: {e.why}.",
    e.ClockMet: "What {e.key} was due for was done.",
    e.ClockStopped: "{e.key} stopped: {e.why}.",
    e.ClockReopened: "{e.key} runs again.",
    e.ClockBreached: _breached,
    e.TimerRanOut: "{e.code} ran until {e.due}.",
}
