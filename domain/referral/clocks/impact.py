"""C-IRA: the manager of a shared home weighs the child against who lives there (2.3, R-101).

One working day from when its provider is told what it needs to weigh. In an emergency nobody is
shortlisted: the home that is chosen has until the day on which the child would move in.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from domain.referral.events import ReferralEvent
from domain.referral.events.answers import LateOfferReceived, OfferAmended, OfferSubmitted
from domain.referral.events.choice import (
    OfferNotSelected,
    PreferredOfferDeselected,
    PreferredOfferSelected,
)
from domain.referral.events.closing import ReferralClosedUnfilled
from domain.referral.events.emergency import PackReleased
from domain.referral.events.ending import OfferLapsed, ReferralFulfilled, ReferralWithdrawn
from domain.referral.events.evaluation import ImpactRiskAssessed
from domain.referral.events.offers import OfferWithdrawn
from domain.referral.events.request import ReferralDrafted
from domain.referral.events.triage import RequestAmended
from domain.referral.field_matrix import PackStage
from domain.referral.history import History
from domain.referral.offer import Offer
from domain.shared.clock_catalogue import C_IRA
from domain.shared.clocks import Clock, ClockTerms, Due, Outcome, met, opened, stopped
from domain.shared.envelope import Recorded
from domain.shared.moments import end_of_day
from domain.shared.vocabulary import OfferId

Clocks = Mapping[OfferId, Clock]


@dataclass(frozen=True, slots=True)
class Heard:
    """What has been said so far, in business order."""

    emergency: bool = False
    shared: frozenset[OfferId] = frozenset()
    weighed: frozenset[OfferId] = frozenset()

    def awaits(self, offer_id: OfferId | None, *, lived_in: bool) -> bool:
        """Whether a home is still to be weighed: shared by its word, or by the register's."""
        return (lived_in or offer_id in self.shared) and offer_id not in self.weighed


def impact_clocks(told: History, terms: ClockTerms) -> Iterator[Clock]:
    """One for each shared home that is to be weighed; none where the edition has no limit."""
    heard, found = Heard(), dict[OfferId, Clock]()
    for recorded in told:
        heard = _hear(heard, recorded.event)
        running = {each for each, clock in found.items() if clock.outcome is Outcome.RUNNING}
        opening = _opened_by(recorded, heard, terms)
        found |= {each: clock for each, clock in opening.items() if each not in running}
        found |= _closed_by(recorded, found)
    yield from found.values()


def _hear(heard: Heard, event: ReferralEvent) -> Heard:
    match event:
        case ReferralDrafted(emergency=emergency):
            return replace(heard, emergency=emergency)
        case RequestAmended(now=now):
            return replace(heard, emergency=now.is_emergency(held=heard.emergency))
        case OfferSubmitted(offer=offer) | OfferAmended(offer=offer):
            return _offered(heard, offer)
        case LateOfferReceived(offer=offer):
            return _offered(heard, offer)
        case ImpactRiskAssessed(offer_id=offer_id):
            return replace(heard, weighed=heard.weighed | {offer_id})
        case _:
            return heard


def _offered(heard: Heard, offer: Offer) -> Heard:
    shared = offer.content is not None and bool(offer.content.shared)
    others = heard.shared - {offer.offer_id}
    return replace(heard, shared=others | {offer.offer_id} if shared else others)


def _opened_by(recorded: Recorded[ReferralEvent], heard: Heard, terms: ClockTerms) -> Clocks:
    """What begins; a word said again while it runs gives nobody more time."""
    limit = terms.limits.get(C_IRA)
    match recorded.event:
        case PackReleased(offer_id=offer_id, pack=pack, lived_in=lived_in) if (
            pack.stage is PackStage.MATCHING
        ):
            if offer_id is None or limit is None or not heard.awaits(offer_id, lived_in=lived_in):
                return {}
            return {offer_id: opened(recorded, C_IRA, limit, terms, key=_key(offer_id))}
        case PreferredOfferSelected(offer_id=offer_id, starts_on=day, lived_in=lived_in) if (
            heard.emergency and heard.awaits(offer_id, lived_in=lived_in)
        ):
            return {offer_id: _before(recorded, offer_id, day)}
        case _:
            return {}


def _before(recorded: Recorded[ReferralEvent], offer_id: OfferId, day: date) -> Clock:
    return Clock(
        code=C_IRA,
        key=_key(offer_id),
        anchor=recorded.event_id,
        anchored_at=recorded.effective_at,
        due=Due(at=end_of_day(day), plan_by=None),
    )


def _key(offer_id: OfferId) -> str:
    return f"{C_IRA}:{offer_id}"


def _closed_by(recorded: Recorded[ReferralEvent], found: Clocks) -> Clocks:
    match recorded.event:
        case ImpactRiskAssessed(offer_id=offer_id):
            return {each: met(found[each], recorded) for each in found if each == offer_id}
        case (
            OfferWithdrawn(offer_id=offer_id)
            | OfferLapsed(offer_id=offer_id)
            | OfferNotSelected(offer_id=offer_id)
            | PreferredOfferDeselected(offer_id=offer_id)
        ):
            return {each: stopped(found[each], recorded) for each in found if each == offer_id}
        case ReferralWithdrawn() | ReferralClosedUnfilled():
            return {each: stopped(clock, recorded) for each, clock in found.items()}
        case ReferralFulfilled(offer_id=offer_id, at=at):
            return {
                each: _there(clock, at) if each == offer_id else stopped(clock, recorded)
                for each, clock in found.items()
            }
        case _:
            return {}


def _there(clock: Clock, at: date | datetime) -> Clock:
    """Once the child has moved in, it was due when it did; a day that is known counts whole."""
    moved_in = at if isinstance(at, datetime) else end_of_day(at)
    if clock.outcome is not Outcome.RUNNING or clock.due.at <= moved_in:
        return clock
    return replace(clock, due=Due(at=moved_in, plan_by=None))
