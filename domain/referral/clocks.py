"""The deadlines of a search: triage, in-house search, each provider's answer, the money."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from domain.referral.clocks_of_offers import clocks_of_offers
from domain.referral.clocks_of_pauses import (
    held_over,
    pause_clock,
    pause_ended,
    stretches,
)
from domain.referral.clocks_of_words import clocks_of_words
from domain.referral.emergency_clocks import emergency_clocks
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
from domain.referral.events.funding import FundingAuthorised, FundingDeclined, FundingRequested
from domain.referral.events.housed import StayJoined
from domain.referral.events.in_house import (
    InHouseBypassApproved,
    InHouseMatchFound,
    InHouseMatchReleased,
)
from domain.referral.events.market import PackWithdrawn
from domain.referral.events.pausing import ReferralResumed
from domain.referral.events.request import ReferralAccepted, ReferralDrafted, ReferralSubmitted
from domain.referral.events.search import InHouseSearchExhausted, ProviderInvited
from domain.referral.events.siblings import SiblingMovedIn
from domain.referral.events.standing_down import InvitationWithdrawn
from domain.referral.events.triage import ReferralReturned, RequestAmended
from domain.referral.impact_clock import impact_clocks
from domain.referral.waiting import draft_clock
from domain.referral.windows import RESPONSE, moved_windows, response_key, window
from domain.shared.chronology import in_business_order
from domain.shared.clock_catalogue import (
    C_DRAFT,
    C_FUND,
    C_FUND_EMERGENCY,
    C_FUND_RETRO,
    C_INHOUSE,
    C_INHOUSE_URGENT,
    C_PAUSE,
    C_TRIAGE,
    C_TRIAGE_EMERGENCY,
)
from domain.shared.clocks import Clock, ClockTerms, Outcome, met, opened, stopped
from domain.shared.envelope import Recorded
from domain.shared.terms import Tier
from domain.shared.vocabulary import OfferId


def clocks(history: Iterable[Recorded[ReferralEvent]], terms: ClockTerms) -> Sequence[Clock]:
    """Every deadline that this search opened, and how it stands."""
    found: dict[str, Clock] = {}
    ahead: dict[str, OfferId] = {}
    pace = Pace()
    told = in_business_order(history)
    paused = stretches(told)
    heard: set[str] = set()
    for recorded in told:
        pace = _pace(pace, recorded.event)
        for key in _touched(recorded.event, found):
            if not _pays_for_others(recorded.event, ahead.get(key)):
                found[key] = _closed_by(recorded, found[key])
        heard.update(_heard(recorded.event, found))
        begun = moved_windows(recorded, found, heard, terms)
        clock = (
            draft_clock(recorded, found, terms)
            or pause_clock(recorded)
            or _opened_by(recorded, pace, terms)
        )
        if clock is not None and not _runs_already(recorded.event, found, ahead):
            begun[clock.key] = clock
            ahead |= _ahead_of_money(recorded.event, clock)
        found |= begun
        if paused:
            found |= held_over(recorded, found, begun, paused, terms)
    return [
        *found.values(),
        *clocks_of_offers(told),
        *clocks_of_words(told, terms),
        *emergency_clocks(told, terms),
        *impact_clocks(told, terms),
    ]


MOVED_IN = ReferralFulfilled | SiblingMovedIn | StayJoined

Ahead = Mapping[str, OfferId]
"""By which offer somebody moved in ahead of the money, by the clock that this opened."""


def _ahead_of_money(event: ReferralEvent, clock: Clock) -> Ahead:
    if clock.code == C_FUND_RETRO and isinstance(event, MOVED_IN):
        return {clock.key: event.offer_id}
    return {}


def _runs_already(event: ReferralEvent, found: Mapping[str, Clock], ahead: Ahead) -> bool:
    """Of several children the first who moved in ahead of the money opened it for all."""
    if not isinstance(event, MOVED_IN):
        return False
    theirs = (found[key] for key, offer_id in ahead.items() if offer_id == event.offer_id)
    return any(clock.outcome is Outcome.RUNNING for clock in theirs)


def _pays_for_others(event: ReferralEvent, offer_id: OfferId | None) -> bool:
    """Whether money was authorised for another offer than that by which somebody moved in."""
    return (
        offer_id is not None and isinstance(event, FundingAuthorised) and event.offer_id != offer_id
    )


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a request is to be met, as it was last written or amended."""

    tier: Tier = Tier.STANDARD
    emergency: bool = False

    @property
    def hurried(self) -> bool:
        return self.emergency or self.tier is Tier.URGENT


def _pace(pace: Pace, event: ReferralEvent) -> Pace:
    match event:
        case ReferralDrafted(tier=tier, emergency=emergency):
            return Pace(tier, emergency)
        case RequestAmended(now=now):
            return Pace(now.tier or pace.tier, now.emergency or pace.emergency)
        case _:
            return pace


def _touched(event: ReferralEvent, found: Mapping[str, Clock]) -> Sequence[str]:
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


def _heard(event: ReferralEvent, found: Mapping[str, Clock]) -> Collection[str]:
    """The clocks of those whose answer is there, or not wanted any more."""
    match event:
        case OfferSubmitted() | LateOfferReceived() | OfferDeclined() | InvitationWithdrawn():
            return _touched(event, found)
        case _:
            return ()


def _opened_by(recorded: Recorded[ReferralEvent], pace: Pace, terms: ClockTerms) -> Clock | None:
    emergency, hurried = pace.emergency, pace.hurried
    match recorded.event:
        case ReferralSubmitted():
            code = C_TRIAGE_EMERGENCY if emergency else C_TRIAGE
            return opened(recorded, C_TRIAGE, terms.limits[code], terms)
        case ReferralAccepted() | InHouseMatchReleased():
            code = C_INHOUSE_URGENT if hurried else C_INHOUSE
            return opened(recorded, C_INHOUSE, terms.limits[code], terms)
        case ProviderInvited() as invited:
            key = response_key(invited.tier, invited.provider_id)
            limit = window(invited.invited_at, invited.deadline)
            return opened(recorded, RESPONSE[invited.tier], limit, terms, key=key)
        case FundingRequested():
            code = C_FUND_EMERGENCY if emergency else C_FUND
            return opened(recorded, C_FUND, terms.limits[code], terms)
        case (
            ReferralFulfilled(awaits_money=True) | SiblingMovedIn(awaits_money=True) | StayJoined()
        ):
            return opened(recorded, C_FUND_RETRO, terms.limits[C_FUND_RETRO], terms)
        case _:
            return None


def _closed_by(recorded: Recorded[ReferralEvent], clock: Clock) -> Clock:
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
