"""What must be said of an offer, by whom, and how late ones are treated alike."""

from domain.referral.facts import Facts
from domain.referral.offer import HeldOffer, Standing
from domain.referral.stages import Asked, Chosen, Fulfilled
from domain.shared.errors import NotFound, WrongState
from domain.shared.vocabulary import ProviderId


def own_offer(asked: Asked, provider_id: ProviderId) -> HeldOffer:
    """A provider's own offer: the one that stands, else the one chosen, else its last (R-94)."""
    own = [held for held in asked.facts.offers.values() if held.provider_id == provider_id]
    if not own:
        raise NotFound
    chosen = asked.offer_id if isinstance(asked, Chosen | Fulfilled) else None
    standing = (held for held in own if held.standing in (Standing.OPEN, Standing.LATE))
    lived_in = (held for held in own if held.offer.offer_id == chosen)
    return next(standing, None) or next(lived_in, own[-1])


def negotiable(held: HeldOffer, speaker: ProviderId | None) -> HeldOffer:
    """The offer, to the council and to its own provider; to any other there is none."""
    if speaker is not None and speaker != held.provider_id:
        raise NotFound
    return held


def require_late_offers_alike(facts: Facts) -> None:
    """Refuse to choose while one late offer was admitted and another was not (6-62, R-73)."""
    waiting = [held for held in facts.offers.values() if held.standing is Standing.LATE]
    if waiting and any(held.admitted for held in facts.offers.values()):
        raise WrongState("Late offers were admitted; admit those that came after them as well.")
