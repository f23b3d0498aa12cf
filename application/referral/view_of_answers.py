"""The part of a referral's view that tells of its answers: offers, choice, money and end. Pure."""

from collections.abc import Mapping, Sequence

from application.referral.invitation import OwnInvitation, OwnOffer, own_invitation
from application.referral.shown import (
    ShownChoice,
    ShownEnd,
    ShownFunding,
    ShownHoused,
    ShownInvitation,
    ShownOfferOf,
)
from application.referral.shown_offers import shown_difference
from application.referral.told import Told, last
from application.referral.view_of_market import contacts
from domain.referral.events import (
    ChildHomeless,
    ChildHoused,
    DraftExpired,
    FundingAuthorised,
    FundingDeclined,
    FundingRequested,
    LateOfferReceived,
    OfferSubmitted,
    PlacementJoined,
    PreferredOfferDeselected,
    PreferredOfferSelected,
    ProviderInvited,
    ReferralClosedUnfilled,
    ReferralFulfilled,
    ReferralWithdrawn,
)
from domain.shared.money import weekly_total
from domain.shared.vocabulary import OfferId, ProviderId

Owns = Mapping[ProviderId, OwnInvitation]


def own_invitations(told: Told) -> Owns:
    """Every provider's own invitation, as that provider sees it."""
    asked = [each.event.provider_id for each in told if isinstance(each.event, ProviderInvited)]
    found = ((provider_id, own_invitation(told, provider_id)) for provider_id in asked)
    return {provider_id: own for provider_id, own in found if own is not None}


def invitations(told: Told, owns: Owns) -> Sequence[ShownInvitation]:
    return [
        _invitation(told, owns[each.event.provider_id])
        for each in told
        if isinstance(each.event, ProviderInvited)
    ]


def _invitation(told: Told, own: OwnInvitation) -> ShownInvitation:
    return ShownInvitation(
        **dict(own.invited),
        standing=own.standing,
        opened=own.opened,
        holds_pack=own.holds_pack,
        deletion_acknowledged_at=own.deleted_at,
        confidential_at=own.confidential_at,
        contacts=contacts(told, own.invited.provider_id),
    )


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
        breaches=sent.breaches if isinstance(sent, LateOfferReceived) else (),
    )


def choice(told: Told) -> ShownChoice | None:
    chosen = [
        each.event
        for each in told
        if isinstance(each.event, PreferredOfferSelected | PreferredOfferDeselected)
    ]
    if not chosen or isinstance(chosen[-1], PreferredOfferDeselected):
        return None
    names = ShownChoice.__dataclass_fields__
    return ShownChoice(**{name: getattr(chosen[-1], name) for name in names})


def funding(told: Told) -> ShownFunding | None:
    asked = last(told, FundingRequested)
    if asked is None:
        return None
    put = FundingRequested | FundingAuthorised | FundingDeclined
    answers = [each.event for each in told if isinstance(each.event, put)]
    answer = answers[-1] if not isinstance(answers[-1], FundingRequested) else None
    declined = answer if isinstance(answer, FundingDeclined) else None
    return ShownFunding(
        offer_id=asked.event.offer_id,
        plan=asked.event.plan,
        requested_by=asked.event.by,
        authorised=isinstance(answer, FundingAuthorised) if answer else None,
        answered_by=answer.by if answer else None,
        declined_because=declined.reason if declined else None,
        text=declined.text if declined else None,
    )


def housed_otherwise(told: Told) -> Sequence[ShownHoused]:
    """Who moved in by a start that came from no search, while looked for here."""
    found = [each.event for each in told if isinstance(each.event, ChildHoused)]
    until = {
        (each.event.child, each.event.placement_id): each.event.at
        for each in told
        if isinstance(each.event, ChildHomeless)
    }
    return [
        ShownHoused(**dict(event), until=until.get((event.child, event.placement_id)))
        for event in found
    ]


def end(told: Told) -> ShownEnd | None:
    for each in told:
        match each.event:
            case ReferralClosedUnfilled(outcome=outcome, text=text):
                return ShownEnd(outcome_for_child=outcome, text=text, at=each.effective_at)
            case DraftExpired():
                return ShownEnd(at=each.effective_at)
            case ReferralWithdrawn(reason=reason, text=text):
                return ShownEnd(withdrawn_because=reason, text=text, at=each.effective_at)
            case ReferralFulfilled(placement_id=placement_id, breaches=breaches):
                joined = last(told, PlacementJoined)
                return ShownEnd(
                    placement_id=placement_id,
                    joined_because=joined.event.reasons if joined else None,
                    sufficiency=joined.event.sufficiency if joined else None,
                    at=each.effective_at,
                    breaches=breaches,
                )
            case _:
                continue
    return None
