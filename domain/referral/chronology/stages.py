"""Which stage a search had reached, and from when."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum

from domain.referral.chronology.periods import History
from domain.referral.events import ReferralEvent
from domain.referral.events.answers import ResponsesClosed
from domain.referral.events.award import NoViableOffer
from domain.referral.events.choice import PreferredOfferDeselected, PreferredOfferSelected
from domain.referral.events.closing import DraftExpired, ReferralClosedUnfilled
from domain.referral.events.ending import ReferralFulfilled, ReferralWithdrawn
from domain.referral.events.funding import FundingAuthorised, FundingDeclined, FundingRequested
from domain.referral.events.in_house import (
    InHouseBypassApproved,
    InHouseMatchFound,
    InHouseMatchReleased,
)
from domain.referral.events.market import ReferralAmended, SearchWidened
from domain.referral.events.request import ReferralAccepted, ReferralDrafted, ReferralSubmitted
from domain.referral.events.search import (
    ExternalSearchApproved,
    InHouseSearchExhausted,
    InHouseSearchStarted,
    ReferralPublished,
)
from domain.referral.events.triage import ReferralReturned
from domain.shared.chronology import Period, in_business_order
from domain.shared.envelope import Recorded
from domain.shared.messages import Event
from domain.shared.vocabulary import OfferId


class StageName(StrEnum):
    DRAFT = "draft"
    RETURNED = "returned"
    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    SEARCHING_IN_HOUSE = "searching_in_house"
    IN_HOUSE_EXHAUSTED = "in_house_exhausted"
    IN_HOUSE_BYPASSED = "in_house_bypassed"
    APPROVED_FOR_EXTERNAL_SEARCH = "approved_for_external_search"
    PUBLISHED = "published"
    EVALUATING = "evaluating"
    NO_VIABLE_OFFER = "no_viable_offer"
    PREFERRED = "preferred"
    AWAITING_FUNDING = "awaiting_funding"
    AUTHORISED = "authorised"
    FULFILLED = "fulfilled"
    WITHDRAWN = "withdrawn"
    CLOSED_UNFILLED = "closed_unfilled"
    EXPIRED = "expired"


BEGUN_BY: Mapping[type[Event], StageName] = {
    ReferralDrafted: StageName.DRAFT,
    ReferralReturned: StageName.RETURNED,
    ReferralSubmitted: StageName.SUBMITTED,
    ReferralAccepted: StageName.ACCEPTED,
    InHouseSearchStarted: StageName.SEARCHING_IN_HOUSE,
    InHouseSearchExhausted: StageName.IN_HOUSE_EXHAUSTED,
    InHouseBypassApproved: StageName.IN_HOUSE_BYPASSED,
    InHouseMatchFound: StageName.PREFERRED,
    InHouseMatchReleased: StageName.SEARCHING_IN_HOUSE,
    ExternalSearchApproved: StageName.APPROVED_FOR_EXTERNAL_SEARCH,
    ReferralPublished: StageName.PUBLISHED,
    SearchWidened: StageName.PUBLISHED,
    ReferralAmended: StageName.PUBLISHED,
    ResponsesClosed: StageName.EVALUATING,
    NoViableOffer: StageName.NO_VIABLE_OFFER,
    PreferredOfferSelected: StageName.PREFERRED,
    PreferredOfferDeselected: StageName.EVALUATING,
    FundingRequested: StageName.AWAITING_FUNDING,
    FundingAuthorised: StageName.AUTHORISED,
    FundingDeclined: StageName.PREFERRED,
    ReferralFulfilled: StageName.FULFILLED,
    ReferralWithdrawn: StageName.WITHDRAWN,
    ReferralClosedUnfilled: StageName.CLOSED_UNFILLED,
    DraftExpired: StageName.EXPIRED,
}

OF_MONEY = FundingRequested | FundingAuthorised | FundingDeclined

OVER = frozenset(
    {StageName.FULFILLED, StageName.WITHDRAWN, StageName.CLOSED_UNFILLED, StageName.EXPIRED}
)


class StageHeld(Period):
    """The referral was at this stage."""

    stage: StageName


def stages(history: History) -> Sequence[StageHeld]:
    """Every stage, oldest first. Money authorised after the start reopens nothing."""
    turns = list(_turns(history))
    ends = [(turn.effective_at, turn.event_id) for turn, _ in turns[1:]]
    return [
        StageHeld(
            since=turn.effective_at,
            until=until,
            source=turn.event_id,
            ended_by=ended_by,
            stage=stage,
        )
        for (turn, stage), (until, ended_by) in zip(turns, [*ends, (None, None)], strict=False)
    ]


def _turns(history: History) -> Iterator[tuple[Recorded[ReferralEvent], StageName]]:
    last, chosen = None, None
    told = in_business_order(each for each in history if type(each.event) in BEGUN_BY)
    for recorded in told:
        chosen = _chosen(chosen, recorded.event)
        if isinstance(recorded.event, OF_MONEY) and recorded.event.offer_id != chosen:
            # Of a home that was let go since, or of a stay that is over: the search is elsewhere.
            continue
        stage = BEGUN_BY[type(recorded.event)]
        # A search that is widened while it is published stays published.
        if stage is not last:
            yield recorded, stage
            last = stage
        if stage in OVER:
            return


def _chosen(before: OfferId | None, event: ReferralEvent) -> OfferId | None:
    match event:
        case PreferredOfferSelected(offer_id=offer_id) | ReferralFulfilled(offer_id=offer_id):
            return offer_id
        case PreferredOfferDeselected():
            return None
        case _:
            return before


def stage_on(history: History, day: date) -> StageName | None:
    """The last stage that a referral reached on or before a London day."""
    held = [period for period in stages(history) if period.covers(day)]
    return held[-1].stage if held else None
