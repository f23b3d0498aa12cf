"""Why a request was not met: who was asked, what they were shown, and why not. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.referral.invitation import OfferStatus
from application.referral.told import Told, last
from application.referral.view.ending import ShownEnd
from application.referral.view.in_house import ShownInHouse
from application.referral.view.text import Text
from application.referral.view.whole import ReferralView
from domain.referral.chronology import ProviderStanding, StageName
from domain.referral.codes import DeclineReason
from domain.referral.events.answers import OfferDeclined
from domain.referral.events.choice import PreferredOfferDeselected, PreferredOfferSelected
from domain.referral.events.search import ProviderInvited
from domain.shared.moments import When
from domain.shared.vocabulary import ProviderId


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedInVain:
    """One provider: the packs released to it, by their digests, and what came of asking it.

    `opened` is whether it read one. `let_go_because` says why its preferred offer was dropped.
    """

    provider_id: ProviderId
    packs: Sequence[str]
    opened: bool
    standing: ProviderStanding
    declined_because: DeclineReason | None = None
    text: Text | None = None
    offer_status: OfferStatus | None = None
    not_chosen_because: Text | None = None
    let_go_because: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyNot:
    """A request that led to no home, or has led to none yet."""

    referral_id: UUID
    as_at: date
    stage: StageName
    stage_since: When
    unfilled: bool
    in_house: ShownInHouse | None
    providers: Sequence[AskedInVain]
    end: ShownEnd | None


def why_not(shown: ReferralView, told: Told) -> WhyNot:
    return WhyNot(
        referral_id=shown.referral_id,
        as_at=shown.as_at,
        stage=shown.stage,
        stage_since=shown.stage_since,
        unfilled=shown.stage in UNFILLED,
        in_house=shown.in_house,
        providers=_providers(shown, told),
        end=shown.end,
    )


UNFILLED = frozenset({StageName.CLOSED_UNFILLED, StageName.WITHDRAWN})
"""It ended without a home: given up, or called off."""


def _providers(shown: ReferralView, told: Told) -> Sequence[AskedInVain]:
    released, dropped = _released(told), _let_go(told)
    offers = {offer.provider_id: offer for offer in shown.offers}
    declined = {
        each.event.provider_id: each.event for each in told if isinstance(each.event, OfferDeclined)
    }
    found = []
    for asked in shown.invitations:
        who = asked.provider_id
        answer, offer = declined.get(who), offers.get(who)
        found.append(
            AskedInVain(
                provider_id=who,
                packs=released.get(who, ()),
                opened=asked.opened,
                standing=asked.standing,
                declined_because=answer.reason if answer else None,
                text=answer.text if answer else None,
                offer_status=offer.status if offer else None,
                not_chosen_because=offer.not_chosen_because if offer else None,
                let_go_because=dropped.get(who),
            )
        )
    return found


def _released(told: Told) -> Mapping[ProviderId, Sequence[str]]:
    """The digest of every pack that each provider was shown, in the order of release."""
    newest: str | None = None
    shown: dict[ProviderId, list[str]] = {}
    for each in told:
        digest: str | None = getattr(each.event, "sha256", None)
        if digest is not None:
            newest = digest
            for packs in shown.values():
                packs.append(digest)
        if isinstance(each.event, ProviderInvited) and newest is not None:
            shown[each.event.provider_id] = [newest]
    return shown


def _let_go(told: Told) -> Mapping[ProviderId, str]:
    """Why an offer that had been preferred was let go again, the last time that it was."""
    found: dict[ProviderId, str] = {}
    for number, each in enumerate(told):
        if isinstance(each.event, PreferredOfferDeselected):
            chosen = last(told[:number], PreferredOfferSelected)
            if chosen is not None:
                found[chosen.event.provider_id] = each.event.reason
    return found
