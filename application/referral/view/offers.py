"""Every offer as it came, and what became of it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from application.referral.invitation import OfferStatus, OwnInvitation, OwnOffer
from application.referral.told import Told
from application.referral.view.differences import ShownDifference, shown_difference
from application.referral.view.invitations import Owns
from application.referral.view.text import Text
from domain.referral.events.answers import LateOfferReceived, OfferSubmitted
from domain.referral.offer import Entered
from domain.referral.offer_content import OfferContent
from domain.referral.siblings import ForSiblings
from domain.shared.breaches import Breach
from domain.shared.moments import When
from domain.shared.money import PriceLine, weekly_total
from domain.shared.vocabulary import (
    OfferId,
    Pence,
    ProviderId,
    SettingId,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownOfferOf:
    """An offer, in time or late. `breaches` are the gates that a late one would not pass."""

    offer_id: OfferId
    provider_id: ProviderId
    received_at: datetime
    late: bool
    status: OfferStatus
    setting_id: SettingId | None
    earliest_start: date
    price: Sequence[PriceLine]
    weekly: Pence
    half_hours: int
    open_until: When
    outcomes: Text
    content: OfferContent | None
    siblings: ForSiblings | None
    not_chosen_because: Text | None
    differences: Sequence[ShownDifference]
    entered: Entered | None
    owned: bool | None
    breaches: Sequence[Breach]


def offers(told: Told, owns: Owns) -> Sequence[ShownOfferOf]:
    """Every offer as it came, late ones and those taken back before another came too."""
    return [
        _offer(each.event, _held(owns[each.event.provider_id], each.event.offer.offer_id))
        for each in told
        if isinstance(each.event, OfferSubmitted | LateOfferReceived)
    ]


def _held(own: OwnInvitation, offer_id: OfferId) -> OwnOffer:
    """What became of this one of a provider's offers."""
    held = (*own.offers_before, *([own.offer] if own.offer else []))
    return next(each for each in held if each.offer.offer_id == offer_id)


def _offer(sent: OfferSubmitted | LateOfferReceived, held: OwnOffer) -> ShownOfferOf:
    return ShownOfferOf(
        **dict(held.offer),
        provider_id=sent.provider_id,
        received_at=sent.at,
        late=isinstance(sent, LateOfferReceived),
        status=held.status,
        weekly=weekly_total(held.offer.price),
        not_chosen_because=held.reason,
        differences=[shown_difference(said) for said in held.differences],
        entered=sent.entered,
        owned=held.owned,
        breaches=sent.breaches if isinstance(sent, LateOfferReceived) else (),
    )
