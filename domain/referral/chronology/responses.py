"""How each invited provider stood, and from when."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum

from domain.referral.chronology.periods import History, ended
from domain.referral.codes import InvitationId
from domain.referral.events import ReferralEvent
from domain.referral.events.answers import (
    LateOfferReceived,
    NoResponseRecorded,
    OfferDeclined,
    OfferSubmitted,
    PackViewed,
)
from domain.referral.events.choice import PreferredOfferSelected
from domain.referral.events.closing import ReferralClosedUnfilled
from domain.referral.events.ending import ReferralWithdrawn
from domain.referral.events.market import ReferralAmended, ResponseDeadlineExtended
from domain.referral.events.search import ProviderInvited
from domain.referral.events.standing_down import InvitationWithdrawn
from domain.shared.chronology import InOrder, Period
from domain.shared.envelope import Recorded
from domain.shared.terms import Tier
from domain.shared.vocabulary import ProviderId


class ProviderStanding(StrEnum):
    """How an invited provider stands (docs/domain/02, 2.3)."""

    INVITED = "invited"
    VIEWED = "viewed"
    OFFERED = "offered"
    OFFERED_LATE = "offered_late"
    DECLINED = "declined"
    DECLINED_LATE = "declined_late"
    NO_RESPONSE = "no_response"
    WITHDRAWN = "withdrawn"


WAITED_FOR = frozenset({ProviderStanding.INVITED, ProviderStanding.VIEWED})

UNDOING = frozenset(
    {ProviderStanding.VIEWED, ProviderStanding.NO_RESPONSE, ProviderStanding.WITHDRAWN}
)
"""What undoes no answer that was given before."""


class ProviderStood(Period):
    """An invited provider stood like this. A standing that waits ends with the search."""

    provider_id: ProviderId
    invitation_id: InvitationId
    tier: Tier
    deadline: datetime
    standing: ProviderStanding


Periods = Sequence[ProviderStood]
"""How one provider stood, oldest first."""

Stood = Mapping[ProviderId, Periods]


def responses(history: History) -> Sequence[ProviderStood]:
    """How every invited provider stood, provider by provider, oldest first."""
    return [period for periods in STOOD.of(history).values() for period in periods]


def _told(stood: Stood, recorded: Recorded[ReferralEvent]) -> Stood:
    match recorded.event:
        case ProviderInvited() as invited:
            return {**stood, invited.provider_id: (_first(recorded, invited),)}
        case ReferralWithdrawn() | ReferralClosedUnfilled():
            return {who: _stop_waiting(periods, recorded) for who, periods in stood.items()}
        case PreferredOfferSelected(cut_short=cut_short):
            # A provider's own record has nobody else in it.
            over = stood.keys() & set(cut_short)
            return {**stood, **{who: _stop_waiting(stood[who], recorded) for who in over}}
        case ReferralAmended(deadline=datetime() as deadline):
            return {who: _begin_anew(told, recorded, deadline) for who, told in stood.items()}
        case ResponseDeadlineExtended(deadline=deadline):
            return {who: _give_until(told, recorded, deadline) for who, told in stood.items()}
        case _:
            return _moved(stood, recorded)


STOOD: InOrder[Stood, ReferralEvent] = InOrder({}, _told)


def _first(recorded: Recorded[ReferralEvent], invited: ProviderInvited) -> ProviderStood:
    return ProviderStood(
        since=recorded.effective_at,
        source=recorded.event_id,
        provider_id=invited.provider_id,
        invitation_id=invited.invitation_id,
        tier=invited.tier,
        deadline=invited.deadline,
        standing=ProviderStanding.INVITED,
    )


def _moved(stood: Stood, recorded: Recorded[ReferralEvent]) -> Stood:
    moving = _moving(recorded.event)
    if moving is None:
        return stood
    who, standing = moving
    return {**stood, who: _stand(stood[who], recorded, standing)}


def _moving(event: ReferralEvent) -> tuple[ProviderId, ProviderStanding] | None:
    """Whom an event moves, and how it stands from then on."""
    match event:
        case PackViewed(provider_id=provider_id):
            return provider_id, ProviderStanding.VIEWED
        case NoResponseRecorded(provider_id=provider_id):
            return provider_id, ProviderStanding.NO_RESPONSE
        case InvitationWithdrawn(provider_id=provider_id):
            return provider_id, ProviderStanding.WITHDRAWN
        case OfferSubmitted(provider_id=provider_id):
            return provider_id, ProviderStanding.OFFERED
        case LateOfferReceived(provider_id=provider_id):
            return provider_id, ProviderStanding.OFFERED_LATE
        case OfferDeclined(provider_id=provider_id, late=late):
            declined = ProviderStanding.DECLINED_LATE if late else ProviderStanding.DECLINED
            return provider_id, declined
        case _:
            return None


def _stand(
    periods: Periods, recorded: Recorded[ReferralEvent], standing: ProviderStanding
) -> Periods:
    last = periods[-1]
    if standing in UNDOING and last.standing not in WAITED_FOR:
        return periods
    # Silence is true from the deadline on, whenever it is noticed.
    since = last.deadline if standing is ProviderStanding.NO_RESPONSE else recorded.effective_at
    before = ended(last, since, recorded) if last.until is None else last
    begun = {"since": since, "until": None, "ended_by": None, "source": recorded.event_id}
    return *periods[:-1], before, last.model_copy(update={**begun, "standing": standing})


def _begin_anew(periods: Periods, recorded: Recorded[ReferralEvent], deadline: datetime) -> Periods:
    """A new pack and a whole new window: even silence is waited for again (6-64)."""
    if periods[-1].standing in WAITED_FOR | {ProviderStanding.NO_RESPONSE}:
        return _wait(periods, recorded, deadline, ProviderStanding.INVITED)
    return periods


def _give_until(periods: Periods, recorded: Recorded[ReferralEvent], deadline: datetime) -> Periods:
    if periods[-1].standing in WAITED_FOR:
        return _wait(periods, recorded, deadline, periods[-1].standing)
    return periods


def _wait(
    periods: Periods,
    recorded: Recorded[ReferralEvent],
    deadline: datetime,
    standing: ProviderStanding,
) -> Periods:
    last = periods[-1]
    begun = {"since": recorded.effective_at, "until": None, "source": recorded.event_id}
    told = {**begun, "deadline": deadline, "standing": standing}
    before = ended(last, recorded.effective_at, recorded)
    return *periods[:-1], before, last.model_copy(update=told)


def _stop_waiting(periods: Periods, recorded: Recorded[ReferralEvent]) -> Periods:
    if periods[-1].standing in WAITED_FOR:
        return *periods[:-1], ended(periods[-1], recorded.effective_at, recorded)
    return periods
