"""What meets a deadline or stops it, and which it may."""

from collections.abc import Collection, Mapping, Sequence

from domain.referral.clocks.pauses import (
    pause_ended,
)
from domain.referral.events import ReferralEvent
from domain.referral.events.answers import (
    LateOfferReceived,
    NoResponseRecorded,
    OfferDeclined,
    OfferSubmitted,
    PackViewed,
    ResponsesClosed,
)
from domain.referral.events.choice import PreferredOfferDeselected
from domain.referral.events.closing import DraftExpired, ReferralClosedUnfilled
from domain.referral.events.ending import ReferralFulfilled, ReferralWithdrawn
from domain.referral.events.funding import FundingAuthorised, FundingDeclined
from domain.referral.events.in_house import (
    InHouseBypassApproved,
    InHouseMatchFound,
)
from domain.referral.events.market import PackWithdrawn
from domain.referral.events.pausing import ReferralResumed
from domain.referral.events.request import ReferralAccepted, ReferralSubmitted
from domain.referral.events.search import InHouseSearchExhausted, ProviderInvited
from domain.referral.events.standing_down import InvitationWithdrawn
from domain.referral.events.triage import ReferralReturned
from domain.referral.windows import RESPONSE, response_key
from domain.shared.clock_catalogue import (
    C_DRAFT,
    C_FUND,
    C_FUND_RETRO,
    C_INHOUSE,
    C_PAUSE,
    C_TRIAGE,
)
from domain.shared.clocks import Clock, met, stopped
from domain.shared.envelope import Recorded


def touched(event: ReferralEvent, found: Mapping[str, Clock]) -> Sequence[str]:
    """The clocks that an event may close: of invitations and answers there are hundreds."""
    match event:
        case ProviderInvited() | PackViewed() | NoResponseRecorded():
            return ()
        case (
            OfferSubmitted() | LateOfferReceived() | OfferDeclined() | InvitationWithdrawn()
        ) as answer:
            theirs = (response_key(tier, answer.provider_id) for tier in RESPONSE)
            return [key for key in theirs if key in found]
        case _:
            return list(found)


def heard_from(event: ReferralEvent, found: Mapping[str, Clock]) -> Collection[str]:
    """The clocks of those whose answer is there, or not wanted any more."""
    match event:
        case OfferSubmitted() | LateOfferReceived() | OfferDeclined() | InvitationWithdrawn():
            return touched(event, found)
        case _:
            return ()


def closed_by(recorded: Recorded[ReferralEvent], clock: Clock) -> Clock:
    match recorded.event:
        case ReferralWithdrawn() | ReferralClosedUnfilled() | DraftExpired():
            # Who lives there is paid for whatever became of the rest.
            return clock if clock.code == C_FUND_RETRO else stopped(clock, recorded)
        case ReferralFulfilled() | ReferralResumed() if clock.code == C_PAUSE:
            return pause_ended(recorded, clock)
        case ResponsesClosed() | PackWithdrawn(superseded=False, shown_to=()) if (
            clock.code in RESPONSE.values()
        ):
            return stopped(clock, recorded)
        case InvitationWithdrawn():
            return stopped(clock, recorded)
        case OfferSubmitted() | LateOfferReceived() | OfferDeclined():
            return met(clock, recorded)
        case ReferralSubmitted() if clock.code == C_DRAFT:
            return met(clock, recorded)
        case ReferralReturned() if clock.code == C_TRIAGE:
            return stopped(clock, recorded)
        case ReferralAccepted() if clock.code == C_TRIAGE:
            return met(clock, recorded)
        case InHouseSearchExhausted() | InHouseMatchFound() if clock.code == C_INHOUSE:
            return met(clock, recorded)
        case InHouseBypassApproved() if clock.code == C_INHOUSE:
            return stopped(clock, recorded)
        case PreferredOfferDeselected() | FundingAuthorised() | FundingDeclined():
            return _money_closed_by(recorded, clock)
        case _:
            return clock


def _money_closed_by(recorded: Recorded[ReferralEvent], clock: Clock) -> Clock:
    """An answer meets C-FUND; a child who is there already waits for no other than yes."""
    if clock.code == C_FUND and isinstance(recorded.event, PreferredOfferDeselected):
        return stopped(clock, recorded)
    answered = isinstance(recorded.event, FundingAuthorised | FundingDeclined)
    paid = isinstance(recorded.event, FundingAuthorised)
    if (clock.code == C_FUND and answered) or (clock.code == C_FUND_RETRO and paid):
        return met(clock, recorded)
    return clock
