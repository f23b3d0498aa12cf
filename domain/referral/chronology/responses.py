"""How each invited provider stood, and from when."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from domain.referral.chronology.periods import History, ended
from domain.referral.codes import InvitationId
from domain.referral.events import (
    InvitationWithdrawn,
    LateOfferReceived,
    NoResponseRecorded,
    OfferDeclined,
    OfferSubmitted,
    PackViewed,
    PreferredOfferSelected,
    ProviderInvited,
    ReferralAmended,
    ReferralClosedUnfilled,
    ReferralEvent,
    ReferralWithdrawn,
    ResponseDeadlineExtended,
)
from domain.shared.chronology import Period, in_business_order
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


class ProviderStood(Period):
    """An invited provider stood like this. A standing that waits ends with the search."""

    provider_id: ProviderId
    invitation_id: InvitationId
    tier: Tier
    deadline: datetime
    standing: ProviderStanding


def responses(history: History) -> Sequence[ProviderStood]:
    """How every invited provider stood, provider by provider, oldest first."""
    stood: dict[ProviderId, list[ProviderStood]] = {}
    for recorded in in_business_order(history):
        match recorded.event:
            case ProviderInvited() as invited:
                stood[invited.provider_id] = [_first(recorded, invited)]
            case ReferralWithdrawn() | ReferralClosedUnfilled():
                for periods in stood.values():
                    _stop_waiting(periods, recorded)
            case PreferredOfferSelected(cut_short=cut_short):
                # A provider's own record has nobody else in it.
                for provider_id in stood.keys() & set(cut_short):
                    _stop_waiting(stood[provider_id], recorded)
            case ReferralAmended(deadline=datetime() as deadline):
                for periods in stood.values():
                    _begin_anew(periods, recorded, deadline)
            case ResponseDeadlineExtended(deadline=deadline):
                for periods in stood.values():
                    _give_until(periods, recorded, deadline)
            case _:
                _move(stood, recorded)
    return [period for periods in stood.values() for period in periods]


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


def _move(stood: dict[ProviderId, list[ProviderStood]], recorded: Recorded[ReferralEvent]) -> None:
    match recorded.event:
        case PackViewed(provider_id=provider_id):
            _stand(stood[provider_id], recorded, ProviderStanding.VIEWED)
        case NoResponseRecorded(provider_id=provider_id):
            _stand(stood[provider_id], recorded, ProviderStanding.NO_RESPONSE)
        case InvitationWithdrawn(provider_id=provider_id):
            _stand(stood[provider_id], recorded, ProviderStanding.WITHDRAWN)
        case OfferSubmitted(provider_id=provider_id):
            _stand(stood[provider_id], recorded, ProviderStanding.OFFERED)
        case LateOfferReceived(provider_id=provider_id):
            _stand(stood[provider_id], recorded, ProviderStanding.OFFERED_LATE)
        case OfferDeclined(provider_id=provider_id, late=late):
            declined = ProviderStanding.DECLINED_LATE if late else ProviderStanding.DECLINED
            _stand(stood[provider_id], recorded, declined)
        case _:
            pass


def _stand(
    periods: list[ProviderStood], recorded: Recorded[ReferralEvent], standing: ProviderStanding
) -> None:
    last = periods[-1]
    # Opening the pack, having been silent or being asked no longer undoes no answer given before.
    undoing = {ProviderStanding.VIEWED, ProviderStanding.NO_RESPONSE, ProviderStanding.WITHDRAWN}
    if standing in undoing and last.standing not in WAITED_FOR:
        return
    # Silence is true from the deadline on, whenever it is noticed.
    since = last.deadline if standing is ProviderStanding.NO_RESPONSE else recorded.effective_at
    if last.until is None:
        periods[-1] = ended(last, since, recorded)
    begun = {"since": since, "until": None, "ended_by": None, "source": recorded.event_id}
    periods.append(last.model_copy(update={**begun, "standing": standing}))


def _begin_anew(
    periods: list[ProviderStood], recorded: Recorded[ReferralEvent], deadline: datetime
) -> None:
    """A new pack and a whole new window: even silence is waited for again (6-64)."""
    if periods[-1].standing in WAITED_FOR | {ProviderStanding.NO_RESPONSE}:
        _wait(periods, recorded, deadline, ProviderStanding.INVITED)


def _give_until(
    periods: list[ProviderStood], recorded: Recorded[ReferralEvent], deadline: datetime
) -> None:
    if periods[-1].standing in WAITED_FOR:
        _wait(periods, recorded, deadline, periods[-1].standing)


def _wait(
    periods: list[ProviderStood],
    recorded: Recorded[ReferralEvent],
    deadline: datetime,
    standing: ProviderStanding,
) -> None:
    last = periods[-1]
    periods[-1] = ended(last, recorded.effective_at, recorded)
    begun = {"since": recorded.effective_at, "until": None, "source": recorded.event_id}
    told = {**begun, "deadline": deadline, "standing": standing}
    periods.append(last.model_copy(update=told))


def _stop_waiting(periods: list[ProviderStood], recorded: Recorded[ReferralEvent]) -> None:
    if periods[-1].standing in WAITED_FOR:
        periods[-1] = ended(periods[-1], recorded.effective_at, recorded)
