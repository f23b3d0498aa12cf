"""What an invited provider is shown of the pack and of its own offer: the allow-list itself.

Named field by field (docs/domain/05, 5.4, column Pub): what nobody has put here stays inside.
"""

from application.referral.invitation import OwnInvitation, OwnOffer
from application.referral.queries import ChangesAsked, PublishedPack, ShownEntered, ShownOffer
from application.referral.view.differences import shown_difference
from domain.shared.personal import Erased


def shown_pack(own: OwnInvitation) -> PublishedPack | None:
    """None once it is erased or withdrawn."""
    pack = own.pack
    if pack is None or isinstance(pack.summary, Erased):
        return None
    return PublishedPack(
        age_in_years=pack.age_in_years,
        sex=pack.sex,
        legal_status=pack.legal_status,
        unaccompanied=pack.unaccompanied,
        needs=pack.needs,
        risks=pack.risks,
        sibling_group_size=pack.sibling_group_size,
        area=pack.area,
        half_hours=pack.half_hours,
        needed_from=pack.needed_from,
        duration=pack.duration,
        indicative_weekly=pack.indicative_weekly,
        summary=pack.summary,
        siblings=pack.siblings,
        together=pack.together,
    )


def shown_offer(own: OwnInvitation) -> ShownOffer | None:
    """None until there is one, and once its words are erased."""
    held = own.offer
    if held is None or isinstance(held.offer.outcomes, Erased) or isinstance(held.reason, Erased):
        return None
    return ShownOffer(
        offer_id=held.offer.offer_id,
        received_at=held.received_at,
        setting_id=held.offer.setting_id,
        earliest_start=held.offer.earliest_start,
        price=held.offer.price,
        half_hours=held.offer.half_hours,
        open_until=held.offer.open_until,
        outcomes=held.offer.outcomes,
        content=held.offer.content,
        siblings=held.offer.siblings,
        reason=held.reason,
        changes_asked=_changes_asked(held),
        judgement=held.judgement,
        entered=_entered(held),
        differences=tuple(shown_difference(said) for said in held.differences),
    )


def _entered(held: OwnOffer) -> ShownEntered | None:
    if held.entered is None:
        return None
    said_by = None if isinstance(held.entered.said_by, Erased) else held.entered.said_by
    return ShownEntered(said_by=said_by, said_at=held.entered.said_at, owned=held.owned)


def _changes_asked(held: OwnOffer) -> ChangesAsked | None:
    asked = held.changes
    if asked is None or isinstance(asked.what, Erased):
        return None
    return ChangesAsked(what=asked.what, until=asked.until)
