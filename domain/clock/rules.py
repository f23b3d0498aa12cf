"""What the record of clocks obeys (docs/domain/03, 3.1)."""

from collections.abc import Container
from datetime import datetime

from domain.clock.events import WhyMoved
from domain.clock.snapshot import ClockSnapshot
from domain.shared.clock_catalogue import NOTICES, TIMERS
from domain.shared.clocks import Outcome, ran_out


def runs_again(said: ClockSnapshot, computed: ClockSnapshot) -> bool:
    """Whether a correction took back what had closed, or withdrawn, a clock."""
    if said.outcome is Outcome.NOT_KNOWN:
        return computed.outcome is not Outcome.NOT_KNOWN
    return said.outcome is not Outcome.RUNNING and computed.outcome is Outcome.RUNNING


def why_moved(said: ClockSnapshot, computed: ClockSnapshot) -> WhyMoved | None:
    """Why a deadline has to be said anew, if it has.

    A corrected anchor moves any clock. Amended reference data moves those that run; a
    closed clock is not rejudged (R12). A pause that begins or ends moves those that stand still.
    Notice runs for what its parties agree, and by no reference data of clocks.
    """
    if (said.anchor, said.anchored_at) != (computed.anchor, computed.anchored_at):
        return WhyMoved.ANCHOR_CORRECTED
    if said.paused_until != computed.paused_until and computed.outcome is Outcome.RUNNING:
        return WhyMoved.PAUSED
    runs = said.outcome is Outcome.RUNNING or runs_again(said, computed)
    if runs and (said.due, said.plan_by) != (computed.due, computed.plan_by):
        return WhyMoved.AGREED if said.code in NOTICES else WhyMoved.REFERENCE_AMENDED
    return None


def is_closed_anew(said: ClockSnapshot, computed: ClockSnapshot) -> bool:
    """Whether what closed a clock, or when, is other than was said."""
    ours = (said.outcome, said.closed_by, said.closed_at)
    return ours != (computed.outcome, computed.closed_by, computed.closed_at)


def has_breach_to_note(
    said: ClockSnapshot, noted: Container[tuple[str, datetime]], now: datetime
) -> bool:
    """Whether a clock has run out at its present deadline and nobody has said so (R-05, R13)."""
    if said.outcome is Outcome.NOT_KNOWN or (said.key, said.due) in noted:
        return False
    if said.code in TIMERS and said.outcome is not Outcome.RUNNING:
        return False
    return ran_out(said.due, said.closed_at, now)
