"""What is said of deadlines, told."""

from application.case.sentences.wording import Sentences
from domain.clock import events as e

CLOCK: Sentences = {
    e.ClockOpened: "{e.code} runs; it is due by {e.due}.",
    e.ClockDueMoved: "The due time of {e.key} moved from {e.old_due} to {e.new_due}: {e.why}.",
    e.ClockMet: "What {e.key} was due for was done.",
    e.ClockStopped: "{e.key} stopped: {e.why}.",
    e.ClockReopened: "{e.key} runs again.",
    e.ClockBreached: "{e.code} was due by {e.due} and was not met.",
    e.TimerRanOut: "{e.code} ran until {e.due}.",
}
