"""A search ends with nothing."""

from collections.abc import Sequence

from domain.referral.codes import LapseReason
from domain.referral.commands.closing import CloseUnfilled, ClosingCommand, ExpireDraft
from domain.referral.decisions.ending import lapsed
from domain.referral.events import ReferralEvent
from domain.referral.events.closing import DraftExpired, ReferralClosedUnfilled
from domain.referral.events.ending import OfferLapsed
from domain.referral.facts import Facts
from domain.referral.stages import Draft, Fulfilled, Referral, Returned, Stage, Withdrawn
from domain.shared.errors import WrongState
from domain.shared.said import require_said


def decide(referral: Referral, command: ClosingCommand) -> Sequence[ReferralEvent]:
    match referral, command:
        case Draft(), ExpireDraft() if not isinstance(referral, Returned):
            return [DraftExpired()]
        case _, ExpireDraft():
            # A child who was referred once is not forgotten by a clock.
            raise WrongState.of(referral, command)
        case Draft() | Fulfilled() | Withdrawn(), CloseUnfilled():
            raise WrongState.of(referral, command)
        case Stage(facts), CloseUnfilled():
            return close(facts, command)
        case _:
            raise WrongState.of(referral, command)


def close(facts: Facts, command: CloseUnfilled) -> Sequence[ReferralClosedUnfilled | OfferLapsed]:
    """Give up looking, and say what became of the child. Open offers lapse."""
    require_said(text=command.text)
    closed = ReferralClosedUnfilled(**dict(command))
    return [closed, *lapsed(facts, LapseReason.CLOSED_UNFILLED)]
