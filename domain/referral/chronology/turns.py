"""What turns the stage of a search, and what does not though it came later in the day."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import StrEnum

from domain.referral.chronology.periods import History
from domain.referral.events import ReferralEvent
from domain.referral.events.answers import ResponsesClosed
from domain.referral.events.award import NoViableOffer
from domain.referral.events.choice import PreferredOfferDeselected, PreferredOfferSelected
from domain.referral.events.closing import DraftExpired, ReferralClosedUnfilled
from domain.referral.events.ending import ReferralFulfilled, ReferralWithdrawn
from domain.referral.events.funding import FundingAuthorised, FundingDeclined, FundingRequested
from domain.referral.events.housed import PlacementJoined
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
from domain.shared.chronology import in_business_order
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
    PlacementJoined: StageName.PREFERRED,
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


def turning(history: History) -> Iterator[Recorded[ReferralEvent]]:
    """What turned the stage, in business order.

    A home that is joined is chosen from when the children moved in (R-120): what was recorded
    before it was joined, and happened after that, turned nothing that still counts.
    """
    told = [each for each in history if type(each.event) in BEGUN_BY]
    joined = _joined_first(told)
    chosen, since = None, 0
    for recorded in in_business_order(told):
        if isinstance(recorded.event, PlacementJoined):
            if recorded.version not in joined:
                continue
            since = recorded.version
        if recorded.version < since:
            continue
        chosen = _chosen(chosen, recorded.event)
        if isinstance(recorded.event, OF_MONEY) and recorded.event.offer_id != chosen:
            # Of a home that was let go since, or of a stay that is over: the search is elsewhere.
            continue
        yield recorded


def _joined_first(told: Sequence[Recorded[ReferralEvent]]) -> Collection[int]:
    """The versions at which a home was joined before any was chosen, and the search went on."""
    found, chosen = set[int](), None
    ordered = sorted(told, key=lambda each: each.version)
    for recorded, after in zip(ordered, [*ordered[1:], None], strict=False):
        over = after is not None and isinstance(after.event, ReferralFulfilled)
        if isinstance(recorded.event, PlacementJoined) and chosen is None and not over:
            found.add(recorded.version)
        chosen = _chosen(chosen, recorded.event)
    return found


def _chosen(before: OfferId | None, event: ReferralEvent) -> OfferId | None:
    match event:
        case (
            PreferredOfferSelected(offer_id=offer_id)
            | PlacementJoined(offer_id=offer_id)
            | ReferralFulfilled(offer_id=offer_id)
        ):
            return offer_id
        case PreferredOfferDeselected():
            return None
        case _:
            return before
